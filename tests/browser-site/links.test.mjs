// SPDX-License-Identifier: MIT
// Every page is reached from home, and every link and anchor on the way leads somewhere.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { documents } from "./documents.mjs";
import { Site } from "./site.mjs";
import { fileOf } from "./site_server.mjs";
import { siteFolder } from "./surroundings.mjs";

const origin = "http://site.test/";
let site;
let all;
before(async () => {
  site = await Site.open();
  all = await documents(await site.page(), siteFolder);
});
after(() => site?.close());

// Links of a page that stay on the site: [{path, anchor, href}].
function inner(from) {
  return all.get(from).links.map((href) => ({ href, url: new URL(href, origin + from) }))
    .filter(({ url }) => url.origin === origin.slice(0, -1))
    .map(({ href, url }) => ({ href, path: fileOf("", url.pathname).replace(/^\//, ""), anchor: decodeURIComponent(url.hash.slice(1)) }));
}

test("every link leads to a page and every anchor to a place on it", () => {
  const broken = [];
  for (const from of all.keys()) {
    for (const { href, path, anchor } of inner(from)) {
      const page = all.get(path);
      if (!page && !existsSync(`${siteFolder}/${path}`)) broken.push(`${from}: ${href}`);
      else if (anchor && anchor !== "top" && page && !page.ids.includes(anchor)) broken.push(`${from}: ${href}: no such place`);
    }
  }
  assert.deepEqual(broken, []);
});

test("every script, style and picture is there and of the site", () => {
  const broken = [];
  for (const [from, { resources }] of all) {
    for (const resource of resources) {
      const url = new URL(resource, origin + from);
      if (url.protocol === "data:") continue;
      if (url.origin !== origin.slice(0, -1) || !existsSync(fileOf(siteFolder, url.pathname))) broken.push(`${from}: ${resource}`);
    }
  }
  assert.deepEqual(broken, []);
});

// Old addresses lead on, but nothing leads to them; the page for what is not there is no one's goal.
const unlinked = (path) => path === "404.html" || /^0;/.test(all.get(path).refresh ?? "");

test("every page is reached from home", () => {
  const reached = new Set(["index.html"]);
  for (const path of reached) {
    if (all.has(path)) inner(path).forEach((link) => reached.add(link.path));
  }
  assert.deepEqual([...all.keys()].filter((path) => !reached.has(path) && !unlinked(path)), []);
});
