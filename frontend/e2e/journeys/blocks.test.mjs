// Keeping somebody away: a member is muted and blocked from their profile, what they wrote is folded, and the settings undo it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const title = `Who holds the key of the small van ${Date.now() % 100_000}?`;
let address = "";

test("somebody answers", async () => {
  const asker = await browser.person();
  await signIn(asker.page, people.noor);
  await visit(asker.page, "/ask");
  await asker.page.getByLabel("Your question, in one sentence").fill(title);
  await asker.page.locator("#ask-topics").fill("onboard");
  await asker.page.getByRole("option", { name: /Onboarding/ }).first().click();
  await asker.page.getByRole("button", { name: "Ask everyone" }).click();
  await asker.page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  address = new URL(asker.page.url()).pathname;
  await asker.close();
  const { page, errors, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, address);
  await page.locator("#new-answer, .answer-form textarea, form textarea").first().fill("The key hangs behind the door.");
  await page.getByRole("button", { name: "Post answer" }).click();
  await page.locator("article.answer").getByText("behind the door").waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("a member is muted, then blocked, and what they wrote is folded until one asks for it", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, "/people/hugo");
  const menu = page.getByRole("button", { name: "More about this person" });
  await menu.click();
  await page.getByRole("menuitem", { name: "Mute" }).click();
  await page.getByText("You have muted this person.").waitFor();
  await menu.click();
  await shot(page, "blocks-menu");
  await page.getByRole("menuitem", { name: "Block", exact: true }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("heading", { name: /^Block / }).waitFor();
  await checkAxe(page);
  await shot(page, "blocks-dialog");
  await dialog.getByRole("button", { name: "Block", exact: true }).click();
  await page.getByText("You have blocked this person.").waitFor();
  await checkAxe(page);
  await visit(page, address);
  const answer = page.locator("article.answer");
  await answer.getByText("By somebody you muted or blocked.").waitFor();
  assert.equal(await answer.getByText("behind the door").count(), 0);
  await checkAxe(page);
  await shot(page, "blocks-folded");
  await answer.getByRole("button", { name: "Show" }).click();
  await answer.getByText("behind the door").waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("the settings say who it is, and undo it; on a telephone and in the dark too", async () => {
  const { page, errors, close } = await browser.person({ viewport: telephone, colorScheme: "dark" });
  await signIn(page, people.noor);
  await visit(page, "/settings/blocks");
  await page.getByRole("link", { name: /Hugo/ }).waitFor();
  await checkAxe(page);
  await shot(page, "blocks-settings");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByText("You have muted or blocked nobody").waitFor();
  await settled(page);
  await checkAxe(page);
  await visit(page, address);
  await page.locator("article.answer").getByText("behind the door").waitFor();
  assert.deepEqual(errors, []);
  await close();
});
