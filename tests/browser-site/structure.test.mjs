// SPDX-License-Identifier: MIT
// Every page of the site, as a document.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { documents } from "./documents.mjs";
import { Site } from "./site.mjs";
import { files } from "./site_files.mjs";
import { addressedFolder, siteFolder } from "./surroundings.mjs";

let site;
let all;
let addressed;
before(async () => {
  site = await Site.open();
  const page = await site.page();
  all = await documents(page, siteFolder);
  addressed = await documents(page, addressedFolder);
});
after(() => site?.close());

// Fails with one line for each page of which `problem` has something to say.
function everyPage(pagesOf, problem) {
  const found = [];
  for (const [path, page] of pagesOf) {
    const text = problem(page, path);
    if (text) found.push(`${path}: ${text}`);
  }
  assert.deepEqual(found, []);
}

test("there are pages", () => assert.ok(all.size > 20, `${all.size} pages`));

test("no page has an id twice", () => everyPage(all, ({ ids }) => {
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  return twice.length > 0 ? `ids twice: ${[...new Set(twice)].join(" ")}` : ids.includes("") ? "an empty id" : "";
}));

test("every page has exactly one h1, and it comes first", () => everyPage(all, ({ headings }) => {
  const ones = headings.filter(({ level }) => level === 1);
  if (ones.length !== 1) return `${ones.length} h1`;
  return ones[0].text === "" ? "an empty h1" : headings[0].level === 1 ? "" : `${headings[0].text} stands before the h1`;
}));

test("headings go down one level at a time", () => everyPage(all, ({ headings }) => {
  const jump = headings.findIndex(({ level }, at) => at > 0 && level > headings[at - 1].level + 1);
  return jump < 0 ? "" : `"${headings[jump].text}" jumps from ${headings[jump - 1].level} to ${headings[jump].level}`;
}));

test("every page says its language and has a title", () => everyPage(all, ({ lang, title }) => {
  if (!/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/.test(lang)) return `lang is "${lang}"`;
  return title === "" ? "no title" : "";
}));

test("every page has a title of its own", () => {
  const titles = new Map();
  for (const [path, { title }] of all) titles.set(title, [...(titles.get(title) ?? []), path]);
  assert.deepEqual([...titles].filter(([, paths]) => paths.length > 1), []);
});

test("no page has a script or a style inside", () => everyPage(all, ({ inline }) => (inline > 0 ? `${inline} of them` : "")));

test("structured data is JSON of schema.org", () => everyPage(all, ({ data }) => {
  try {
    return data.map((each) => JSON.parse(each)).every((each) => /schema\.org/.test(each["@context"])) ? "" : "no @context";
  } catch (error) {
    return error.message;
  }
}));

test("a site without an address names none", () => {
  everyPage(all, ({ canonical, alternates }) => (canonical.length + alternates.length > 0 ? "canonical or hreflang" : ""));
  assert.ok(!files(siteFolder).includes("sitemap.xml"), "a sitemap needs an address");
});

test("a site with an address has one canonical address a page, below it", () => {
  assert.equal(addressed.size, all.size);
  everyPage(addressed, ({ canonical }, path) => {
    if (path === "404.html") return canonical.length > 0 ? "an address of a page that is not there" : "";
    if (canonical.length !== 1) return `${canonical.length} canonical addresses`;
    return canonical[0].startsWith("https://help.example.com/azure/") ? "" : canonical[0];
  });
});
