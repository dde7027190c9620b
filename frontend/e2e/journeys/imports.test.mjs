// A site is brought over twice: what was edited here stays, what is gone there says so; one of its people turns out to be a member,
// who is asked whether their old answer is still right; its topics are put in order.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { checkAxe, importSite, openBrowser, people, settled, shot, signIn, telephone, visit } from "../harness.mjs";

const site = "brewing.example";
const stout = "How warm is too warm for the yeast of a stout?";
const rings = "How long do the rubber rings of bottles last?";

let browser;
let address;
before(async () => (browser = await openBrowser()));
after(() => browser?.close());

const dark = { viewport: telephone, isMobile: true, hasTouch: true, colorScheme: "dark" };

async function find(page, title) {
  await visit(page, "/topics/yeast");
  await page.getByRole("link", { name: title }).first().click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await settled(page);
  return new URL(page.url()).pathname;
}

async function unfold(place) {
  await place.locator("details").evaluateAll((all) => all.forEach((one) => (one.open = true)));
}

test("what was edited here is kept, and what is gone there says so", async () => {
  await importSite("brewing-2019", site);
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, "/admin/imports");
  await page.getByRole("heading", { level: 2, name: site }).waitFor();
  assert.equal(await page.getByRole("heading", { name: "Posts that differ from where they were" }).count(), 0);
  address = await find(page, stout);
  const answer = page.locator(".answer").first();
  await answer.getByRole("button", { name: "More for this post" }).first().click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  const form = page.locator(".answer form").first();
  await form.locator("textarea").fill("Move it to the cellar.");
  await form.getByLabel(/Reason/).fill("Our cellar is cooler");
  await form.getByRole("button", { name: "Save" }).click();
  await page.locator(".answer .prose", { hasText: "cellar" }).waitFor();

  await importSite("brewing-2023", site);
  await visit(page, "/admin/imports");
  await page.getByRole("heading", { name: "Posts that differ from where they were" }).waitFor();
  await unfold(page.locator("main"));
  await checkAxe(page);
  await shot(page, "imports-desktop");
  const marked = page.getByRole("region", { name: "Posts that differ from where they were" });
  await marked.locator("details", { hasText: "Changed there, edited here" }).getByRole("link", { name: stout }).waitFor();
  await marked.locator("details", { hasText: "No longer there" }).getByRole("link", { name: rings }).click();
  const gone = page.locator(".answer[data-target]");
  await gone.getByText("No longer there").waitFor();
  assert.equal(await gone.evaluate((part) => part === document.activeElement), true, "the link leads to the answer itself");
  await checkAxe(page);
  await shot(page, "import-gone");
  await visit(page, address);
  await page.locator(".answer .prose", { hasText: "cellar" }).waitFor();
  await visit(page, "/admin/audit");
  const entry = page.locator(".rows li", { hasText: "Imported a site" }).first();
  await entry.getByText("The server's operator").waitFor();
  await entry.getByText(site).waitFor();
  await shot(page, "import-audit");
  assert.deepEqual(errors, []);
  await close();
});

test("the same on a telephone", async () => {
  const { page, errors, close } = await browser.person(dark);
  await signIn(page, people.admin);
  await visit(page, "/admin/imports");
  await unfold(page.locator("main"));
  await checkAxe(page);
  await shot(page, "imports-telephone");
  await visit(page, "/people/brewing-example-2");
  await page.getByRole("heading", { name: `From ${site}` }).waitFor();
  await page.getByText("Teacher").waitFor();
  await page.getByText("Bronze").waitFor();
  await checkAxe(page);
  await shot(page, "import-badges-telephone");
  assert.deepEqual(errors, []);
  await close();
});

