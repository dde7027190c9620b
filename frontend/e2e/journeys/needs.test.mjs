// Learning needs: somebody says what they want to learn, another joins and a third helps, it is met, and they say whether it helped.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, desktop, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

// Said once in each run: lists of earlier runs stay as they are.
const wish = `I want to learn to chair a meeting where half the room is on a screen, number ${Date.now() % 1_000_000}`;
const mateo = "mateo.quillanes@almvik.example";

async function fits(page, path) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
}

for (const [manner, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
})) {
  test(`the screens of needs: ${manner}`, async (t) => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.noor);
    for (const [name, path] of Object.entries({
      needs: "/needs",
      "needs-wanted": "/needs?view=wanted",
      "needs-topic": "/needs?topic=negotiating&view=mine",
      "need-say": "/needs/new?wish=I%20want%20to%20learn%20to%20read%20a%20price%20model",
    })) {
      await t.test(name, async () => {
        await visit(page, path);
        await shot(page, `${name}-${manner}`);
        await fits(page, path);
        await checkAxe(page, path);
        assert.deepEqual(errors.splice(0), []);
      });
    }
    await close();
  });
}

for (const [manner, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
})) {
  test(`what leads see of needs: ${manner}`, async (t) => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.admin);
    for (const [name, path] of Object.entries({
      "need-demand": "/needs/demand",
      "need-demand-gap": "/needs/demand?balance=gap",
      "topic-needs": "/topics/negotiating",
      "profile-needs": "/people/hugo",
      "search-needs": "/search?q=price%20model&kind=need",
      "home-needs": "/",
    })) {
      await t.test(name, async () => {
        await visit(page, path);
        await shot(page, `${name}-${manner}`);
        await fits(page, path);
        await checkAxe(page, path);
        assert.deepEqual(errors.splice(0), []);
      });
    }
    await close();
  });
}

