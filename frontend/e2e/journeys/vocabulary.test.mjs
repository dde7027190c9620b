// A skills vocabulary becomes topics: looked at first, imported, the same again changes nothing; a topic says where it comes from.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, desktop, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

let browser;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const table = `conceptType,conceptUri,skillType,preferredLabel,altLabels,status
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/journey-1,knowledge,Pallet stacking,"stacking pallets
pallet building",released
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/journey-2,knowledge,Negotiating,haggling over terms,released
KnowledgeSkillCompetence,http://data.europa.eu/esco/skill/journey-3,knowledge,Not yet,,draft
`;

const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

test("a vocabulary is looked at, imported, and known the second time", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, "/admin/imports");
  await page.locator("#vocabulary-file").setInputFiles(file("people.csv", "name,age\nNoor,40\n"));
  await page.getByText(/these headings are of no vocabulary/).waitFor();
  await page.locator("#vocabulary-file").setInputFiles(file("skills_en.csv", table));
  await page.getByText("What would become of it").first().waitFor();
  await page.getByRole("cell", { name: "Is the topic Negotiating" }).waitFor();
  await page.getByRole("cell", { name: "Left out: it is not released" }).waitFor();
  await settled(page);
  await checkAxe(page);
  await shot(page, "vocabulary-preview-desktop-light");
  await page.getByRole("button", { name: "Import it" }).click();
  await page.getByText("Imported", { exact: true }).waitFor();
  await page.locator("#vocabulary-file").setInputFiles(file("skills_en.csv", table));
  await page.getByText(/New topics: 0. Topics that are here: 0. Places: 0. Imported before: 2. Left out: 1./).waitFor();
  assert.equal(await page.getByRole("button", { name: "Import it" }).count(), 0);
  await visit(page, "/topics/pallet-building");
  await page.getByRole("heading", { name: "Pallet stacking" }).waitFor();
  await page.getByText(/CC BY 4.0/).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

for (const [manner, options] of Object.entries({
  "desktop-light": { viewport: desktop, colorScheme: "light" },
  "telephone-dark": { viewport: telephone, colorScheme: "dark", isMobile: true, hasTouch: true },
})) {
  test(`a profile shows the year, a topic what is asked together with it: ${manner}`, async () => {
    const { page, errors, close } = await browser.person(options);
    await signIn(page, people.noor);
    for (const [name, path, words] of [
      ["profile-year", "/people/mateo", "Over the last year"],
      ["topic-related", "/topics/negotiating", "Often asked together"],
    ]) {
      await visit(page, path);
      await page.getByRole("heading", { name: words }).waitFor();
      await settled(page);
      await checkAxe(page, path);
      await shot(page, `${name}-${manner}`);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
    }
    await visit(page, "/people/mateo");
    await page.getByText("As a table").click();
    assert.equal(await page.locator(".months-table tbody tr").count(), 12);
    await checkAxe(page);
    assert.deepEqual(errors, []);
    await close();
  });
}
