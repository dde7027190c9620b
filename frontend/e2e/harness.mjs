// One real browser for the journeys: the system's Chromium, pages that report every error, axe, pictures.
//
// Environment: TACIT_E2E_URL and TACIT_E2E_PASSWORD (a running server with demo content), TACIT_CHROMIUM,
// TACIT_E2E_SHOTS (where pictures go; none are taken without it), TACIT_E2E_BINARY and TACIT_E2E_DATA (the server's program and
// data directory, for what is done on the command line). `cargo xtask test --only browser` sets them all.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { chromium } from "playwright-core";

const axeSource = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export const address = (process.env.TACIT_E2E_URL ?? "http://127.0.0.1:8080").replace(/\/$/, "");
export const password = process.env.TACIT_E2E_PASSWORD ?? "";

/** Some people of the demo content. */
export const people = {
  noor: "noor.hallstrom@almvik.example",
  lova: "lova.ekmark@almvik.example",
  hugo: "hugo.ahlberg-nti@almvik.example",
  mateo: "mateo.quillanes@almvik.example",
  admin: "henrike.vasall-moor@almvik.example",
};

/** The two widths and two themes every screen is made for. */
export const desktop = { width: 1440, height: 900 };
export const telephone = { width: 390, height: 844 };

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser with an empty profile; `close` ends it and removes the profile. */
export async function openBrowser() {
  const profile = await mkdtemp(join(tmpdir(), "tacit-chromium-"));
  const browser = await chromium.launch({
    executablePath: process.env.TACIT_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: flags,
    env: { ...process.env, HOME: profile },
  });
  return {
    /** A person: own cookies, own page. Options are Playwright's for a context. */
    person: (options = {}) => newPerson(browser, options),
    /** The same, signed in. */
    signedIn: async (email, options = {}) => {
      const one = await newPerson(browser, options);
      await signIn(one.page, email);
      return one;
    },
    close: async () => {
      await browser.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function newPerson(browser, options) {
  const context = await browser.newContext({
    baseURL: address,
    viewport: desktop,
    locale: "en-GB",
    reducedMotion: "reduce",
    ...options,
  });
  const page = await context.newPage();
  const errors = [];
  page.on("pageerror", (error) => errors.push(`${error}`));
  page.on("console", (message) => {
    // An expected refusal (401 before signing in, 404, 412) is logged by the browser as a failed load; it is no error of ours.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
  });
  page.setDefaultTimeout(30_000);
  return { page, context, errors, close: () => context.close() };
}

/** Opens an address of the app and waits until the app has taken over from the shell. */
export async function open(page, path) {
  await page.goto(path);
  await page.waitForFunction(() => !document.querySelector("#shell"));
}

/** The same, until nothing is loading any more. */
export async function visit(page, path) {
  await open(page, path);
  await settled(page);
}

/** Imports a dump of `e2e/fixtures`, as the server's operator does beside the running server. */
export async function importSite(dump, site) {
  const { TACIT_E2E_BINARY: binary, TACIT_E2E_DATA: data } = process.env;
  assert.ok(binary && data, "TACIT_E2E_BINARY and TACIT_E2E_DATA say what to import with");
  const path = fileURLToPath(new URL(`fixtures/${dump}`, import.meta.url));
  await promisify(execFile)(binary, ["import", "stackexchange", "--data-dir", data, "--site", site, path]);
}

/** Signs in through the form, as a person does, and waits until the app shows its navigation. */
export async function signIn(page, email, secret = password) {
  await visit(page, "/sign-in");
  await page.locator("#email").fill(email);
  await page.locator("#password").fill(secret);
  await page.locator("form button[type='submit'], form button").last().click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
  await settled(page);
}

/** Several people part: none of them met an error. */
export async function part(...persons) {
  for (const one of persons) {
    assert.deepEqual(one.errors, []);
    await one.close();
  }
}

/** Waits until nothing on the page says that it is loading. */
export async function settled(page) {
  await page.waitForFunction(() => !document.querySelector("[aria-busy='true'], .skeleton"));
}

/** Fails with the rule and the place of every accessibility problem on the page. */
export async function checkAxe(page, what = page.url()) {
  if (!(await page.evaluate(() => "axe" in window))) {
    // Through the debugger, not as a script element: the content security policy of the page stays as it is.
    await page.evaluate(await readFile(axeSource, "utf8"));
  }
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
  );
  const told = violations.map((rule) => `${rule.id}: ${rule.help} (${rule.nodes.map((node) => node.target).join(", ")})`);
  assert.deepEqual(told, [], `accessibility of ${what}`);
}

/** Keeps a picture of the page, where pictures are wanted. */
export async function shot(page, name) {
  const directory = process.env.TACIT_E2E_SHOTS;
  if (!directory) return;
  await mkdir(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`), fullPage: true });
}