test("a person of the import turns out to be a member", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, "/people/brewing-example-2");
  await shot(page, "import-badges");
  await visit(page, "/admin/members?status=unclaimed&q=Bo");
  const row = page.locator(".rows > li", { hasText: "Bo Maltese" });
  await row.getByText("@brewing-example-2").waitFor();
  await shot(page, "members-unclaimed");
  await row.getByRole("button", { name: /Link to a member/ }).click();
  const dialog = page.getByRole("dialog");
  const act = dialog.getByRole("button", { name: "Link to a member" });
  assert.equal(await act.isDisabled(), true, "nobody is chosen yet");
  await dialog.getByRole("combobox", { name: "The member" }).fill("Mateo");
  await shot(page, "member-link-choosing");
  await dialog.getByRole("option", { name: /Mateo/ }).click();
  await dialog.getByLabel(/Reason/).fill("He told me at lunch");
  await checkAxe(page);
  await shot(page, "member-link");
  await act.click();
  await page.getByText("Linked to Mateo").waitFor();
  await row.waitFor({ state: "detached" });
  await visit(page, address);
  await page.locator(".answer").first().getByRole("link", { name: /Mateo/ }).waitFor();
  await visit(page, "/people/brewing-example-2");
  await page.getByRole("heading", { level: 1, name: /Mateo/ }).waitFor();
  assert.deepEqual(errors, []);
  await close();
});

test("their old answer is called out of date, and they look at it again", async () => {
  const noor = await browser.person();
  await signIn(noor.page, people.noor);
  await visit(noor.page, address);
  await noor.page.locator(".answer").first().getByRole("button", { name: "More for this post" }).first().click();
  await noor.page.getByRole("menuitem", { name: "Something is wrong here" }).click();
  await noor.page.getByRole("dialog").getByLabel("In your words").fill("The cellar is heated now.");
  await noor.page.getByRole("dialog").getByRole("button", { name: "Tell them" }).click();
  await noor.page.getByRole("dialog").waitFor({ state: "hidden" });
  await noor.close();

  const { page, errors, close } = await browser.person(dark);
  await signIn(page, people.mateo);
  await visit(page, "/");
  const due = page.getByRole("region", { name: "To look at again" });
  await due.getByText("The cellar is heated now.").waitFor();
  await checkAxe(page);
  await shot(page, "renewal-home-telephone");
  await due.getByRole("link", { name: stout }).click();
  const answer = page.locator(".answer[data-target]");
  await answer.waitFor();
  await answer.getByRole("button", { name: "More for this post" }).first().click();
  await page.getByRole("menuitem", { name: "Look at it again" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Still right", { exact: true }).waitFor();
  await checkAxe(page);
  await shot(page, "renewal-dialog-telephone");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.locator(".answer", { hasText: "Verified" }).first().waitFor();
  await shot(page, "renewal-done-telephone");
  await visit(page, "/");
  assert.equal(await page.getByRole("region", { name: "To look at again" }).count(), 0);
  assert.deepEqual(errors, []);
  await close();
});

test("topics of nearly one name become one, and unused ones go", async () => {
  const { page, errors, close } = await browser.person();
  await signIn(page, people.admin);
  await visit(page, "/moderation/topics");
  const pair = page.getByRole("region", { name: "Nearly the same name" }).locator("li", { hasText: /yeasts/i });
  await pair.getByRole("button", { name: /Merge/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("It cannot be taken apart again.").waitFor();
  await checkAxe(page);
  await shot(page, "topics-merge");
  await dialog.getByRole("button", { name: "Merge" }).click();
  await page.getByText("Merged.").waitFor();
  await pair.waitFor({ state: "detached" });
  const unused = page.getByRole("region", { name: "Not used" }).locator("li", { hasText: /hops/i });
  await unused.getByRole("button", { name: /Delete/ }).click();
  await dialog.getByText("No question has it").waitFor();
  await shot(page, "topics-delete");
  await dialog.getByRole("button", { name: "Delete" }).click();
  await page.getByText("Topic deleted.").waitFor();
  await unused.waitFor({ state: "detached" });
  await checkAxe(page);
  assert.deepEqual(errors, []);
  await close();
});
