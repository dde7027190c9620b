// Keeping order: a duplicate is closed and leads on, a flag reaches author and lead and no other, a deletion can be taken back.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const number = Date.now() % 100_000;
const original = `Where is the charger of the forklift ${number}?`;
const again = `In which corner does the forklift ${number} charge?`;
let addresses = {};

async function ask(page, title, topic = "onboard") {
  await visit(page, "/ask");
  await page.getByLabel("Your question, in one sentence").fill(title);
  await page.locator("#ask-topics").fill(topic);
  await page.getByRole("option", { name: /Onboarding/ }).first().click();
  await page.getByRole("button", { name: "Ask everyone" }).click();
  await page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

async function fromMenu(page, place, item) {
  await page.locator(place).first().getByRole("button", { name: "More for this post" }).first().click();
  await page.getByRole("menuitem", { name: item }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

test("a question is closed as a duplicate: it names its original, the original names it, and it is asked often", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  addresses.original = await ask(page, original);
  addresses.again = await ask(page, again);
  const dialog = await fromMenu(page, ".question", "Close the question");
  assert.equal(await dialog.getByRole("button", { name: "Close", exact: true }).isDisabled(), true, "a duplicate needs its original");
  await dialog.getByRole("combobox", { name: "The original" }).fill(`${new URL(page.url()).origin}${addresses.original}`);
  await dialog.getByRole("option", { name: original }).click();
  await checkAxe(page);
  await shot(page, "moderation-close");
  await dialog.getByRole("button", { name: "Close", exact: true }).click();
  const note = page.locator(".closed-note");
  await note.getByRole("link", { name: original }).waitFor();
  await note.getByText("Closed by").waitFor();
  await shot(page, "moderation-closed");
  await note.getByRole("link", { name: original }).click();
  await page.getByRole("heading", { level: 1, name: original }).waitFor();
  // Close to the original it may stand a second time, once the search knows it.
  await page.locator(".aside").getByRole("link", { name: again }).first().waitFor();
  await visit(page, "/questions?view=duplicated");
  await page.getByRole("link", { name: original }).waitFor();
  await page.getByText("asked again once").first().waitFor();
  await checkAxe(page);
  assert.deepEqual(errors, []);
  await close();
});

test("the asker opens it again", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, addresses.again);
  const dialog = await fromMenu(page, ".question", "Open it again");
  await dialog.getByRole("button", { name: "Open it again" }).click();
  await page.locator(".closed-note").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Post answer" }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("a question is deleted, seen as deleted by its author, and restored", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, addresses.again);
  const dialog = await fromMenu(page, ".question", "Delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.getByText("This was deleted.").waitFor();
  await checkAxe(page);
  await shot(page, "moderation-deleted");
  const stranger = await browser.person();
  await signIn(stranger.page, people.hugo);
  await visit(stranger.page, addresses.again);
  await stranger.page.getByRole("heading", { level: 1 }).waitFor();
  assert.equal(await stranger.page.getByText("This was deleted.").count(), 0);
  await stranger.close();
  await page.locator("details.deleted summary").click();
  await page.getByRole("button", { name: "Restore" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
  await page.getByRole("heading", { level: 1, name: again }).waitFor();
  await page.locator(".question").getByRole("button", { name: "More for this post" }).first().waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("a flag is read by its author and the leads, who decide", async () => {
  const flagger = await browser.person({ viewport: telephone, isMobile: true, hasTouch: true, colorScheme: "dark" });
  await signIn(flagger.page, people.hugo);
  await visit(flagger.page, addresses.original);
  const dialog = await fromMenu(flagger.page, ".question", "Something is wrong here");
  await dialog.getByLabel("In your words").fill("The forklift was sold in May.");
  await checkAxe(flagger.page);
  await shot(flagger.page, "moderation-flag-telephone");
  await dialog.getByRole("button", { name: "Tell them" }).click();
  await dialog.waitFor({ state: "hidden" });
  assert.equal(await flagger.page.locator(".question q").count(), 0, "nobody else reads it on the page");
  assert.deepEqual(flagger.errors, []);
  await flagger.close();

  const author = await browser.person();
  await signIn(author.page, people.noor);
  await visit(author.page, addresses.original);
  await author.page.getByText("The forklift was sold in May.").waitFor();
  assert.doesNotMatch(await author.page.locator(".question").innerText(), /Hugo/);
  await shot(author.page, "moderation-said");
  await author.close();

  const lead = await browser.person();
  await signIn(lead.page, people.admin);
  await visit(lead.page, "/moderation");
  const row = lead.page.locator(".flagged", { hasText: original });
  await row.getByText("The forklift was sold in May.").waitFor();
  await row.getByText("Hugo").waitFor();
  await checkAxe(lead.page);
  await shot(lead.page, "moderation-queue");
  await row.getByRole("button", { name: /Decide/ }).click();
  const decide = lead.page.getByRole("dialog");
  await decide.getByLabel("Handled").check();
  await decide.getByLabel("A word to them").fill("The new one charges in the same corner.");
  await decide.getByRole("button", { name: "Decide" }).click();
  await row.waitFor({ state: "detached" });
  await lead.page.getByRole("link", { name: "Decided" }).click();
  await lead.page.locator(".flagged", { hasText: "same corner" }).first().waitFor();
  await lead.page.getByRole("link", { name: "Topics" }).last().click();
  await settled(lead.page);
  await checkAxe(lead.page);
  assert.deepEqual(lead.errors, []);
  await lead.close();
});

test("an admin sees what was done in office, how the server is doing, and looks at a list before inviting", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, "/admin/audit");
  await page.locator(".rows").getByText("Decided on flags").first().waitFor();
  await checkAxe(page);
  await shot(page, "admin-audit");
  await visit(page, "/admin/status");
  await page.getByText("counters").first().waitFor();
  await checkAxe(page);
  await shot(page, "admin-status");
  await visit(page, "/admin/invitations");
  await page.getByRole("button", { name: "Invite many, from a list" }).click();
  await page.getByLabel("The list").fill(`new.${number}@almvik.example\nnobody\n${people.hugo}`);
  await page.getByRole("button", { name: "Look at it first" }).click();
  await page.getByText("not an address").waitFor();
  await page.getByText("has an account").waitFor();
  await checkAxe(page);
  await shot(page, "admin-invite-list");
  await page.getByRole("button", { name: "Invite one" }).click();
  await page.getByText("One was invited").waitFor();
  assert.deepEqual(errors, []);
  await close();
});
