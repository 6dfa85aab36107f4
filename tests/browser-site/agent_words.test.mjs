// SPDX-License-Identifier: MIT
// What is written for agents is nowhere in the bytes of a site for customers: not in HTML, index, comments or data.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { files, text } from "./site_files.mjs";
import { packFolder, siteFolder } from "./surroundings.mjs";

// A word is looked for by its beginning: an index holds stems.
const stem = (word) => word.slice(0, Math.max(6, word.length - 4));
const words = (source) => source.toLowerCase().match(/[a-z_]{8,}/g) ?? [];

// Agents alone read a step outside its description and answers.
function parts(path) {
  const source = readFileSync(join(packFolder, path), "utf8").replace(/<properties[^]*?\/>/, "");
  if (!/\/steps\//.test(path)) return { agent: "", customer: source };
  const at = source.search(/^## How to find out/m);
  return at < 0 ? { agent: "", customer: source } : { agent: source.slice(at), customer: source.slice(0, at) };
}

// Stems of words that only agents are told; and the page's own words are nobody's secret.
function secrets() {
  const told = files(join(packFolder, "guides")).filter((path) => /\.md$|\/guide\.toml$/.test(path)).map((path) => parts(`guides/${path}`));
  const looks = join(packFolder, "renderers", "theme");
  const theme = existsSync(looks) ? files(looks).map((path) => text(looks, path)) : [];
  const known = [...told.map(({ customer }) => customer), ...theme].join("\n").toLowerCase();
  const stems = new Set(told.flatMap(({ agent }) => words(agent)).map(stem));
  return [...stems].filter((each) => !known.includes(each));
}

test("no word for agents is in the site", () => {
  const sought = secrets();
  assert.ok(sought.length > 30, `only ${sought.length} words tell agents from customers`);
  const found = [];
  for (const path of files(siteFolder)) {
    const bytes = text(siteFolder, path).toLowerCase();
    for (const word of sought) if (bytes.includes(word)) found.push(`${path}: ${word}`);
  }
  assert.deepEqual(found, []);
});

test("no comment is in a page", () => {
  const found = files(siteFolder).filter((path) => path.endsWith(".html") && text(siteFolder, path).includes("<!--"));
  assert.deepEqual(found, []);
});
