// Communities: one is found, joined, asked in and left; who does not belong does not see what is for members; one is founded; a
// question goes to named people.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { find, fits } from "../communities.mjs";
import { checkAxe, desktop, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const stamp = Date.now() % 1_000_000;
const table = "The difficult-call table";

for (const [manner, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
})) {
  test(`the screens of communities: ${manner}`, async (t) => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.noor);
    await find(page, table, "mine");
    const community = new URL(page.url()).pathname;
    for (const [name, path] of Object.entries({
      communities: "/communities",
      "communities-discover": "/communities?view=discover",
      "communities-pending": "/communities?view=pending",
      "communities-none": "/communities?view=discover&q=nobodycallsitthat",
      "community-found": "/communities/new",
      community,
      "community-members": `${community}/members`,
      "ask-in-community": `/ask?community=${community.split("/").pop()}`,
    })) {
      await t.test(name, async () => {
        await visit(page, path);
        await shot(page, `${name}-${manner}`);
        await fits(page, path);
        assert.equal(await page.locator("h1").count(), 1, "one heading says where one is");
        await checkAxe(page, path);
        assert.deepEqual(errors.splice(0), []);
      });
    }
    await close();
  });
}

test("one finds a community, joins it, asks in it and leaves it", async () => {
  const { page, errors, close } = await browser.person();
  const title = `What do you say when the line is silent for a whole minute, number ${stamp}?`;
  await signIn(page, "viggo.marklund-rao@almvik.example");
  await visit(page, "/");
  await page.getByRole("link", { name: "Communities" }).first().click();
  await page.getByText("You belong to no community yet").waitFor();
  await page.getByRole("link", { name: "To discover" }).last().click();
  await find(page, table);
  assert.equal(await page.getByRole("link", { name: "Ask here" }).count(), 0, "who does not belong does not write");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByText(`You are a member of ${table}.`).waitFor();
  await page.getByRole("link", { name: "Ask here" }).first().click();
  await page.waitForURL(/\/ask\?community=/);
  await page.getByText("Everyone here can read it; the members of").waitFor();
  await page.locator("#ask-title").fill(title);
  await page.locator("#ask-topics").fill("customer calls");
  await page.getByRole("option", { name: /Customer calls/ }).first().click();
  await page.getByRole("button", { name: `Ask ${table}` }).click();
  await page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  await page.locator(".question .audience", { hasText: `in ${table}` }).waitFor();
  await settled(page);
  await checkAxe(page, "a question in a community");
  await shot(page, "community-question-desktop-light");
  await page.locator(".question .audience").getByRole("link", { name: table }).click();
  await page.locator(".question-row", { hasText: title }).waitFor();
  await page.getByRole("button", { name: "Leave" }).click();
  await checkAxe(page, "before leaving");
  await page.getByRole("dialog").getByRole("button", { name: "Leave" }).click();
  await page.getByText(`You have left ${table}.`).waitFor();
  await page.getByRole("button", { name: "Join" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Ask here" }).count(), 0);
  assert.deepEqual(errors, []);
  await close();
});

test("what is for members others do not read, and what is hidden is not there", async () => {
  const insider = await browser.person();
  await signIn(insider.page, people.hugo);
  await find(insider.page, "First year as a lead", "mine");
  await insider.page.getByText("How do I give feedback to somebody who was my colleague").waitFor();
  const hidden = new URL(insider.page.url()).pathname;
  await insider.page.getByRole("link", { name: "How do I give feedback" }).click();
  await insider.page.waitForURL(/\/questions\//);
  const secret = new URL(insider.page.url()).pathname;
  await insider.close();

  const other = await browser.person();
  await signIn(other.page, people.mateo);
  await visit(other.page, "/communities?view=discover&q=lead");
  await other.page.getByText("No community fits these words").waitFor();
  for (const path of [hidden, secret]) {
    await visit(other.page, path);
    await other.page.getByText("This page does not exist").first().waitFor();
  }
  await visit(other.page, "/search?q=feedback%20colleague%20March");
  assert.equal(await other.page.getByText("How do I give feedback to somebody").count(), 0);
  await find(other.page, "Skiftledarna");
  await other.page.getByText("What is written here is for its members").waitFor();
  assert.equal(await other.page.locator(".question-row").count(), 0);
  assert.equal(await other.page.getByRole("button", { name: "Join", exact: true }).count(), 0);
  await other.page.getByRole("button", { name: "Ask to join" }).waitFor();
  await checkAxe(other.page, "a community for members");
  await shot(other.page, "community-closed-desktop-light");
  await other.close();
});

test("a community is founded, and only ways in that fit are offered", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.mateo);
  await visit(page, "/communities");
  await page.getByRole("link", { name: "Found a community" }).click();
  await page.getByRole("button", { name: "Found it" }).click();
  await page.locator("#community-name-error").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "community-name");
  await page.locator("#community-name").fill(`Reading contracts together ${stamp}`);
  await page.locator("#community-purpose").fill("For those who sign what others wrote.");
  await page.locator("#community-for").fill("Anyone with a pen");
  await page.getByText("Members only", { exact: true }).click();
  assert.equal(await page.locator("input[name='join-rule']").count(), 1, "what is hidden is joined by invitation");
  await page.getByText("Members, and others see that it is there").click();
  assert.equal(await page.locator("input[name='join-rule']").count(), 3);
  await settled(page);
  await checkAxe(page, "founding a community");
  await page.getByRole("button", { name: "Found it" }).click();
  await page.waitForURL(/\/communities\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name: `Reading contracts together ${stamp}` }).waitFor();
  await page.getByText("No questions here yet").waitFor();
  await page.getByText("You answer for it").waitFor();
  await shot(page, "community-founded-desktop-light");
  assert.deepEqual(errors, []);
  await close();
});

