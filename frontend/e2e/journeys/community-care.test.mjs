// Looking after a community: its members and their roles, its settings, its end.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { find, fits, found, known, section } from "../communities.mjs";
import { checkAxe, desktop, openBrowser, part, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const stamp = Date.now() % 1_000_000;

/** Mateo's community, with Noor and Hugo in it. */
async function withMembers(owner, name, seen, joined) {
  const path = await found(owner.page, name, seen, joined);
  const others = [];
  for (const who of [people.noor, people.hugo]) {
    const other = await browser.signedIn(who);
    await visit(other.page, path);
    await other.page.getByRole("button", { name: "Join" }).click();
    await other.page.getByRole("link", { name: "Ask here" }).first().waitFor();
    others.push(other);
  }
  return [path, ...others];
}

/** Chooses something from the menu of a member and confirms it. */
async function act(page, name, item, why) {
  await page.getByRole("button", { name: `More about ${name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
  const dialog = page.getByRole("dialog");
  if (why) await dialog.getByLabel("Why?").fill(why);
  await dialog.getByRole("button", { name: item }).click();
}

test("the owner makes a facilitator, who removes a member; the owner hands over", async () => {
  const owner = await browser.signedIn(people.mateo);
  const [path, noor, hugo] = await withMembers(owner, `Contracts with care ${stamp}`, "Everyone");
  await visit(owner.page, `${path}/members`);
  assert.equal(await owner.page.getByRole("button", { name: "More about Mateo" }).count(), 0, "nothing with oneself");
  await owner.page.getByRole("button", { name: "More about Noor" }).click();
  await settled(owner.page);
  await checkAxe(owner.page, "the menu of a member");
  await shot(owner.page, "community-member-menu-desktop-light");
  await owner.page.keyboard.press("Escape");
  await act(owner.page, "Noor", "Make facilitator");
  await owner.page.getByText("Noor Hallström: Facilitator.").waitFor();

  await visit(noor.page, `${path}/members`);
  assert.equal(await noor.page.getByRole("button", { name: "More about Mateo" }).count(), 0, "nobody removes the owner");
  await noor.page.getByRole("button", { name: "More about Hugo" }).click();
  assert.equal(await noor.page.getByRole("menuitem").count(), 1, "roles are given by the owner");
  await noor.page.getByRole("menuitem", { name: "Remove" }).click();
  await noor.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await noor.page.getByRole("dialog").locator(".error").waitFor();
  await noor.page.getByLabel("Why?").fill("You asked the same three people to buy from you.");
  await checkAxe(noor.page, "removing a member");
  await shot(noor.page, "community-removing-desktop-light");
  await noor.page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await noor.page.getByText("Hugo Ahlberg-Nti is not a member any more.").waitFor();
  await visit(hugo.page, path);
  assert.equal(await hugo.page.getByRole("link", { name: "Ask here" }).count(), 0);

  await visit(owner.page, `${path}/members`);
  await act(owner.page, "Noor", "Hand over");
  await owner.page.getByText("Noor Hallström: Owner.").waitFor();
  await owner.page.getByRole("button", { name: "Leave" }).waitFor();
  assert.equal(await owner.page.getByRole("button", { name: "More about Noor" }).count(), 0);
  await visit(noor.page, `${path}/members`);
  await act(noor.page, "Mateo", "Make a member again");
  await noor.page.getByText("Mateo Quillanes: Member.").waitFor();
  await visit(owner.page, `${path}/settings`);
  await owner.page.getByText("This page is for those who look after it").waitFor();
  await part(owner, noor, hugo);
});

test("texts are changed by who looks after it; who saves second sees what the first wrote", async () => {
  const owner = await browser.signedIn(people.mateo);
  const path = await found(owner.page, `Contracts in verse ${stamp}`, known, "One asks to join");
  await section(owner.page, "Settings");
  await owner.page.locator("#community-rules").fill("Rhymes are welcome.");
  const second = await browser.signedIn(people.mateo);
  await visit(second.page, `${path}/settings`);
  await owner.page.locator("#community-welcome").fill("Begin with a haiku.");
  await owner.page.getByRole("button", { name: "Save" }).click();
  await owner.page.getByText("Saved.", { exact: true }).waitFor();
  await owner.page.locator(".aside", { hasText: "Rhymes are welcome." }).waitFor();
  await second.page.locator("#community-rules").fill("No rhymes.");
  await second.page.getByRole("button", { name: "Save" }).click();
  await second.page.locator(".stale", { hasText: "Rhymes are welcome." }).waitFor();
  await checkAxe(second.page, "somebody saved first");
  await shot(second.page, "community-stale-desktop-light");
  await second.page.getByRole("button", { name: "Save" }).click();
  await second.page.locator(".aside", { hasText: "No rhymes." }).waitFor();
  await second.page.locator("#community-name").fill("");
  await second.page.getByRole("button", { name: "Save" }).click();
  await second.page.locator("#community-name-error").waitFor();
  await part(owner, second);
});

test("a community is archived, brought back, deleted and brought back again", async () => {
  const owner = await browser.signedIn(people.mateo);
  const name = `Contracts at rest ${stamp}`;
  const [path, noor, hugo] = await withMembers(owner, name, "Everyone");
  await visit(owner.page, `${path}/settings`);
  await owner.page.getByRole("button", { name: "Archive" }).click();
  await owner.page.getByRole("dialog").getByRole("button", { name: "Archive" }).click();
  await owner.page.getByText("It is archived.").waitFor();
  await owner.page.getByText("It can be read, not written in.").waitFor();
  await settled(owner.page);
  assert.equal(await owner.page.locator("#community-name").count(), 0, "what is archived is not changed");
  await checkAxe(owner.page, "an archived community");
  await shot(owner.page, "community-archived-desktop-light");
  await visit(noor.page, path);
  assert.equal(await noor.page.getByRole("link", { name: "Ask here" }).count(), 0);
  await owner.page.getByRole("button", { name: "Bring back" }).click();
  await owner.page.getByText(`${name} is back.`).waitFor();
  await owner.page.locator("#community-name").waitFor();

  await owner.page.getByRole("button", { name: "Delete" }).click();
  await owner.page.getByRole("dialog").getByText("3 members, 0 questions").waitFor();
  await checkAxe(owner.page, "before deleting");
  await shot(owner.page, "community-deleting-desktop-light");
  await owner.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await owner.page.waitForURL(/view=deleted/);
  await owner.page.getByText("It is erased for good on").waitFor();
  await settled(owner.page);
  await checkAxe(owner.page, "what one has deleted");
  await shot(owner.page, "communities-deleted-desktop-light");
  await visit(hugo.page, path);
  await hugo.page.getByText("This page does not exist").first().waitFor();
  await owner.page.getByRole("button", { name: /Bring back/ }).click();
  await owner.page.getByText("You have deleted none").waitFor();
  await visit(hugo.page, path);
  await hugo.page.getByRole("link", { name: "Ask here" }).first().waitFor();
  await part(owner, noor, hugo);
});

test("a question is pinned from its page and unpinned on the community's, by who looks after it", async () => {
  const { page, errors, close } = await browser.signedIn(people.mateo);
  const path = await find(page, "The difficult-call table", "mine");
  const pinned = page.locator(".pinned .question-row");
  await pinned.filter({ hasText: "This week's call" }).waitFor();
  assert.equal(await pinned.count(), 1);
  const title = "A customer wants to cancel because the installer never came";
  const question = page.getByRole("link", { name: title }).first();
  await question.click();
  await page.waitForURL(/\/questions\//);
  const asked = new URL(page.url()).pathname;
  await settled(page);
  await page.getByRole("button", { name: "More for this post" }).first().click();
  await page.getByRole("menuitem", { name: "Pin in the community" }).click();
  await page.getByText("It is pinned.").waitFor();
  await visit(page, path);
  await pinned.filter({ hasText: title }).waitFor();
  await page.getByRole("button", { name: new RegExp(`Unpin.*${title}`) }).click();
  await pinned.filter({ hasText: title }).waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
  await close();

  const member = await browser.signedIn(people.noor);
  await visit(member.page, path);
  await member.page.locator(".pinned .question-row").first().waitFor();
  assert.equal(await member.page.getByRole("button", { name: /Unpin/ }).count(), 0);
  await visit(member.page, asked);
  const known = member.page.waitForResponse(/\/communities\/[^/]+\/viewer$/);
  await member.page.getByRole("button", { name: "More for this post" }).first().click();
  await known;
  await settled(member.page);
  assert.equal(await member.page.getByRole("menuitem", { name: /Pin/ }).count(), 0);
  await part(member);
});

for (const [manner, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
  "desktop-dark": { viewport: desktop, colorScheme: "dark" },
  "telephone-light": { viewport: telephone, colorScheme: "light", isMobile: true, hasTouch: true },
})) {
  test(`the screens of who looks after it: ${manner}`, async (t) => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.mateo);
    const own = await found(page, `Contracts for all ${manner} ${stamp}`, "Everyone");
    const table = await find(page, "The difficult-call table", "mine");
    for (const [name, path] of Object.entries({
      page: table,
      members: `${table}/members`,
      health: `${table}/health`,
      settings: `${own}/settings`,
      "health-of-nothing": `${own}/health`,
    })) {
      await t.test(name, async () => {
        await visit(page, path);
        await shot(page, `community-care-${name}-${manner}`);
        await fits(page, name);
        await checkAxe(page, name);
        assert.deepEqual(errors.splice(0), []);
      });
    }
    await close();
  });
}
