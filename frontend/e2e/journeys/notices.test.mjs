// Being told: one person answers and names another; the bell of both rings, reading quiets it, and nothing rings for one's own acts.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const title = `Who has the key of the small meeting room ${Date.now() % 100_000}?`;
let address;

async function ask(page) {
  await visit(page, "/ask");
  await page.getByLabel("Your question, in one sentence").fill(title);
  await page.locator("#ask-body").fill("The door is locked.");
  await page.locator("#ask-topics").fill("onboard");
  await page.getByRole("option", { name: /Onboarding/ }).first().click();
  await page.getByRole("button", { name: "Ask everyone" }).click();
  await page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return new URL(page.url()).pathname;
}

test("somebody asks, somebody answers and names a third, with completion", async () => {
  const noor = await browser.person();
  await signIn(noor.page, people.noor);
  address = await ask(noor.page);
  const hugo = await browser.person();
  await signIn(hugo.page, people.hugo);
  await visit(hugo.page, address);
  const area = hugo.page.locator("textarea").last();
  await area.click();
  await area.pressSequentially("It hangs in the kitchen, says @henr");
  await hugo.page.getByRole("option", { name: /Henrike/ }).first().waitFor();
  await checkAxe(hugo.page);
  await shot(hugo.page, "mention-completion");
  await hugo.page.keyboard.press("Enter");
  assert.match(await area.inputValue(), /says @[a-z0-9-]+ $/);
  await hugo.page.getByRole("button", { name: "Post answer" }).click();
  const mention = hugo.page.locator(".answer .prose a[href^='/people/']").first();
  await mention.waitFor();
  assert.deepEqual(hugo.errors, []);
  await hugo.close();
  await noor.close();
});

test("the bell says so, leads there, and is quiet after reading", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  const bell = page.getByRole("button", { name: /Notices, .*unread/ });
  await bell.waitFor();
  await bell.click();
  const line = page.locator("#notices li", { hasText: title });
  await line.waitFor();
  assert.match(await line.innerText(), /answered/);
  assert.match(await line.innerText(), /Because you asked/);
  await checkAxe(page);
  await shot(page, "bell-desktop");
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("#notices").count(), 0);
  await bell.click();
  await line.getByRole("link").click();
  await page.waitForURL((url) => url.pathname === address);
  await visit(page, "/notices?unread=true");
  assert.equal(await page.locator(".notice-list li", { hasText: title }).count(), 0);
  await visit(page, "/notices");
  await page.locator(".notice-list li", { hasText: title }).waitFor();
  await shot(page, "notices-desktop");
  assert.deepEqual(errors, []);
  await close();
});

test("whoever was named finds it on a telephone, and can have all of it read", async () => {
  const { page, errors, close } = await browser.person({ viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true });
  await signIn(page, people.admin);
  await page.getByRole("button", { name: /Notices, .*unread/ }).click();
  await page.locator("#notices li", { hasText: "mentioned you" }).first().waitFor();
  await shot(page, "bell-telephone");
  await page.getByRole("link", { name: "All notices" }).click();
  await page.getByRole("heading", { level: 1, name: "Notices" }).waitFor();
  await settled(page);
  await checkAxe(page);
  await shot(page, "notices-telephone");
  await page.getByRole("button", { name: "Mark all read" }).click();
  await page.getByRole("button", { name: "Notices", exact: true }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("a question and a person are followed and left alone again, a post is kept with a note", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, address);
  const follow = page.locator(".question .actions").getByRole("button", { name: /^Follow/ }).first();
  await follow.click();
  await page.locator(".question").getByRole("button", { name: "Following" }).first().waitFor();
  await page.locator(".question").getByRole("button", { name: "More for this post" }).first().click();
  await page.getByRole("menuitem", { name: "Keep for later" }).click();
  await page.getByLabel("Note").fill("Ask Hugo on Monday");
  await checkAxe(page);
  await shot(page, "keep-dialog");
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await visit(page, "/bookmarks?q=monday");
  await page.getByRole("link", { name: title }).waitFor();
  await checkAxe(page);
  await shot(page, "bookmarks-desktop");
  await visit(page, "/people/noor");
  await page.getByRole("button", { name: "Follow", exact: true }).first().click();
  await page.getByRole("button", { name: "Following" }).first().waitFor();
  await shot(page, "profile-follow");
  assert.deepEqual(errors, []);
  await close();
});

test("what one is told of is chosen in the settings and stays", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, "/settings/notices");
  const comments = page.locator(".ways li", { hasText: "Comments" });
  // The second choice is made while the first is still on its way.
  let letGo;
  const held = new Promise((resolve) => (letGo = resolve));
  await page.route("**/api/v1/me/notices", async (route) => {
    if (route.request().method() === "PATCH") await held;
    await route.continue();
  });
  const saved = [];
  page.on("response", (response) => response.request().method() === "PATCH" && saved.push(response.status()));
  const allSaved = async (count) => {
    while (saved.length < count) await page.waitForEvent("response");
  };
  await comments.getByRole("switch").click();
  await comments.getByRole("combobox").selectOption("never");
  letGo();
  await allSaved(2);
  assert.deepEqual(saved, [200, 200]);
  await visit(page, "/settings/notices");
  assert.equal(await comments.getByRole("switch").isChecked(), false);
  assert.equal(await comments.getByRole("combobox").inputValue(), "never");
  await comments.getByRole("switch").click();
  await comments.getByRole("combobox").selectOption("daily");
  await allSaved(4);
  assert.deepEqual(errors, []);
  await close();
});

test("a forgotten password: the same words for every address", async () => {
  const { page, errors, close } = await browser.person();
  await visit(page, "/sign-in");
  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.locator("#email").fill("nobody@almvik.example");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await page.getByText("If nobody@almvik.example has an account here").waitFor();
  await checkAxe(page);
  await shot(page, "forgot-password");
  await visit(page, "/reset-password?token=guess");
  await page.locator("#password").fill("a tram full of accordions");
  await page.getByRole("button", { name: "Save and sign in" }).click();
  await page.getByText("This link does not work any more").waitFor();
  await visit(page, "/unsubscribe?token=guess");
  await checkAxe(page);
  assert.deepEqual(errors, []);
  await close();
});
