// Coming into a community: one asks and is let in or not; one is invited by name or by a link.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { find, fits, found, known, section } from "../communities.mjs";
import { checkAxe, desktop, openBrowser, part, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const stamp = Date.now() % 1_000_000;
const viggo = "viggo.marklund-rao@almvik.example";
const mirela = "mirela.stanovic-ek@almvik.example";

for (const [manner, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
  "desktop-dark": { viewport: desktop, colorScheme: "dark" },
  "telephone-light": { viewport: telephone, colorScheme: "light", isMobile: true, hasTouch: true },
})) {
  test(`the screens of coming in: ${manner}`, async (t) => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, mirela);
    const community = await find(page, "Skiftledarna", "mine");
    for (const name of ["requests", "invite"]) {
      await t.test(name, async () => {
        await visit(page, `${community}/${name}`);
        await shot(page, `community-${name}-${manner}`);
        await fits(page, name);
        await checkAxe(page, name);
        assert.deepEqual(errors.splice(0), []);
      });
    }
    await close();
  });
}

test("one asks to join, withdraws, asks again and is let in; another is not, and reads why", async () => {
  const owner = await browser.signedIn(people.mateo);
  const name = `Reading contracts slowly ${stamp}`;
  const path = await found(owner.page, name, known, "One asks to join");

  const asker = await browser.signedIn(viggo);
  await find(asker.page, name);
  await asker.page.getByRole("button", { name: "Ask to join" }).click();
  await asker.page.locator("#join-message").fill("I sign twelve contracts a week.");
  await checkAxe(asker.page, "asking to join");
  await shot(asker.page, "community-asking-desktop-light");
  await asker.page.getByRole("button", { name: "Ask to join" }).click();
  await asker.page.locator(".banner", { hasText: "You have asked to join." }).waitFor();
  await asker.page.getByRole("button", { name: "Withdraw" }).click();
  await asker.page.getByRole("button", { name: "Ask to join" }).click();
  await asker.page.locator("#join-message").fill("I sign twenty contracts a week.");
  await asker.page.getByRole("button", { name: "Ask to join" }).click();
  await asker.page.locator(".banner", { hasText: "twenty contracts" }).waitFor();
  await settled(asker.page);
  await checkAxe(asker.page, "having asked to join");
  await shot(asker.page, "community-asked-desktop-light");

  const other = await browser.signedIn(people.hugo);
  await visit(other.page, path);
  await other.page.getByRole("button", { name: "Ask to join" }).click();
  await other.page.getByRole("button", { name: "Ask to join" }).click();
  await other.page.locator(".banner", { hasText: "You have asked to join." }).waitFor();
  await visit(other.page, `${path}/requests`);
  await other.page.getByText("This page is for those who look after it").waitFor();

  await visit(owner.page, path);
  await section(owner.page, "Requests 2");
  await owner.page.getByText("I sign twenty contracts a week.").waitFor();
  await owner.page.getByRole("button", { name: /Let in.*Viggo/ }).click();
  await owner.page.getByLabel("A word to Viggo Marklund-Rao").fill("Bring the longest one.");
  await checkAxe(owner.page, "deciding");
  await shot(owner.page, "community-deciding-desktop-light");
  await owner.page.getByRole("button", { name: "Let in", exact: true }).click();
  await owner.page.getByText("Viggo Marklund-Rao is a member now.").waitFor();
  await owner.page.getByRole("button", { name: /Decline.*Hugo/ }).click();
  await owner.page.getByLabel("A word to Hugo Ahlberg-Nti").fill("We are full until spring.");
  await owner.page.getByRole("button", { name: "Decline", exact: true }).click();
  await owner.page.getByText("Nobody waits to be let in").waitFor();

  await visit(asker.page, path);
  await asker.page.getByRole("link", { name: "Ask here" }).first().waitFor();
  await visit(other.page, path);
  await other.page.locator(".banner", { hasText: "You were not let in this time." }).waitFor();
  await other.page.getByText("We are full until spring.").waitFor();
  assert.equal(await other.page.getByRole("button", { name: "Ask to join" }).count(), 0);
  await checkAxe(other.page, "not let in");
  await shot(other.page, "community-turned-down-desktop-light");
  await part(owner, asker, other);
});

