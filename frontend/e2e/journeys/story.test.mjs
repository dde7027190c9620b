// One story from the first sign-in on: a newcomer says what she knows and wants to learn, is shown who is likely to know, asks
// that person and is answered by them; what more she wants to learn she says as a need, which is joined, helped and met.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const secret = "the first day has a long list";
const newcomer = `tindra.${Date.now()}@almvik.example`;
const title = "How do you answer a supplier who asks for a discount in the first round?";
const wish = `I want to learn to lead a first round with a supplier, number ${Date.now() % 1_000_000}`;

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

async function firstSignIn(page) {
  const admin = await browser.person();
  await signIn(admin.page, people.admin);
  await visit(admin.page, "/admin/invitations");
  await admin.page.locator("#invite-email").fill(newcomer);
  await admin.page.getByRole("button", { name: "Invite", exact: true }).click();
  const link = new URL(await admin.page.locator(".link code").innerText());
  await admin.close();
  await visit(page, link.pathname + link.search);
  await page.locator("#name").fill("Tindra Vallgren");
  await page.locator("#email").fill(newcomer);
  await page.locator("#password").fill(secret);
  await page.locator("form button").last().click();
  await page.waitForURL((url) => url.pathname !== "/register");
}

test("from the first sign-in to an answer of the person suggested, and a need that is met", async () => {
  const tindra = await browser.person();
  const { page } = tindra;
  await firstSignIn(page);

  // What she knows and what she wants to learn, in a minute.
  await visit(page, "/");
  const welcome = page.getByRole("region", { name: /What can colleagues ask you/ });
  await welcome.locator("#welcome-knows").fill("Spread");
  await page.getByRole("option", { name: /Spreadsheets/ }).first().click();
  await welcome.locator("#welcome-learns").fill("Negot");
  await page.getByRole("option", { name: /Negotiating/ }).first().click();
  await welcome.getByRole("button", { name: "Save" }).click();
  await welcome.waitFor({ state: "detached" });
  await visit(page, "/");
  await page.getByRole("region", { name: "Others want to learn this too" }).waitFor();

  // While she writes, those likely to know stand beside it; she asks the first of them she sees.
  await visit(page, "/ask");
  await page.locator("#ask-title").fill(title);
  await page.locator("#ask-topics").fill("negot");
  await page.getByRole("option", { name: /Negotiating/ }).first().click();
  const likely = page.getByRole("complementary", { name: "Who is likely to know" });
  await likely.getByRole("button", { name: /Ask first.*Mateo Quillanes/ }).click();
  await page.getByText("Mateo Quillanes is asked first").waitFor();
  await settled(page);
  await shot(page, "story-ask-desktop-light");
  await page.getByRole("button", { name: "Ask everyone" }).click();
  await page.waitForURL(/\/questions\/[0-9a-f-]{36}$/);
  const question = new URL(page.url()).pathname;
  const asked = () => page.getByRole("region", { name: "Who was asked" }).getByText(/Asked Mateo Quillanes, as you wished/);
  await until(page, question, asked);

  // Mateo finds it on Home, and answers it himself.
  const mateo = await browser.person();
  await signIn(mateo.page, people.mateo);
  const wanted = () => mateo.page.locator(".help-wanted", { hasText: title });
  await until(mateo.page, "/", wanted);
  await wanted().getByRole("link", { name: title }).click();
  await mateo.page.locator("#answer").fill("Ask what they would drop for it. Then be quiet until they have said it.");
  await mateo.page.getByRole("button", { name: "Post answer" }).click();
  await mateo.page.locator(".answer", { hasText: "be quiet until" }).waitFor();

  // She hears of it, and takes it.
  const told = () => page.getByText(/Mateo Quillanes answered/);
  await until(page, "/notices", told);
  await visit(page, question);
  await page.locator(".answer", { hasText: "be quiet until" }).getByRole("button", { name: "Accept" }).click();
  await page.getByText("Answer accepted.").first().waitFor();
  await settled(page);
  await checkAxe(page);
  await shot(page, "story-solved-desktop-light");

  // An answer is not all she wants: she says it as a need, and is shown who knows there as well.
  await visit(page, "/needs/new?topic=negotiating");
  await page.locator("#say-wish").fill(wish);
  await page.locator("#say-why").fill("the renewal in March is mine");
  await page.getByRole("complementary").getByRole("link", { name: "Mateo Quillanes" }).waitFor();
  await page.getByLabel("A session", { exact: true }).check();
  await page.getByRole("button", { name: "Say it" }).click();
  await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  const need = new URL(page.url()).pathname;

  // Somebody wants it too, Mateo helps, and links what they began with.
  const hugo = await browser.person({ viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true });
  await signIn(hugo.page, people.hugo);
  await visit(hugo.page, need);
  await hugo.page.getByRole("button", { name: /Me too/ }).click();
  await hugo.page.getByRole("button", { name: /You too/ }).waitFor();
  await visit(mateo.page, need);
  await mateo.page.getByRole("button", { name: "I can help with this" }).click();
  await mateo.page.locator("#offer-word").fill("We play it once, before March");
  await mateo.page.getByRole("button", { name: "Offer it" }).click();
  await mateo.page.getByText("You offer to help.").waitFor();
  await mateo.page.getByRole("button", { name: "Link something that meets it" }).click();
  await mateo.page.locator("#link-question").fill(`${new URL(mateo.page.url()).origin}${question}`);
  await mateo.page.getByRole("button", { name: "Link it" }).click();
  await mateo.page.getByRole("link", { name: title }).waitFor();
  assert.deepEqual(mateo.errors, []);
  await mateo.close();

  // It is met, and those who wanted it say whether it helped.
  const offered = () => page.getByText(/Mateo Quillanes offers to help/);
  await until(page, "/notices", offered);
  await visit(page, need);
  await page.getByRole("button", { name: "Change how far it has come" }).click();
  await page.locator("#move-to").selectOption("met");
  await page.locator("#move-word").fill("We played it on Tuesday");
  await page.getByRole("button", { name: "Change it" }).click();
  await page.getByRole("heading", { name: "Did it help?" }).waitFor();
  await page.getByText("Yes", { exact: true }).click();
  await page.getByRole("button", { name: "Say so" }).click();
  await page.getByText("It helped 1, in part 0, not 0.").waitFor();
  await settled(page);
  await checkAxe(page);
  await shot(page, "story-met-desktop-light");
  const moved = () => hugo.page.getByText(/is now: Met/);
  await until(hugo.page, "/notices", moved);
  await visit(hugo.page, need);
  await shot(hugo.page, "story-met-telephone-dark");
  await fits(hugo.page);
  assert.deepEqual(hugo.errors, []);
  await hugo.close();
  assert.deepEqual(tindra.errors, []);
  await tindra.close();
});
