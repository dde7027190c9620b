// Watches a page for anything that a text of somebody else made it do.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { address } from "../harness.mjs";

/** All payloads, by category and in one list. */
export const categories = JSON.parse(await readFile(new URL("payloads.json", import.meta.url), "utf8"));
export const payloads = Object.values(categories).flat();

/** Reports to `told` what payloads try to do: call a dialog, break the policy, load from elsewhere. */
export async function watch(context, page, told) {
  await context.exposeBinding("canary", (_, what) => void told.push(what));
  await context.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print"]) window[name] = (...words) => window.canary(`${name}(${words})`);
    document.addEventListener("securitypolicyviolation", (event) =>
      window.canary(`policy ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  page.on("dialog", (dialog) => {
    told.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("popup", (popup) => told.push(`popup ${popup.url()}`));
  page.on("request", (request) => {
    const url = request.url();
    // An image over https is the one thing a text may load; the payload that does names a port where nobody listens.
    const own = url.startsWith(`${address}/`) || url.startsWith("data:image/") || url.startsWith("blob:");
    if (!own && !url.startsWith("https://127.0.0.1:1/")) told.push(`request ${url}`);
  });
}

/** Fails with whatever on the page could run, frame or load something; touches everything first, as a mouse and keys would. */
export async function checkPage(page, told, what) {
  const found = await page.evaluate(() => {
    const wrong = [];
    const all = [...document.querySelectorAll("*")];
    const events = ["mouseover", "mouseenter", "pointerenter", "focus", "error", "load", "toggle", "animationstart", "input"];
    for (const element of document.querySelectorAll(".prose, .prose *")) {
      for (const event of events) element.dispatchEvent(new Event(event));
    }
    for (const element of all) {
      const name = element.localName;
      for (const { name: attribute, value } of element.attributes) {
        const address = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "cite"].includes(attribute);
        // As a browser reads an address: without the characters it leaves out.
        const read = value.replace(/[\u0000-\u0020]/g, "").toLowerCase();
        if (attribute.startsWith("on")) wrong.push(`${name}[${attribute}]`);
        if (address && /^(javascript|vbscript|data:text|data:application|filesystem|feed|view-source):?/.test(read)) wrong.push(`${name}[${attribute}=${value}]`);
        if (attribute === "srcdoc" || attribute === "formaction" || attribute === "ping") wrong.push(`${name}[${attribute}]`);
      }
      if (["iframe", "object", "embed", "applet", "frame", "portal", "base"].includes(name)) wrong.push(name);
    }
    const never = "script, style, link, meta, form, button, select, textarea, template, noscript, svg, [style], [name], [contenteditable], [popover], [accesskey], input:not([type=checkbox])";
    for (const prose of document.querySelectorAll(".prose")) {
      for (const element of prose.querySelectorAll(never)) {
        // What the app itself puts beside code has a class of its own.
        if (!element.closest("[data-of-the-app]")) wrong.push(`prose ${element.outerHTML.slice(0, 120)}`);
      }
    }
    const whole = document.body instanceof HTMLBodyElement && typeof document.getElementById === "function" && document.defaultView === window && typeof document.cookie === "string";
    if (!whole) wrong.push("the document is clobbered");
    return wrong;
  });
  assert.deepEqual(found, [], what);
  assert.deepEqual(told.splice(0), [], what);
}

/** A call to the API outside of the browser, as somebody. */
export async function signedIn(email, password) {
  const send = (method, path, body, headers = {}) =>
    fetch(`${address}/api/v1${path}`, {
      method,
      headers: { "Content-Type": "application/json", Origin: address, ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  const answer = await send("POST", "/auth/sign-in", { email, password });
  assert.equal(answer.status, 200, await answer.clone().text());
  const { access_token } = await answer.json();
  return (method, path, body, headers = {}) => send(method, path, body, { Authorization: `Bearer ${access_token}`, ...headers });
}
