// SPDX-License-Identifier: MIT
// Names in facts that try to be markup, addresses or scripts are words on a previewed page, for customers and for agents.
import assert from "node:assert/strict";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { copiedPack, startPreview } from "./preview.mjs";
import { Site } from "./site.mjs";
import { buildFolder, packFolder } from "./surroundings.mjs";

const guide = "application-gateway-502";
const longestName = 65536; // bytes: what is longer is no fact (docs/limits.md)
const shownAtLeast = 100;  // characters of a value that must be on the page, however long it is

const lab = join(packFolder, "guides", guide, "facts/lab-502");
const documents = readdirSync(lab).filter((file) => file !== "_gathered.json").map((file) => [file, JSON.parse(readFileSync(join(lab, file), "utf8"))]);

// The names of one gathering that its pages show: in running text, in tables, in code and in links.
const names = ["agw-lantern", "pool-orders-app", "orders-https", "orders-alive", "nsg-snet-environment", "deny-everything-else"];

let pack;
let facts;
let preview;
let site;
before(async () => {
  pack = copiedPack();
  facts = mkdtempSync(join(buildFolder, "facts-"));
  cpSync(lab, facts, { recursive: true });
  preview = await startPreview(pack.folder, "--facts", facts);
  site = await Site.open({ at: preview.root });
});
after(async () => {
  await site?.close();
  await preview?.stop();
  if (facts) rmSync(facts, { recursive: true });
  pack?.remove();
});

function valuesOf(path) {
  const { values } = JSON.parse(readFileSync(path, "utf8"));
  return values.map(({ id, value }) => ({ id, value: typeof value?.repeat === "string" ? value.repeat.repeat(value.times) : value }));
}

const shared = process.env.TSG_SHARED_DATA ? join(process.env.TSG_SHARED_DATA, "hostile-values.json") : "";
const values = [...valuesOf(join(packFolder, "tests/conform/hostile-values.json")), ...(existsSync(shared) ? valuesOf(shared) : [])];

// A document of facts with each name replaced, where it stands alone as a member called `name`: {"agw-lantern": value}. Parts of ids stay.
function renamed(document, to) {
  if (Array.isArray(document)) return document.map((each) => renamed(each, to));
  if (document === null || typeof document !== "object") return document;
  return Object.fromEntries(Object.entries(document).map(([key, each]) => [key, key === "name" && names.includes(each) ? to[each] : renamed(each, to)]));
}

// Writes the gathering anew; `given` has a value for each of `names`.
function writeFacts(given) {
  const to = Object.fromEntries(names.map((name, at) => [name, given[at]]));
  for (const [file, document] of documents) writeFileSync(join(facts, file), JSON.stringify(renamed(document, to)));
}

// What one page is given: as many values as there are names, each at another name. A value that no name can have stands
// at all names of a page of its own.
function rounds() {
  const possible = values.filter(({ value }) => typeof value === "string" && Buffer.byteLength(value) <= longestName);
  const alone = values.filter((each) => !possible.includes(each)).map((each) => ({ possible: false, given: names.map(() => each) }));
  const together = [];
  for (let turn = 0; turn < (process.env.TSG_EVERY_PLACE ? names.length : 1); ++turn) {
    for (let at = 0; at < possible.length; at += names.length) {
      together.push({ possible: true, given: names.map((_, place) => possible[(at + (place + turn) % names.length) % possible.length]) });
    }
  }
  return [...together, ...alone];
}

// Runs in the page: tags and names of attributes, in order, of the part that facts can reach; and its text.
function looked() {
  const main = document.querySelector("main");
  const tags = [...main.querySelectorAll("*")].map((each) => `${each.localName} ${[...each.attributes].map(({ name }) => name)}`);
  const schemes = [...main.querySelectorAll("[href], [src], [action]")].map((each) => (each.href ?? each.src ?? each.action).replace(/:.*/s, ""));
  return { tags, schemes: [...new Set(schemes)], text: main.textContent, whole: document.querySelectorAll("html > *, body > *").length };
}

// Blanks, controls, what stands for them, and what is not seen are left out of comparisons.
const visible = (text) => text.replace(/[\s\p{C}\u2400-\u243f\ufffd]+/gu, "");

async function open(page, audience) {
  await site.visit(page, `_preview/guides/${guide}/facts?audience=${audience}`);
  return page.evaluate(looked);
}

// What is wrong with a page: lines that begin with the values it was given.
function problems({ possible, given }, shown, harmless) {
  const found = [];
  const who = [...new Set(given.map(({ id }) => id))].join(" ");
  if (shown.whole !== harmless.whole) found.push(`${who}: something stands beside the page`);
  if (shown.schemes.some((scheme) => !harmless.schemes.includes(scheme))) found.push(`${who}: a link to ${shown.schemes}`);
  if (!possible) return found;
  const at = shown.tags.findIndex((tag, place) => tag !== harmless.tags[place]);
  if (at >= 0 || shown.tags.length !== harmless.tags.length) found.push(`${who}: element ${at} is ${shown.tags[at]} and not ${harmless.tags[at]}`);
  const text = visible(shown.text);
  const missing = given.filter(({ value }) => !text.includes(visible(value).slice(0, shownAtLeast)));
  return [...found, ...missing.map(({ id }) => `${id}: the text is not there`)];
}

for (const audience of ["customer", "agent"]) {
  test(`no name is more than words to ${audience === "agent" ? "an agent" : "a customer"}`, async (context) => {
    const began = performance.now();
    const page = await site.page();
    writeFacts(names.map((_, at) => `x${at}`));
    const harmless = await open(page, audience);
    names.forEach((name, at) => assert.ok(harmless.text.includes(`x${at}`), `${name} is not on the page`));
    const found = [];
    const all = rounds();
    for (const round of all) {
      writeFacts(round.given.map(({ value }) => value));
      found.push(...problems(round, await open(page, audience), harmless));
    }
    const pairs = all.length * names.length;
    context.diagnostic(`${values.length} values, ${pairs} pairs of value and name on ${all.length} pages: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    assert.deepEqual([...found, ...site.troubles], []);
  });
}

test("a page that facts had broken would be noticed", async () => {
  const page = await site.page();
  const before = await open(page, "customer");
  await page.evaluate(() => document.querySelector("main p").append(document.createElement("b")));
  assert.notDeepEqual((await page.evaluate(looked)).tags, before.tags);
});