test("while a need is written, similar ones stand below it, to join instead", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.lova);
  await visit(page, "/needs/new");
  await page.locator("#say-wish").fill("Understand how suppliers make their price model");
  const similar = page.locator("#say-similar");
  await similar.getByRole("link", { name: /supplier's price model/ }).waitFor();
  await similar.getByRole("button", { name: /Jag med/ }).first().click();
  await similar.getByRole("button", { name: /Du med/ }).first().waitFor();
  await settled(page);
  await checkAxe(page, "similar needs");
  await shot(page, "need-similar-desktop-light");
  await similar.getByRole("button", { name: /Du med/ }).first().click();
  await similar.getByRole("button", { name: /Jag med/ }).first().waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("leads are told when many want the same, and see where wanting and knowing are apart", async () => {
  const lead = await browser.person();
  await signIn(lead.page, people.admin);
  await visit(lead.page, "/needs");
  await lead.page.getByRole("link", { name: "Where wanting and knowing are apart" }).click();
  await lead.page.getByRole("table").waitFor();
  await lead.page.locator("#alert-at").fill("1");
  await lead.page.getByRole("button", { name: "Save" }).click();
  await lead.page.locator("#alert-at-error").waitFor();
  await lead.page.locator("#alert-at").fill("5");
  await lead.page.getByRole("button", { name: "Save" }).click();
  await lead.page.getByText("Saved", { exact: true }).first().waitFor();
  assert.deepEqual(lead.errors, []);
  await lead.close();
  const member = await browser.person();
  await signIn(member.page, people.hugo);
  await visit(member.page, "/needs");
  assert.equal(await member.page.getByRole("link", { name: "Where wanting and knowing are apart" }).count(), 0);
  await visit(member.page, "/needs/demand");
  assert.equal(await member.page.getByRole("table").count(), 0);
  await member.close();
});

test("what keeps coming back and what is searched for in vain are one step from a need", async () => {
  const words = "esperanto";
  const lead = await browser.person();
  await signIn(lead.page, people.admin);
  await visit(lead.page, "/needs/demand");
  const again = lead.page.getByRole("region", { name: "Questions that keep coming back" });
  await again.getByRole("link", { name: "How do I read my first payslip?" }).waitFor();
  const unmet = lead.page.getByRole("region", { name: "Searched for in vain" });
  assert.match(await unmet.innerText(), /braille[\s\S]*9 people/);
  assert.doesNotMatch(await unmet.innerText(), new RegExp(words));
  for (const email of ["noor.hallstrom", "lova.ekmark", "hugo.ahlberg-nti", "mateo.quillanes"]) {
    const one = await browser.person();
    await signIn(one.page, `${email}@almvik.example`);
    await visit(one.page, `/search?q=${words}`);
    await one.page.locator(".blank").waitFor();
    assert.equal(await one.page.getByText("Others have searched for this too").count(), 0);
    await one.close();
  }
  await visit(lead.page, "/needs/demand");
  assert.doesNotMatch(await unmet.innerText(), new RegExp(words), "four people are too few");
  await visit(lead.page, `/search?q=${words}`);
  await lead.page.getByText("Others have searched for this too").waitFor();
  await settled(lead.page);
  await checkAxe(lead.page, "nothing found");
  await shot(lead.page, "search-in-vain-desktop-light");
  await visit(lead.page, "/needs/demand");
  await unmet.getByText(words).waitFor();
  await checkAxe(lead.page, "searched in vain");
  await unmet.locator("li", { hasText: words }).getByRole("link", { name: "Make it a need" }).click();
  await lead.page.waitForURL(/\/needs\/new\?wish=esperanto/);
  assert.equal(await lead.page.locator("#say-wish").inputValue(), words);
  assert.deepEqual(lead.errors, []);
  await lead.close();
});

test("a need is said, joined, helped, met and confirmed", async () => {
  const noor = await browser.person();
  await signIn(noor.page, people.noor);
  await visit(noor.page, "/needs");
  await noor.page.getByRole("link", { name: "Say what you need" }).first().click();
  await noor.page.getByLabel("What you want to learn, in one sentence").fill(wish);
  await noor.page.locator("#say-why").fill("my team sits in **two towns** from January on");
  await noor.page.locator("#say-topics").fill("meetings");
  await noor.page.getByRole("option", { name: /Meetings/ }).first().click();
  await noor.page.getByLabel("A session", { exact: true }).check();
  await noor.page.locator("#say-by").fill("2027-01-15");
  await checkAxe(noor.page, "saying a need");
  await noor.page.getByRole("button", { name: "Say it" }).click();
  await noor.page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
  await noor.page.getByRole("heading", { level: 1, name: wish }).waitFor();
  const path = new URL(noor.page.url()).pathname;

  const hugo = await browser.person();
  await signIn(hugo.page, people.hugo);
  await visit(hugo.page, "/needs");
  const row = hugo.page.locator(".need", { hasText: wish });
  await row.getByRole("button", { name: /Me too/ }).click();
  await row.getByRole("button", { name: /You too/ }).waitFor();
  await hugo.page.getByText("You want this too.").waitFor();
  await row.getByRole("link", { name: wish }).click();
  await hugo.page.getByRole("button", { name: "Say why you want it too" }).click();
  await hugo.page.locator("#own-why").fill("I take over the Luleå team");
  await hugo.page.getByRole("button", { name: "Save" }).click();
  await hugo.page.getByText("I take over the Luleå team").waitFor();

  const helper = await browser.person();
  await signIn(helper.page, mateo);
  await visit(helper.page, path);
  await helper.page.getByRole("button", { name: "I can help with this" }).click();
  await helper.page.locator("#offer-word").fill("I show it in a real meeting");
  await helper.page.getByRole("button", { name: "Offer it" }).click();
  await helper.page.getByText("You offer to help.").waitFor();
  await helper.page.getByRole("button", { name: "Link something that meets it" }).click();
  await helper.page.getByText("Something outside", { exact: true }).click();
  await helper.page.locator("#link-url").fill("https://academy.example/hybrid");
  await helper.page.locator("#link-title").fill("Hybrid meetings, two mornings");
  await helper.page.getByRole("button", { name: "Link it" }).click();
  await helper.page.getByRole("link", { name: "Hybrid meetings, two mornings" }).waitFor();
  assert.deepEqual(helper.errors, []);
  await helper.close();

  await visit(noor.page, path);
  await noor.page.getByText("I show it in a real meeting").waitFor();
  await noor.page.getByRole("button", { name: "Change how far it has come" }).click();
  await noor.page.locator("#move-to").selectOption("met");
  await noor.page.locator("#move-word").fill("The two mornings were what I needed");
  await noor.page.getByRole("button", { name: "Change it" }).click();
  await noor.page.getByRole("heading", { name: "Did it help?" }).waitFor();

  await visit(hugo.page, path);
  await hugo.page.getByText("Partly", { exact: true }).click();
  await hugo.page.locator("#helped-word").fill("The second morning did");
  await hugo.page.getByRole("button", { name: "Say so" }).click();
  await hugo.page.getByText("It helped 0, in part 1, not 0.").waitFor();
  await settled(hugo.page);
  await checkAxe(hugo.page, "a need that is met");
  await shot(hugo.page, "need-met-desktop-light");
  assert.deepEqual(hugo.errors, []);
  assert.deepEqual(noor.errors, []);
  await hugo.close();
  await noor.close();
  const small = await browser.person({ viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true });
  await signIn(small.page, people.hugo);
  await visit(small.page, path);
  await shot(small.page, "need-met-telephone-dark");
  await fits(small.page, path);
  await checkAxe(small.page, "a need that is met, on a telephone");
  await small.close();
});