test("a question goes to named people, who of them is away is said before, and the draft keeps them", async () => {
  const asker = await browser.person();
  const title = `How do I read the new supplier agreement without a lawyer, number ${stamp}?`;
  await signIn(asker.page, people.noor);
  await visit(asker.page, "/ask");
  await asker.page.locator("#ask-title").fill(title);
  await asker.page.locator("#ask-topics").fill("supplier");
  await asker.page.getByRole("option", { name: /Supplier contracts/ }).first().click();
  await asker.page.getByText("Named people", { exact: true }).click();
  await asker.page.locator("#ask-people").fill("Hugo");
  await asker.page.getByRole("option", { name: /Hugo/ }).first().click();
  await asker.page.getByRole("button", { name: "Ask Hugo Ahlberg-Nti", exact: true }).last().waitFor();
  await asker.page.locator("#ask-people").fill("Amara");
  await asker.page.getByRole("option", { name: /Amara/ }).first().click();
  await asker.page.getByText(/Amara Oduya-Berg is away/).waitFor();
  await asker.page.getByText("They can read it, but are not asked.").waitFor();
  await asker.page.keyboard.press("Escape");
  await settled(asker.page);
  await checkAxe(asker.page, "asking named people");
  await shot(asker.page, "ask-people-desktop-light");
  await asker.page.getByText("Draft kept").first().waitFor();
  await visit(asker.page, "/ask");
  await asker.page.locator(".topic", { hasText: "Hugo Ahlberg-Nti" }).waitFor();
  await asker.page.getByRole("button", { name: "Ask Hugo Ahlberg-Nti and Amara Oduya-Berg" }).click();
  await asker.page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  await asker.page.locator(".question .audience", { hasText: "asked of Amara Oduya-Berg and Hugo Ahlberg-Nti" }).waitFor();
  const path = new URL(asker.page.url()).pathname;
  assert.deepEqual(asker.errors, []);
  await asker.close();

  const hugo = await browser.person();
  await signIn(hugo.page, people.hugo);
  await visit(hugo.page, path);
  await hugo.page.getByRole("heading", { level: 1, name: title }).waitFor();
  await visit(hugo.page, "/questions");
  await hugo.page.locator(".question-row", { hasText: title }).locator(".audience").waitFor();
  await hugo.close();
  const mateo = await browser.person();
  await signIn(mateo.page, people.mateo);
  await visit(mateo.page, path);
  await mateo.page.getByText("This page does not exist").first().waitFor();
  await mateo.close();
});
