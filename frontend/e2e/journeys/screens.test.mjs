// Every screen, in both themes, widths and languages: no error, nothing wider than the screen, accessible.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, desktop, open, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const screens = {
  home: "/",
  ask: "/ask",
  questions: "/questions",
  unanswered: "/questions?view=unanswered",
  topics: "/topics",
  topic: "/topics/onboarding",
  "topic-edit": "/topics/onboarding/edit",
  people: "/people",
  profile: "/people/noor",
  search: "/search?q=payslip",
  communities: "/communities",
  "communities-discover": "/communities?view=discover",
  "community-found": "/communities/new",
  notices: "/notices",
  bookmarks: "/bookmarks",
  "settings-profile": "/settings",
  "settings-notices": "/settings/notices",
  "settings-password": "/settings/password",
  "settings-sessions": "/settings/sessions",
  "settings-language": "/settings/language",
  "settings-theme": "/settings/theme",
  admin: "/admin",
  "admin-invitations": "/admin/invitations",
  "admin-departments": "/admin/departments",
  "admin-organisation": "/admin/organisation",
  "admin-imports": "/admin/imports",
  "admin-status": "/admin/status",
  "admin-audit": "/admin/audit",
  moderation: "/moderation",
  "moderation-deleted": "/moderation/deleted",
  "moderation-topics": "/moderation/topics",
  "asked-often": "/questions?view=duplicated",
  missing: "/there/is/no/such/page",
};

const manners = {
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
};

for (const [manner, options] of Object.entries(manners)) {
  test(`every screen of an admin: ${manner}`, async (t) => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.admin);
    for (const [name, path] of Object.entries(screens)) {
      await t.test(name, async () => {
        await visit(page, path);
        await shot(page, `${name}-${manner}`);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
        assert.equal(await page.locator("h1").count(), 1, "one heading says where one is");
        await checkAxe(page, path);
        assert.deepEqual(errors.splice(0), []);
      });
    }
    await close();
  });
}

test("the page of the design system shows every component", async () => {
  const { page, errors, close } = await browser.person();
  await open(page, "/design");
  await page.locator(".specimen").first().waitFor();
  await checkAxe(page);
  await shot(page, "design");
  assert.deepEqual(errors, []);
  await close();
});

test("a question page shows its answers, the accepted one first", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, "/questions?view=solved");
  await page.locator(".question-row h3 a").first().click();
  await page.locator(".answer").first().waitFor();
  await settled(page);
  assert.ok(await page.locator(".answer").first().evaluate((answer) => answer.hasAttribute("data-accepted")));
  await checkAxe(page);
  await shot(page, "question-desktop-light");
  assert.deepEqual(errors, []);
  await close();
});

test("a Swede reads Swedish", async () => {
  const { page, errors, close } = await browser.person({ locale: "sv-SE" });
  await signIn(page, people.lova);
  await visit(page, "/");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "sv");
  await page.getByRole("link", { name: "Frågor" }).first().waitFor();
  await checkAxe(page);
  assert.deepEqual(errors, []);
  await shot(page, "home-swedish");
  await close();
});

test("a member without the role is told so, and sees no way in", async () => {
  const { page, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, "/");
  assert.equal(await page.getByRole("link", { name: "Admin", exact: true }).count(), 0);
  await visit(page, "/admin");
  await settled(page);
  assert.equal(await page.locator("table, form.admin").count(), 0);
  await checkAxe(page);
  await close();
});

test("the keyboard alone reaches the text and the search", async () => {
  const { page, close } = await browser.person();
  await signIn(page, people.hugo);
  await visit(page, "/");
  await page.keyboard.press("Tab");
  assert.match(await page.evaluate(() => document.activeElement?.className ?? ""), /skip/);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement?.id), "main");
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "search");
  await close();
});
