// What others write never runs: every payload is stored in every text field it fits, and put into every text of every screen.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, password, people, settled, shot, signIn, visit } from "../harness.mjs";
import { checkPage, payloads, signedIn, watch } from "../hostile/watch.mjs";

let browser;
let noor;
let admin;
before(async () => {
  browser = await openBrowser();
  noor = await signedIn(people.noor, password);
  admin = await signedIn(people.admin, password);
});
after(() => browser?.close());

/** Payloads in so many parts. */
const parts = (count) => Array.from({ length: count }, (_, part) => payloads.filter((_, index) => index % count === part));

/** One line of a certain length, as names and titles are. */
const line = (payload, least, most) => payload.replace(/\s+/g, " ").trim().padEnd(least, "?").slice(0, most);

/** Creates or changes something; what cannot be kept there is refused as a field, never otherwise. */
async function put(person, method, path, body, headers) {
  const answer = await person(method, path, body, headers);
  assert.ok(answer.ok || [409, 422].includes(answer.status), `${method} ${path} ${answer.status} ${JSON.stringify(body)} ${await answer.clone().text()}`);
  return answer.ok ? { stored: true, value: answer.status === 204 ? null : await answer.json() } : { stored: false };
}

async function watched(options) {
  const person = await browser.person(options);
  const told = [];
  await watch(person.context, person.page, told);
  return { ...person, told };
}

test("in titles, bodies, answers, comments, topics and reasons", async () => {
  const { page, errors, told, close } = await watched();
  await signIn(page, people.noor);
  let titles = 0;
  let bodies = 0;
  for (const [number, part] of parts(12).entries()) {
    const asked = await put(noor, "POST", "/questions", {
      title: `What does the text of round ${number} do to a page?`,
      body: part[0],
      topics: [`Round ${number}`],
    });
    const question = asked.value.id;
    for (const payload of part) {
      const answer = await put(noor, "POST", `/questions/${question}/answers`, { body: payload });
      const comment = await put(noor, "POST", `/posts/${question}/comments`, { body: payload });
      bodies += answer.stored && comment.stored ? 1 : 0;
      const title = line(payload, 12, 140);
      const other = await put(noor, "POST", "/questions", { title, body: payload, topics: [line(payload, 2, 30)] });
      titles += other.stored ? 1 : 0;
      if (!other.stored) await put(noor, "POST", "/questions", { title, body: payload, topics: ["hostile"] }).then((again) => (titles += again.stored ? 1 : 0));
    }
    await visit(page, `/questions/${question}`);
    assert.ok((await page.locator(".answer").count()) >= 1);
    await checkPage(page, told, `round ${number}`);
    await visit(page, "/questions");
    await checkPage(page, told, `the list after round ${number}`);
    await visit(page, "/");
    await checkPage(page, told, `home after round ${number}`);
  }
  assert.ok(bodies >= 150, `${bodies} bodies were stored`);
  assert.ok(titles >= 150, `${titles} titles were stored`);
  assert.deepEqual(errors, []);
  await shot(page, "hostile-list");
  await close();
});

test("in what one searches for and types", async () => {
  const { page, errors, told, close } = await watched();
  await signIn(page, people.noor);
  for (const part of parts(8)) {
    const words = part.join(" ").slice(0, 400);
    await visit(page, `/search?q=${encodeURIComponent(words)}`);
    await checkPage(page, told, words);
    await visit(page, `/questions?topic=${encodeURIComponent(words)}&view=${encodeURIComponent(words)}`);
    await checkPage(page, told, words);
  }
  await visit(page, "/ask");
  for (const part of parts(4)) {
    await page.locator("#ask-body").fill(part.join("\n\n"));
    await page.getByRole("button", { name: "Preview" }).click();
    await page.locator(".preview").waitFor();
    await settled(page);
    await checkPage(page, told, "preview");
    await page.getByRole("button", { name: "Write" }).click();
  }
  assert.deepEqual(errors, []);
  await close();
});