test("one is invited by name and says yes or no, and an invitation is taken back", async () => {
  const owner = await browser.signedIn(people.mateo);
  const name = `Contracts nobody reads ${stamp}`;
  const path = await found(owner.page, name, "Members only");
  await section(owner.page, "Invite");
  await owner.page.getByRole("button", { name: "Invite", exact: true }).click();
  await owner.page.locator("#invite-who-error").waitFor();
  for (const who of ["Noor", "Viggo", "Hugo"]) {
    await owner.page.locator("#invite-who").fill(who);
    await owner.page.getByRole("option", { name: new RegExp(who) }).first().click();
    await owner.page.locator("#invite-word").fill(`You would like it here, ${who}`);
    await owner.page.getByRole("button", { name: "Invite", exact: true }).click();
    await owner.page.locator(".coming-in", { hasText: `You would like it here, ${who}` }).waitFor();
  }
  await owner.page.getByRole("button", { name: /Take back.*Hugo/ }).click();
  await owner.page.locator(".coming-in", { hasText: "Hugo" }).waitFor({ state: "detached" });
  await settled(owner.page);
  await checkAxe(owner.page, "inviting");
  await shot(owner.page, "community-inviting-desktop-light");

  const hugo = await browser.signedIn(people.hugo);
  await visit(hugo.page, path);
  await hugo.page.getByText("This page does not exist").first().waitFor();

  const noor = await browser.signedIn(people.noor);
  await find(noor.page, name, "pending");
  await noor.page.locator(".banner", { hasText: "Mateo Quillanes invites you." }).waitFor();
  await checkAxe(noor.page, "being invited");
  await shot(noor.page, "community-invited-desktop-light");
  await noor.page.getByRole("button", { name: "Join" }).click();
  await noor.page.getByRole("link", { name: "Ask here" }).first().waitFor();

  const other = await browser.signedIn(viggo);
  await visit(other.page, path);
  await other.page.getByRole("button", { name: "Decline" }).click();
  await other.page.getByText("This page does not exist").first().waitFor();

  await visit(owner.page, `${path}/invite`);
  await owner.page.getByText("Nobody is invited now").waitFor();
  await owner.page.locator("#invite-who").fill("Viggo");
  await owner.page.getByRole("option", { name: /Viggo/ }).first().click();
  await owner.page.getByRole("button", { name: "Invite", exact: true }).click();
  await owner.page.locator("#invite-who-error", { hasText: "declined less than 14 days ago" }).waitFor();
  await part(owner, hugo, noor, other);
});

test("a link brings in whoever has it, until its places are taken or it is taken back", async () => {
  const owner = await browser.person({ permissions: ["clipboard-read", "clipboard-write"] });
  await signIn(owner.page, people.mateo);
  const name = `Contracts by the fire ${stamp}`;
  const path = await found(owner.page, name, "Members only");
  await section(owner.page, "Invite");
  await owner.page.locator("#link-uses").fill("0");
  await owner.page.getByRole("button", { name: "Make a link" }).click();
  await owner.page.locator("#link-uses-error").waitFor();
  await owner.page.locator("#link-uses").fill("1");
  await owner.page.getByRole("button", { name: "Make a link" }).click();
  await owner.page.getByText("0 of 1 places taken").waitFor();
  await owner.page.getByRole("button", { name: "Copy link" }).click();
  await owner.page.getByText("The link is copied.").waitFor();
  const copied = new URL(await owner.page.evaluate(() => navigator.clipboard.readText()));
  await checkAxe(owner.page, "a link was made");
  await shot(owner.page, "community-link-made-desktop-light");
  const link = `${copied.pathname}${copied.search}`;
  await visit(owner.page, link);
  await owner.page.getByText("You are a member already").waitFor();

  const noor = await browser.signedIn(people.noor);
  await visit(noor.page, link);
  await noor.page.getByRole("heading", { level: 1, name }).waitFor();
  await checkAxe(noor.page, "a link was opened");
  await shot(noor.page, "community-link-desktop-light");
  await noor.page.getByRole("button", { name: "Join" }).click();
  await noor.page.waitForURL(`**${path}`);
  await noor.page.getByRole("link", { name: "Ask here" }).first().waitFor();

  const late = await browser.person({ viewport: telephone, colorScheme: "dark" });
  await signIn(late.page, people.hugo);
  await visit(late.page, link);
  await late.page.getByText("This link has been used or has expired.").waitFor();
  await checkAxe(late.page, "a link that does not work");
  await shot(late.page, "community-link-over-telephone-dark");

  await visit(owner.page, `${path}/invite`);
  await owner.page.getByText("No link works now").waitFor();
  await owner.page.getByRole("button", { name: "Make a link" }).click();
  await owner.page.getByRole("button", { name: "Take back" }).click();
  await owner.page.getByText("No link works now").waitFor();
  await part(owner, noor, late);
});
