// Writing well: nothing typed is lost, the toolbar writes Markdown, code and formulas look right.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const stamp = Date.now() % 100_000;
const title = `How do we reset the label printer number ${stamp}?`;
let address;

const answerField = (page) => page.getByRole("textbox", { name: "Your answer" });

test("what is typed is kept, found on another device, and gone when it is posted", async () => {
  const laptop = await browser.person();
  await signIn(laptop.page, people.noor);
  await visit(laptop.page, "/ask");
  await laptop.page.getByLabel("Your question, in one sentence").fill(title);
  await laptop.page.locator("#ask-body").fill("It blinks **red**.");
  await laptop.page.getByText("Draft kept").waitFor();

  const phone = await browser.person({ viewport: telephone, isMobile: true, hasTouch: true, colorScheme: "dark" });
  await signIn(phone.page, people.noor);
  await visit(phone.page, "/drafts");
  await checkAxe(phone.page);
  await shot(phone.page, "drafts-telephone");
  await phone.page.getByRole("link", { name: title }).click();
  await phone.page.getByText("Your draft is back").waitFor();
  assert.equal(await phone.page.locator("#ask-body").inputValue(), "It blinks **red**.");
  await phone.page.locator("#ask-topics").fill("printers");
  await phone.page.locator("#ask-topics").press("Enter");
  await shot(phone.page, "ask-telephone");
  await phone.page.getByRole("button", { name: "Ask everyone" }).click();
  await phone.page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  address = new URL(phone.page.url()).pathname;
  await visit(phone.page, "/drafts");
  assert.equal(await phone.page.getByRole("link", { name: title }).count(), 0);
  assert.deepEqual(phone.errors, []);
  await phone.close();
  assert.deepEqual(laptop.errors, []);
  await laptop.close();
});

test("the toolbar and its shortcuts write Markdown, and Ctrl + Enter posts", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, address);
  const field = answerField(page);
  await field.fill("Hold the button");
  await field.press("Control+a");
  await field.press("Control+b");
  assert.equal(await field.inputValue(), "**Hold the button**");
  await field.press("Control+b");
  assert.equal(await field.inputValue(), "Hold the button");
  await field.press("Control+z");
  assert.equal(await field.inputValue(), "**Hold the button**", "the browser's own undo knows it");
  await field.press("End");
  await field.press("Enter");
  await field.press("Enter");
  const bar = page.locator("#yours [role='toolbar']");
  await bar.getByRole("button", { name: "Table" }).click();
  assert.match(await field.inputValue(), /\| A \| B \|\n\| --- \| --- \|/);
  await bar.getByRole("button", { name: "Bold" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-label")), "Emphasis");
  await field.fill(
    "Hold the button.\n\n```rust\nfn reset(seconds: u64) -> bool {\n    // Ten is enough.\n    seconds >= 10 && \"ready\" != \"busy\"\n}\n```\n\n" +
      "The wait is $t = \\frac{n}{2}$ seconds:\n\n$$\\sum_{i=1}^{n} x_i$$\n\n- [x] paper\n- [ ] ink\n\n| Light | Means |\n| --- | --- |\n| red | wait |\n",
  );
  await field.press("Control+Enter");
  await page.locator(".answer .prose .c-key", { hasText: "fn" }).waitFor();
  assert.equal(await page.locator(".answer .prose math").count(), 2);
  assert.equal(await page.locator(".answer .prose pre").first().getAttribute("tabindex"), "0");
  await checkAxe(page);
  await shot(page, "writing-answer");
  assert.deepEqual(errors, []);
  await close();
});