test("in names, profiles, departments and the organisation", async () => {
  const { page, errors, told, close } = await watched();
  await signIn(page, people.admin);
  const before = await (await noor("GET", "/me")).json();
  const organisation = await (await admin("GET", "/organisation")).json();
  let stored = 0;
  for (const [number, part] of parts(19).entries()) {
    const whole = part.join(" ");
    for (const payload of part) {
      const me = await (await noor("GET", "/me")).json();
      const text = line(payload, 2, 60);
      const change = { display_name: text, job_title: text, place: text, bio: whole };
      stored += (await put(noor, "PATCH", "/me", change, { "If-Match": `"${me.version}"` })).stored ? 1 : 0;
      await put(admin, "POST", "/departments", { name: line(payload, 2, 50) });
      const now = await (await admin("GET", "/organisation")).json();
      await put(admin, "PATCH", "/organisation", { name: line(payload, 2, 50) }, { "If-Match": `"${now.version}"` });
      if (part.indexOf(payload) % 8 === 0) {
        await visit(page, "/people/noor");
        await checkPage(page, told, `a profile with ${payload}`);
      }
    }
    await visit(page, number % 2 === 0 ? "/people" : "/admin/departments");
    await checkPage(page, told, `people and departments, round ${number}`);
  }
  assert.ok(stored >= 150, `${stored} profiles were stored`);
  await visit(page, "/admin/organisation");
  await checkPage(page, told, "the organisation");
  const me = await (await noor("GET", "/me")).json();
  const { display_name, job_title, place, bio } = before;
  await put(noor, "PATCH", "/me", { display_name, job_title, place, bio }, { "If-Match": `"${me.version}"` });
  const now = await (await admin("GET", "/organisation")).json();
  await put(admin, "PATCH", "/organisation", { name: organisation.name }, { "If-Match": `"${now.version}"` });
  assert.deepEqual(errors, []);
  await close();
});

const screens = [
  "/", "/ask", "/questions", "/questions?view=unanswered", "/topics", "/topics/onboarding", "/topics/onboarding/edit", "/people",
  "/people/noor", "/search?q=payslip", "/settings", "/settings/sessions", "/admin", "/admin/invitations", "/admin/departments",
  "/admin/organisation", "/admin/imports",
];

/** What is a word of a program and not of a person stays: ids, times, enumerations, addresses. */
const isWord = (text) =>
  /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(text) || /^\d{4}-\d\d-\d\d/.test(text) || /^[a-z][a-z0-9_-]*$/.test(text) || /^(\/|https?:)/.test(text) || text === "";
const ofPrograms = new Set(["next_cursor", "etag", "time_zone", "locale", "language", "languages", "access_token", "code", "type"]);

/** The same answer with a hostile text in the place of every text. */
function infect(value, text, html, key = "") {
  if (Array.isArray(value)) return value.map((item) => infect(item, text, html, key));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, infect(field, text, html, name)]));
  if (typeof value !== "string" || ofPrograms.has(key)) return value;
  if (key.endsWith("html")) return html;
  return isWord(value) ? value : text;
}

test("in every text of every screen, whoever wrote it and however it came there", async () => {
  const list = await (await noor("GET", "/questions?filter=solved&limit=1")).json().catch(() => ({}));
  const some = list.items?.[0] ?? (await (await noor("GET", "/questions?limit=1")).json()).items[0];
  for (const part of parts(4)) {
    const rendered = [];
    for (const payload of part) {
      const preview = await put(noor, "POST", "/preview", { body: payload });
      rendered.push(preview.stored ? preview.value.html : "");
    }
    const { page, told, close } = await watched();
    await signIn(page, people.admin);
    const text = `Marker ${part.join(" ")}`;
    await page.route("**/api/v1/**", async (route) => {
      const response = await route.fetch();
      if (!response.ok() || !/json/.test(response.headers()["content-type"] ?? "")) return route.fulfill({ response });
      return route.fulfill({ response, json: infect(await response.json(), text, rendered.join("\n")) });
    });
    let marked = 0;
    for (const path of [...screens, `/questions/${some.id}`]) {
      await visit(page, path);
      await checkPage(page, told, `${path} with ${part[0]}`);
      marked += (await page.locator("body").innerText()).includes("Marker ") ? 1 : 0;
    }
    assert.ok(marked >= 10, `only ${marked} screens showed what was put into them`);
    await shot(page, "hostile-question");
    // What is still on its way is let go.
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await close();
  }
});
