// What the journeys through communities have in common.

import assert from "node:assert/strict";
import { settled, visit } from "./harness.mjs";

/** How a community is seen that shows itself and not what is written in it. */
export const known = "Members, and others see that it is there";

/** Nothing on the page is wider than the window. */
export async function fits(page, path) {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
}

/** Opens a community by its name, as somebody who looks for it does, and gives back its address. */
export async function find(page, name, view = "discover") {
  await visit(page, `/communities?view=${view}`);
  await page.locator("#communities-search").fill(name);
  await page.getByRole("link", { name, exact: true }).click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await settled(page);
  return new URL(page.url()).pathname;
}

/** Founds one, seen and joined as the words of the choices say, and gives back its address. */
export async function found(page, name, seen, joined) {
  await visit(page, "/communities/new");
  await page.locator("#community-name").fill(name);
  await page.locator("#community-purpose").fill("For those who sign what others wrote.");
  await page.getByText(seen, { exact: true }).click();
  if (joined) await page.getByText(joined, { exact: true }).click();
  await page.getByRole("button", { name: "Found it" }).click();
  await page.waitForURL(/\/communities\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name }).waitFor();
  await settled(page);
  return new URL(page.url()).pathname;
}

/** Goes to another page of the community one is on. */
export async function section(page, name) {
  await page.getByRole("navigation", { name: "In this community" }).getByRole("link", { name }).click();
  await settled(page);
}
