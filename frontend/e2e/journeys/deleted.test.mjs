// What a lead deletes: its author is told by whom and why, and is led there; it comes back from the list; what stood under it waits.
// And links to a part of a page: gone to, focused, and read, whichever way one comes.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, shot, signIn, telephone, visit } from "../harness.mjs";

const title = `Who counts the pallets on Fridays ${Date.now() % 100_000}?`;

let browser;
let address;
let answerId;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

async function fromMenu(page, place, item) {
  await place.getByRole("button", { name: /^More for this/ }).first().click();
  await page.getByRole("menuitem", { name: item }).click();
  const dialog = page.getByRole("dialog");
  await dialog.waitFor();
  return dialog;
}

/** Whether a part of the page has the focus and is looked at. */
async function isThere(part) {
  await part.waitFor();
  await part.page().waitForFunction((id) => document.activeElement?.id === id, await part.getAttribute("id"));
  const box = await part.boundingBox();
  const { height } = part.page().viewportSize();
  assert.ok(box.y > -1 && box.y < height - 40, `it stands at ${box.y} of ${height}`);
}

test("a link leads to the answer itself, in a new window and in an open app, and is read by that", async () => {
  const noor = await browser.person();
  await signIn(noor.page, people.noor);
  await visit(noor.page, "/ask");
  await noor.page.getByLabel("Your question, in one sentence").fill(title);
  await noor.page.locator("#ask-body").fill("A long day.\n\n".repeat(60));
  await noor.page.locator("#ask-topics").fill("onboard");
  await noor.page.getByRole("option", { name: /Onboarding/ }).first().click();
  await noor.page.getByRole("button", { name: "Ask everyone" }).click();
  await noor.page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  address = new URL(noor.page.url()).pathname;

  const hugo = await browser.person();
  await signIn(hugo.page, people.hugo);
  await visit(hugo.page, address);
  await hugo.page.locator("textarea").last().fill("Whoever comes first.");
  await hugo.page.getByRole("button", { name: "Post answer" }).click();
  const answer = hugo.page.locator(".answer").first();
  await answer.waitFor();
  answerId = await answer.getAttribute("id");
  await hugo.close();

  await visit(noor.page, "/");
  const bell = noor.page.getByRole("button", { name: /Notices, .*unread/ });
  await bell.click();
  await noor.page.locator("#notices li", { hasText: title }).getByRole("link").click();
  await isThere(noor.page.locator(`#${answerId}`));
  await shot(noor.page, "target-answer");
  await noor.close();

  const again = await browser.person();
  await signIn(again.page, people.noor);
  await visit(again.page, `${address}#${answerId}`);
  await isThere(again.page.locator(`#${answerId}`));
  assert.deepEqual(again.errors, []);
  await again.close();
});

test("whoever opens the question from elsewhere has read its notices", async () => {
  const hugo = await browser.person();
  await signIn(hugo.page, people.hugo);
  await visit(hugo.page, address);
  await hugo.page.locator(".question").getByRole("button", { name: "Comment" }).click();
  await hugo.page.locator(".question textarea").fill("Which pallets?");
  await hugo.page.getByRole("button", { name: "Post comment" }).click();
  await hugo.page.locator(".comments", { hasText: "Which pallets?" }).waitFor();
  await hugo.close();

  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await page.getByRole("button", { name: /Notices, .*unread/ }).waitFor();
  await visit(page, "/notices?unread=true");
  await page.locator(".notice-list li", { hasText: title }).waitFor();
  await visit(page, "/questions");
  const read = page.waitForResponse((response) => response.url().endsWith("/notices/read"));
  await page.getByRole("link", { name: title }).first().click();
  assert.equal((await read).status(), 200);
  await visit(page, "/notices?unread=true");
  assert.equal(await page.locator(".notice-list li", { hasText: title }).count(), 0);
  assert.deepEqual(errors, []);
  await close();
});

test("a lead deletes an answer: its author hears of it and why, and sees it as deleted", async () => {
  const lead = await browser.person();
  await signIn(lead.page, people.admin);
  await visit(lead.page, address);
  await lead.page.locator(`#${answerId}`).getByRole("button", { name: "Comment" }).click();
  await lead.page.locator(`#${answerId} textarea`).fill("Not on Fridays.");
  await lead.page.getByRole("button", { name: "Post comment" }).click();
  const comment = lead.page.locator(`#${answerId} .comments > li`, { hasText: "Not on Fridays." });
  await comment.waitFor();
  const own = await fromMenu(lead.page, comment, "Delete");
  await own.getByRole("button", { name: "Delete" }).click();
  await comment.waitFor({ state: "detached" });
  const dialog = await fromMenu(lead.page, lead.page.locator(`#${answerId}`), "Delete");
  await dialog.getByLabel("Reason").fill("It names a customer");
  await checkAxe(lead.page);
  await shot(lead.page, "delete-with-reason");
  await dialog.getByRole("button", { name: "Delete" }).click();
  const gone = lead.page.locator("details.deleted", { hasText: "A deleted answer" });
  await gone.waitFor();
  const under = lead.page.locator("details.deleted", { hasText: "A deleted comment" });
  await under.locator("summary").click();
  await under.getByText("What it stood under was deleted as well").waitFor();
  assert.equal(await under.getByRole("button", { name: "Restore" }).count(), 0);
  await gone.locator("summary").click();
  await checkAxe(lead.page);
  await shot(lead.page, "deleted-here");
  assert.deepEqual(lead.errors, []);
  await lead.close();

  const { page, errors, close } = await browser.person({ viewport: telephone, isMobile: true, hasTouch: true, colorScheme: "dark" });
  await signIn(page, people.hugo);
  await page.getByRole("button", { name: /Notices, .*unread/ }).click();
  const line = page.locator("#notices li", { hasText: "deleted your answer" });
  await line.getByText("It names a customer").waitFor();
  await checkAxe(page);
  await shot(page, "deleted-notice-telephone");
  await line.getByRole("link").click();
  const entry = page.locator("details.deleted");
  await isThere(entry);
  await entry.getByText("It names a customer").waitFor();
  assert.equal(await entry.getByRole("button", { name: "Restore" }).count(), 0, "an author does not undo what a lead did");
  await shot(page, "deleted-seen-telephone");
  assert.deepEqual(errors, []);
  await close();
});

test("it comes back from the list of what was deleted", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, "/moderation/deleted");
  const entry = page.locator(".rows > li", { hasText: title }).filter({ hasText: "A deleted answer" });
  await entry.locator("summary").click();
  await checkAxe(page);
  await shot(page, "deleted-list");
  await entry.getByRole("button", { name: "Restore" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
  await entry.waitFor({ state: "detached" });
  await visit(page, address);
  await page.locator(`#${answerId}`).waitFor();
  const comment = page.locator("details.deleted", { hasText: "A deleted comment" });
  await comment.locator("summary").click();
  await comment.getByRole("button", { name: "Restore" }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});
