// Writing well: nothing typed is lost, pictures stand in posts, code and formulas look right, edits can be read and undone.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { crc32, deflateSync } from "node:zlib";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const stamp = Date.now() % 100_000;
const title = `How do we reset the label printer number ${stamp}?`;
let address;

/** A PNG of one colour. */
function png(width, height, [red, green, blue]) {
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.concat([Buffer.from([0]), Buffer.from(Array(width).fill([red, green, blue]).flat())]);
  const pixels = deflateSync(Buffer.concat(Array(height).fill(row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", pixels), chunk("IEND", Buffer.alloc(0))]);
}

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

test("a picture is pasted, described, and seen by the others", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.mateo);
  await visit(page, address);
  const field = answerField(page);
  await field.fill("This is the button:");
  const bytes = [...png(320, 200, [30, 110, 130])];
  await field.evaluate((area, bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "secret-name.png", { type: "image/png" }));
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, bytes);
  const words = page.getByLabel("What does the picture show?");
  await words.waitFor();
  await shot(page, "writing-picture");
  await page.getByRole("button", { name: "Insert picture" }).click();
  await page.getByText("Say what the picture shows.").waitFor();
  await words.fill("The button under the lid");
  await words.press("Enter");
  assert.match(await field.inputValue(), /^This is the button:\n\n!\[The button under the lid\]\(\/files\/[0-9a-f-]{36}\?320x200\)\n$/);
  await page.locator("#yours input[type='file']").setInputFiles({ name: "b.png", mimeType: "image/png", buffer: png(40, 40, [200, 60, 40]) });
  await words.waitFor();
  await page.getByRole("button", { name: "Leave it out" }).click();
  await words.waitFor({ state: "detached" });
  const dragged = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "dropped.png", { type: "image/png" }));
    return data;
  }, [...png(60, 30, [90, 60, 140])]);
  await field.dispatchEvent("dragover", { dataTransfer: dragged });
  await field.dispatchEvent("drop", { dataTransfer: dragged });
  await words.fill("The lid, from above");
  await words.press("Enter");
  assert.match(await field.inputValue(), /!\[The lid, from above\]\(\/files\/[0-9a-f-]{36}\?60x30\)/);
  await page.locator("#yours input[type='file']").setInputFiles({ name: "b.txt", mimeType: "text/plain", buffer: Buffer.from("no") });
  await page.getByText("Only PNG, JPEG, GIF and WebP").waitFor();
  await page.getByRole("button", { name: "Preview" }).last().click();
  await loaded(page, ".preview img");
  await page.getByRole("button", { name: "Write" }).last().click();
  await page.getByRole("button", { name: "Post answer" }).click();
  await loaded(page, ".answer .prose img");
  assert.deepEqual(errors, []);
  await close();

  const reader = await browser.person({ colorScheme: "dark" });
  await signIn(reader.page, people.noor);
  await visit(reader.page, address);
  await loaded(reader.page, ".answer .prose img");
  await checkAxe(reader.page);
  await shot(reader.page, "writing-dark");
  await reader.close();
});

/** Waits until a picture shows something. */
async function loaded(page, selector) {
  await page.locator(selector).first().waitFor();
  await page.waitForFunction((selector) => {
    const picture = document.querySelector(selector);
    return picture?.src.startsWith("blob:") && picture.complete && picture.naturalWidth > 0;
  }, selector);
}

test("an edit can be read word by word and taken back", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, address);
  const mine = page.locator(".answer", { hasText: "Hold the button." });
  await mine.getByRole("button", { name: "More for this post" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  // While it is edited its words stand in the field, not in the text the answer is found by.
  const field = page.locator(".answer textarea");
  await field.fill((await field.inputValue()).replace("Hold the button.", "Press the lever."));
  await page.getByText("Draft kept").waitFor();
  await page.getByRole("button", { name: "Save" }).click();
  const edited = page.locator(".answer", { hasText: "Press the lever." });
  await edited.getByRole("button", { name: "More for this post" }).click();
  await page.getByRole("menuitem", { name: "History" }).click();
  await page.getByText("What changed").first().click();
  await page.locator(".diff del", { hasText: "Hold" }).waitFor();
  await page.locator(".diff ins", { hasText: "Press" }).waitFor();
  await checkAxe(page);
  await shot(page, "writing-history");
  await page.getByRole("button", { name: /Restore this version/ }).click();
  await page.locator(".answer", { hasText: "Hold the button." }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("words of a post are quoted into an answer, and a link leads to the post it names", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, address);
  const said = page.locator(".answer .prose p", { hasText: "Hold the button." }).first();
  await said.click({ clickCount: 3 });
  await page.getByRole("button", { name: "Quote in my answer" }).click();
  const field = answerField(page);
  await page.waitForFunction(() => document.querySelector("#answer").value.startsWith("> "));
  assert.match(await field.inputValue(), /^> Hold the button\.\n>\n> — \[.+\]\(\/questions\/[0-9a-f-]{36}#answer-[0-9a-f-]{36}\)\n\n$/);
  const link = /\((\/questions\/[^)]+)\)/.exec(await field.inputValue())[1];
  await field.fill("");
  await visit(page, link);
  await page.locator(".answer[data-target]").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.id), link.split("#")[1]);
  await settled(page);
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator(".bar").isVisible(), false);
  assert.equal(await page.locator("#yours").isVisible(), false);
  assert.equal(await said.isVisible(), true);
  await shot(page, "writing-print");
  assert.deepEqual(errors, []);
  await close();
});

test("a post's link is copied, shared with whatever the device shares with, and shown where neither works", async () => {
  const { page, context, errors, close } = await browser.person();
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  // A desktop browser without a share sheet offers none; this one has it, and notes what it was given.
  await page.addInitScript(() => {
    window.shared = [];
    navigator.share = async (what) => void window.shared.push(what);
  });
  await signIn(page, people.noor);
  await visit(page, address);
  const expected = new RegExp(`${address}#answer-[0-9a-f-]{36}$`);
  const act = async (name) => {
    await page.locator(".answer").first().getByRole("button", { name: "More for this post" }).click();
    await page.getByRole("menuitem", { name }).click();
  };
  await act("Copy link");
  await page.getByText("The link is copied.").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), expected);
  await act("Share");
  const [shared] = await page.evaluate(() => window.shared);
  assert.match(shared.url, expected);
  assert.ok(shared.title.includes(title), shared.title);
  await page.evaluate(() => Object.defineProperty(navigator, "clipboard", { value: undefined }));
  const asked = page.waitForEvent("dialog").then(async (dialog) => {
    const said = [dialog.type(), dialog.message(), dialog.defaultValue()];
    await dialog.dismiss();
    return said;
  });
  await act("Copy link");
  const [kind, words, offered] = await asked;
  assert.deepEqual([kind, words], ["prompt", "Copy this link:"]);
  assert.match(offered, expected);
  assert.deepEqual(errors, []);
  await close();
});
