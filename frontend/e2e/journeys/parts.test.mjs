// The app comes in parts: one that cannot be fetched says so, and is tried again.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, signIn } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

test("a part that cannot be fetched says so, and comes when it is tried again", async () => {
  const { page, close } = await browser.person();
  await signIn(page, people.noor);
  const part = "**/split_people.wasm";
  await page.route(part, (route) => route.abort());
  await page.getByRole("navigation").first().getByRole("link", { name: "People" }).click();
  const again = page.getByRole("button", { name: "Try again" });
  await again.waitFor();
  await checkAxe(page, "a part that did not come");
  await page.unroute(part);
  await again.click();
  await page.getByRole("heading", { level: 1, name: "People" }).waitFor();
  assert.equal(await page.getByRole("alert").count(), 0);
  await close();
});
