// Asking without one's name: it is said who could learn it, others read "Anonymous", the asker goes on with it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const title = `How do I say no to a caller who cries ${Date.now() % 100_000}?`;
let address = "";

async function choose(page) {
  await visit(page, "/ask");
  await page.getByLabel("Your question, in one sentence").fill(title);
  await page.getByRole("checkbox", { name: /Ask without my name/ }).check();
  await page.getByText("Who could learn your name").waitFor();
}

test("it is said before asking who could learn the name", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await choose(page);
  await page.getByText("In Tacit nobody").waitFor();
  await checkAxe(page);
  await shot(page, "nameless-ask");
  await page.locator("#ask-topics").fill("onboard");
  await page.getByRole("option", { name: /Onboarding/ }).first().click();
  await page.getByRole("button", { name: "Ask everyone" }).click();
  await page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  address = new URL(page.url()).pathname;
  await page.locator(".question").getByText("Anonymous (you)").waitFor();
  await page.locator(".question").getByText(/asked today/i).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("others read Anonymous, and their answer reaches the asker", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, address);
  await page.locator(".question").getByText("Anonymous", { exact: true }).waitFor();
  assert.equal(await page.locator("main").getByText("Noor").count(), 0);
  await page.getByRole("textbox", { name: "Your answer" }).fill("Kindly, and once.");
  await page.getByRole("button", { name: "Post answer" }).click();
  await page.locator("article.answer").getByText("Kindly, and once.").waitFor();
  await checkAxe(page);
  await shot(page, "nameless-others");
  assert.deepEqual(errors, []);
  await close();
});

test("the asker comments and accepts without the name; on a telephone and in the dark too", async () => {
  const { page, errors, close } = await browser.person({ viewport: telephone, colorScheme: "dark" });
  await signIn(page, people.noor);
  await choose(page);
  await checkAxe(page);
  await shot(page, "nameless-ask-telephone");
  await visit(page, address);
  await page.getByText("You asked without your name and go on without it here.").first().waitFor();
  await page.getByRole("button", { name: "Accept" }).first().click();
  await page.locator("article.answer").getByText(/accepted/i).first().waitFor();
  await settled(page);
  await checkAxe(page);
  await shot(page, "nameless-own");
  assert.deepEqual(errors, []);
  await close();
});
