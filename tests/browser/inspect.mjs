// SPDX-License-Identifier: MIT
// node inspect.mjs FOLDER [--raw]: opens the pages that `tsg_conform browser-pages` wrote in a browser, and holds
// each value to what pages.json says. With --raw the values were not escaped, and every kind of harm must show.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { compare } from "./compare.mjs";
import { Browser } from "./devtools.mjs";

const [folder, mode] = process.argv.slice(2);
const raw = mode === "--raw";
const pages = JSON.parse(readFileSync(`${folder}/pages.json`, "utf8"));
const harms = { tree: 0, text: 0, active: 0, request: 0, dialog: 0, policy: 0, popup: 0 };
const perContext = new Map();
let shown = 0;

function report(place, harm, text) {
  harms[harm] += 1;
  if (!raw && ++shown <= 40) console.log(`${place}: ${harm}: ${text}`);
}

// Chromium takes many seconds to lay out a table with a word of 64 KB. Parts with long texts are not laid out.
function withoutLayout(page) {
  const long = page.parts.flatMap((part, at) => (part.text.length > 4096 ? [at + 2] : []));
  const rules = long.map((at) => `section.part:nth-of-type(${at}) { content-visibility: hidden }`).join("\n");
  return `{ const sheet = new CSSStyleSheet(); sheet.replaceSync(${JSON.stringify(rules)});
    document.adoptedStyleSheets = [sheet]; }`;
}

// Opens `url` in a target of its own; `note(harm, text)` hears what it does while it loads and after.
async function open(browser, url, script, note, look) {
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const send = (method, params) => browser.send(method, params, sessionId);
  let loaded;
  const load = new Promise((resolve) => { loaded = resolve; });
  active = { note, loaded: () => loaded(), sessionId, targetId, url, send };
  for (const domain of ["Page", "Network", "Log", "Runtime", "Audits"]) await send(`${domain}.enable`);
  await send("Page.addScriptToEvaluateOnNewDocument", { source: script });
  await send("Page.navigate", { url });
  const timeout = setTimeout(() => loaded(), raw ? 5000 : 60000);
  await load;
  clearTimeout(timeout);
  const result = await look(send);
  active = null;
  await browser.send("Target.closeTarget", { targetId });
  return result;
}

let active = null;

function hear({ method, params, sessionId }) {
  if (!active) return;
  if (method === "Target.targetCreated" && params.targetInfo.openerId === active.targetId)
    active.note("popup", params.targetInfo.url);
  if (sessionId !== active.sessionId) return;
  if (method === "Page.loadEventFired") active.loaded();
  if (method === "Page.javascriptDialogOpening") {
    active.note("dialog", params.message);
    active.send("Page.handleJavaScriptDialog", { accept: false }).catch(() => {});
  }
  if (method === "Network.requestWillBeSent" && params.request.url !== active.url)
    active.note("request", params.request.url);
  if (method === "Network.webSocketCreated") active.note("request", params.url);
  if (method === "Page.frameRequestedNavigation") active.note("request", params.url);
  if (method === "Log.entryAdded" && params.entry.source === "security") active.note("policy", params.entry.text);
  if (method === "Audits.issueAdded" && params.issue.code === "ContentSecurityPolicyIssue")
    active.note("policy", JSON.stringify(params.issue.details.contentSecurityPolicyIssueDetails));
}

async function look(send, page) {
  // Time for what starts after the load: timers, animation, focus.
  await send("Runtime.evaluate", { expression: "new Promise(done => setTimeout(done, 50))", awaitPromise: true });
  const expression = `(${compare})(${JSON.stringify(page.kind)}, ${JSON.stringify(page.parts)})`;
  const { result, exceptionDetails } = await send("Runtime.evaluate", { expression, returnByValue: true });
  if (exceptionDetails) throw new Error(`${page.name}: ${exceptionDetails.exception?.description}`);
  return result.value;
}

const browser = new Browser();
try {
  browser.listen(hear);
  await browser.send("Target.setDiscoverTargets", { discover: true });
  for (const page of pages) {
    const count = perContext.get(page.context) ?? { pairs: 0, places: 0 };
    count.places += 1;
    count.pairs = Math.max(count.pairs, page.parts.length);
    perContext.set(page.context, count);
    for (const form of ["html", "free.html"]) {
      const url = pathToFileURL(resolve(folder, `${page.name}.${form}`)).href;
      const note = (harm, text) => report(`${page.name}.${form}`, harm, text);
      const verdict = await open(browser, url, withoutLayout(page), note, (send) => look(send, page));
      for (const { part, harm, text } of verdict.problems)
        report(`${page.name}.${form} ${page.parts[part]?.id ?? "page"}`, harm, text);
    }
  }
} finally {
  await browser.close();
}

for (const [context, { pairs, places }] of perContext) console.log(`${context}: ${pairs} pairs in ${places} places`);
console.log(Object.entries(harms).map(([harm, count]) => `${count} ${harm}`).join(", "));
const total = Object.values(harms).reduce((sum, each) => sum + each, 0);
if (!raw) process.exit(total === 0 && pages.length > 0 ? 0 : 1);
const unseen = Object.keys(harms).filter((harm) => harms[harm] === 0 && harm !== "popup");
if (unseen.length > 0) console.log(`unescaped values did not show as: ${unseen.join(", ")}`);
process.exit(unseen.length === 0 ? 0 : 1);
