// Who knows what: reasons behind a word, confirming a colleague, saying what one knows, and whom to ask.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, desktop, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

for (const [manner, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
})) {
  test(`a strength is a word that opens its reasons: ${manner}`, async () => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.noor);
    await visit(page, "/people/mateo");
    await page.getByRole("heading", { name: "Ask me about" }).waitFor();
    await page.getByRole("heading", { name: "Learning now" }).waitFor();
    const line = page.locator(".strength", { hasText: "Negotiating" });
    await line.locator("summary").click();
    await line.locator(".evidence dt").first().waitFor();
    assert.match(await line.locator(".evidence").innerText(), /confirms it/);
    await checkAxe(page);
    await shot(page, `profile-why-${manner}`);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
    assert.deepEqual(errors, []);
    await close();
  });

  test(`topic, people by topic, settings: ${manner}`, async (t) => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.admin);
    for (const [name, path] of Object.entries({
      "topic-people": "/topics/negotiating",
      "people-by-topic": "/people?topics=negotiating,supplier-contracts",
      "settings-topics": "/settings/topics",
      "settings-availability": "/settings/availability",
    })) {
      await t.test(name, async () => {
        await visit(page, path);
        await shot(page, `${name}-${manner}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
        await checkAxe(page, path);
        assert.deepEqual(errors.splice(0), []);
      });
    }
    await close();
  });
}

test("a colleague confirms what they saw, once a day, and takes it back", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, "/people/oskari");
  const line = page.locator(".strength", { hasText: "Forklift" });
  await line.getByRole("button", { name: "I have seen this" }).click();
  const given = line.getByRole("button", { name: "You confirmed this" });
  await given.waitFor();
  await page.getByText("You confirmed one topic today").waitFor();
  assert.equal(await page.getByRole("button", { name: "I have seen this" }).count(), 0);
  await given.click();
  await line.getByRole("button", { name: "I have seen this" }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("one says what one knows, and is found by it", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, "/settings/topics");
  await page.locator("#my-topic").fill("Month");
  await page.getByRole("option", { name: /Month end/ }).first().click();
  await page.locator("#my-level").selectOption("experienced");
  await page.getByRole("button", { name: "Add a topic" }).click();
  await page.locator(".my-topic", { hasText: "Month" }).waitFor();
  await visit(page, "/people?topics=month-end");
  await page.locator(".person", { hasText: "Hugo" }).waitFor();
  await visit(page, "/settings/topics");
  await page.locator(".my-topic", { hasText: "Month" }).locator("select").selectOption("");
  await page.locator(".my-topic", { hasText: "Month" }).waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
  await close();
});

test("while a question is written, those likely to know stand beside it with reasons", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.noor);
  await visit(page, "/ask");
  await page.getByLabel("Your question, in one sentence").fill("How do I say no to a discount on a price call?");
  await page.locator("#ask-topics").fill("negot");
  await page.getByRole("option", { name: /Negotiating/ }).first().click();
  const likely = page.getByRole("complementary", { name: "Who is likely to know" });
  await likely.getByRole("link", { name: "Mateo Quillanes" }).waitFor();
  await settled(page);
  assert.match(await likely.innerText(), /Negotiating|Answered/);
  await checkAxe(page);
  await shot(page, "ask-likely-desktop-light");
  assert.deepEqual(errors, []);
  await close();
});
