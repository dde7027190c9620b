// The main job: one person asks, another finds it, answers it, and the first accepts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const title = `Where do we keep the spare key of the blue van ${Date.now() % 100_000}?`;
let address;

test("while the title is typed, similar questions appear and solved ones are marked", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, "/ask");
  await page.getByLabel("Your question, in one sentence").fill("recorded customer call for training");
  const similar = page.locator("#ask-similar li");
  await similar.first().waitFor();
  assert.match(await similar.first().innerText(), /recorded customer call/i);
  assert.match(await similar.first().innerText(), /solved/i);
  await checkAxe(page);
  assert.deepEqual(errors, []);
  await close();
});

test("a question is asked with a new topic, after a look at the preview", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, "/ask");
  await page.getByLabel("Your question, in one sentence").fill(title);
  await page.locator("#ask-body").fill("The **hook** is empty.\n\n<script>alert(1)</script>");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.locator(".preview strong", { hasText: "hook" }).waitFor();
  assert.equal(await page.locator(".preview script").count(), 0);
  await page.getByRole("button", { name: "Write" }).click();
  const topics = page.locator("#ask-topics");
  await topics.fill("onboard");
  await page.getByRole("option", { name: /Onboarding/ }).first().click();
  await page.getByRole("button", { name: "Ask everyone" }).click();
  await page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  address = new URL(page.url()).pathname;
  assert.equal(await page.locator(".question script").count(), 0);
  assert.deepEqual(errors, []);
  await close();
});

test("what was asked is found by its words, with a spelling mistake and on a telephone", async () => {
  const { page, errors, close } = await browser.person({ viewport: telephone, isMobile: true, hasTouch: true });
  await signIn(page, people.lova);
  await visit(page, `/search?q=${encodeURIComponent("spare kay blue van")}`);
  await page.getByRole("link", { name: title }).first().waitFor();
  await checkAxe(page);
  await shot(page, "search-telephone");
  assert.deepEqual(errors, []);
  await close();
});

test("a colleague answers, another finds it helpful, the asker comments and accepts and takes it back", async () => {
  const helper = await browser.person();
  await signIn(helper.page, people.hugo);
  await visit(helper.page, address);
  await helper.page.getByRole("textbox", { name: "Your answer" }).fill("In the drawer under the coffee machine.");
  await helper.page.getByRole("button", { name: "Post answer" }).click();
  await helper.page.locator(".answer .prose", { hasText: "coffee machine" }).waitFor();
  assert.equal(await helper.page.locator(".answer button.helpful:enabled").count(), 0, "nobody marks their own answer");
  await helper.close();

  const reader = await browser.person();
  await signIn(reader.page, people.lova);
  await visit(reader.page, address);
  const helpful = reader.page.locator(".answer button.helpful");
  await helpful.click();
  await reader.page.locator(".answer button.helpful[aria-pressed='true']").waitFor();
  await reader.close();

  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, address);
  await page.locator(".answer").getByRole("button", { name: "Comment" }).click();
  await page.getByLabel("Your comment, in Markdown").fill("Found it, thank you.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await page.locator(".answer .comments", { hasText: "Found it" }).waitFor();
  await page.getByRole("button", { name: "Accept", exact: true }).click();
  await page.locator(".answer[data-accepted]").waitFor();
  await page.getByText("Solved").first().waitFor();
  await checkAxe(page);
  await shot(page, "question-accepted");
  await page.getByRole("button", { name: "Take acceptance back" }).first().click();
  await page.getByRole("dialog").getByRole("button", { name: "Take acceptance back" }).click();
  await page.locator(".answer:not([data-accepted])").waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("a stale edit loses no text", async () => {
  const first = await browser.person();
  const second = await browser.person();
  for (const { page } of [first, second]) {
    await signIn(page, people.noor);
    await visit(page, address);
    await page.locator(".question").getByRole("button", { name: "More for this post" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
  }
  const save = async (page, text) => {
    await page.getByRole("textbox", { name: "Text", exact: true }).fill(text);
    await page.getByRole("button", { name: "Save" }).click();
  };
  await save(first.page, "The hook by the door is empty.");
  await first.page.locator(".question .prose", { hasText: "by the door" }).waitFor();
  await save(second.page, "My own careful words.");
  await second.page.getByText("Somebody changed this while you were writing.").waitFor();
  assert.equal(await second.page.getByRole("textbox", { name: "Text", exact: true }).inputValue(), "My own careful words.");
  await first.close();
  await second.close();
});

test("a stranger's address and what is not there look alike", async () => {
  const { page, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, "/questions/01990000-0000-7000-8000-000000000000");
  await settled(page);
  assert.match(await page.locator("main").innerText(), /not|nothing|no /i);
  await checkAxe(page);
  await close();
});
