// The door: what everybody sees before signing in, in both themes and widths.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, desktop, openBrowser, shot, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

for (const [name, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
})) {
  test(`the door opens without an error and is accessible: ${name}`, async () => {
    const { page, errors, close } = await browser.person(options);
    await visit(page, "/sign-in");
    assert.equal(await page.locator("#password").count(), 1);
    await checkAxe(page);
    await shot(page, `sign-in-${name}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
    assert.deepEqual(errors, []);
    await close();
  });
}

test("the page and its files carry a strict policy", async () => {
  const { page, close } = await browser.person();
  const answer = await page.goto("/sign-in");
  const policy = answer.headers()["content-security-policy"];
  assert.match(policy, /script-src 'self' 'wasm-unsafe-eval'/);
  assert.doesNotMatch(policy, /unsafe-inline/);
  assert.equal(answer.headers()["x-content-type-options"], "nosniff");
  await close();
});

test("the fonts of the design are there", async () => {
  const { page, close } = await browser.person();
  await visit(page, "/sign-in");
  const loaded = await page.evaluate(async () => {
    await document.fonts.ready;
    return [...document.fonts].filter((font) => font.status === "loaded").map((font) => font.family.replaceAll('"', ""));
  });
  assert.ok(loaded.includes("Figtree Variable"), `loaded: ${loaded}`);
  await close();
});
