// From the first sign-in to an answer by the person who was suggested: topics in a minute, asking somebody in person, passing
// to a colleague, and what the asker sees of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, desktop, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const secret = "a new colleague walks in at nine";
const newcomer = `vilja.${Date.now()}@almvik.example`;

/** Opens a page anew until it shows something: the messenger goes round once a second. */
async function until(page, path, locator) {
  const end = Date.now() + 20_000;
  for (;;) {
    await visit(page, path);
    if ((await locator().count()) > 0) return;
    assert.ok(Date.now() < end, `${path} does not show it`);
  }
}

async function fits(page) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${page.url()} is ${overflow} px too wide`);
}

test("a newcomer says what they know, asks somebody in person, and is answered by whom that person names", async () => {
  const admin = await browser.person();
  await signIn(admin.page, people.admin);
  await visit(admin.page, "/admin/invitations");
  await admin.page.locator("#invite-email").fill(newcomer);
  await admin.page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await admin.page.locator(".link code").innerText();
  await admin.close();

  // In, for the first time.
  const vilja = await browser.person();
  await visit(vilja.page, new URL(link).pathname + new URL(link).search);
  await vilja.page.locator("#name").fill("Vilja Sandqvist");
  await vilja.page.locator("#email").fill(newcomer);
  await vilja.page.locator("#password").fill(secret);
  await vilja.page.locator("form button").last().click();
  await vilja.page.waitForURL((url) => url.pathname !== "/register");
  await visit(vilja.page, "/");
  const welcome = vilja.page.getByRole("region", { name: /What can colleagues ask you/ });
  await welcome.waitFor();
  await settled(vilja.page);
  await checkAxe(vilja.page);
  await shot(vilja.page, "welcome-desktop-light");
  await welcome.locator("#welcome-knows").fill("Spread");
  await vilja.page.getByRole("option", { name: /Spreadsheets/ }).first().click();
  await welcome.locator("#welcome-learns").fill("Negot");
  await vilja.page.getByRole("option", { name: /Negotiating/ }).first().click();
  await welcome.getByRole("button", { name: "Save" }).click();
  await welcome.waitFor({ state: "detached" });
  await visit(vilja.page, "/");
  assert.equal(await welcome.count(), 0);
  await visit(vilja.page, "/settings/topics");
  assert.match(await vilja.page.locator(".rows").innerText(), /Spreadsheets[\s\S]*Negotiating|Negotiating[\s\S]*Spreadsheets/);

  // Asks Mateo, from his profile.
  await visit(vilja.page, "/people/mateo");
  await shot(vilja.page, "profile-ask-desktop-light");
  await vilja.page.locator(".strength", { hasText: "Negotiating" }).getByRole("link", { name: /Ask about this/ }).click();
  await vilja.page.waitForURL(/\/ask\?ask=mateo&topic=negotiating/);
  await vilja.page.getByText("Mateo Quillanes is asked first").waitFor();
  await vilja.page.locator("#ask-title").fill("How do you open a first round with a supplier you have never met?");
  await settled(vilja.page);
  await checkAxe(vilja.page);
  await shot(vilja.page, "ask-first-desktop-light");
  await vilja.page.getByRole("button", { name: "Ask everyone" }).click();
  await vilja.page.waitForURL(/\/questions\//);
  const question = new URL(vilja.page.url()).pathname;
  const steps = () => vilja.page.getByRole("region", { name: "Who was asked" }).getByText(/Asked Mateo Quillanes, as you wished/);
  await until(vilja.page, question, steps);
  await checkAxe(vilja.page);

  // Mateo reads it on Home, and passes to Hugo.
  const mateo = await browser.person();
  await signIn(mateo.page, people.mateo);
  const wanted = () => mateo.page.locator(".help-wanted", { hasText: "How do you open a first round" });
  await until(mateo.page, "/", wanted);
  assert.match(await wanted().innerText(), /Vilja Sandqvist asked you/);
  await shot(mateo.page, "home-help-desktop-light");
  await wanted().getByRole("link", { name: /How do you open/ }).click();
  await mateo.page.getByText("Vilja Sandqvist would like to hear it from you").waitFor();
  await mateo.page.locator(".request").getByRole("button", { name: "Pass" }).click();
  await mateo.page.locator("#pass-to").fill("Hugo");
  await mateo.page.getByRole("option", { name: /Hugo/ }).first().click();
  await mateo.page.locator("#pass-word").fill("Hugo has opened more first rounds than I have.");
  await settled(mateo.page);
  await checkAxe(mateo.page);
  await shot(mateo.page, "pass-desktop-light");
  await mateo.page.locator(".request form").getByRole("button", { name: "Pass" }).click();
  await mateo.page.getByText("You passed. You can still answer.").waitFor();
  assert.deepEqual(mateo.errors, []);
  await mateo.close();

  // Hugo hears of it behind the bell, and answers.
  const hugo = await browser.person();
  await signIn(hugo.page, people.hugo);
  const told = () => hugo.page.getByText(/Mateo Quillanes thinks that you know/);
  await until(hugo.page, "/notices", told);
  await shot(hugo.page, "notice-named-desktop-light");
  await visit(hugo.page, question);
  await hugo.page.getByText("Hugo has opened more first rounds than I have.").waitFor();
  await hugo.page.locator("#answer").fill("With a question of your own: what would make this a good year for them?");
  await hugo.page.getByRole("button", { name: "Post answer" }).click();
  await hugo.page.locator(".answer", { hasText: "With a question of your own" }).waitFor();
  assert.deepEqual(hugo.errors, []);
  await hugo.close();

  // Vilja reads how it came to her.
  await visit(vilja.page, question);
  const region = vilja.page.getByRole("region", { name: "Who was asked" });
  assert.match(await region.innerText(), /Mateo Quillanes passed to Hugo[\s\S]*more first rounds/);
  await vilja.page.locator(".answer", { hasText: "With a question of your own" }).waitFor();
  await checkAxe(vilja.page);
  await shot(vilja.page, "routed-desktop-light");
  // Whoever looks in learns nothing of it.
  const noor = await browser.person({ viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true });
  await signIn(noor.page, people.noor);
  await visit(noor.page, question);
  assert.doesNotMatch(await noor.page.locator("main").innerText(), /passed/);
  await fits(noor.page);
  await noor.close();
  assert.deepEqual(vilja.errors, []);
  await vilja.close();
});

test("who is away is said before asking, with others to ask", async () => {
  const { page, errors, close } = await browser.person({ viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true });
  await signIn(page, people.noor);
  await visit(page, "/ask?ask=amara&topic=customer-calls");
  await page.getByText(/Amara Oduya-Berg is away until/).waitFor();
  const likely = page.getByRole("complementary", { name: "Who is likely to know" });
  await likely.getByRole("button", { name: /Ask first/ }).first().click();
  await page.getByText(/is asked first/).waitFor();
  await settled(page);
  await fits(page);
  await checkAxe(page);
  await shot(page, "ask-away-telephone-dark");
  await page.getByRole("button", { name: "Do not ask anybody first" }).click();
  await page.locator(".request").waitFor({ state: "detached" });
  assert.deepEqual(errors, []);
  await close();
});

test("a question is taken off the list for good, and being told is switched off", async () => {
  const { page, errors, close } = await browser.person({ viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true });
  await signIn(page, people.hugo);
  const list = page.getByRole("region", { name: "You could help here" });
  await list.waitFor();
  await shot(page, "home-telephone-dark");
  await fits(page);
  await checkAxe(page);
  await visit(page, "/settings/availability");
  const wanted = page.getByRole("switch", { name: "Tell me of questions that fit" });
  const before = await wanted.isChecked();
  await wanted.click();
  await page.getByText("Saved").first().waitFor();
  await visit(page, "/settings/availability");
  assert.equal(await wanted.isChecked(), !before);
  await checkAxe(page);
  await shot(page, "settings-routing-telephone-dark");
  await wanted.click();
  await page.getByText("Saved").first().waitFor();
  assert.deepEqual(errors, []);
  await close();
});
