// SPDX-License-Identifier: MIT
// Two words, one of them mistyped, find their article: by keyboard alone, from a server and from a folder.
import assert from "node:assert/strict";
import { test } from "node:test";
import { documents } from "./documents.mjs";
import { withSite } from "./site.mjs";
import { siteFolder } from "./surroundings.mjs";

const tabs = 40;    // stops of the Tab key until the field or the result is reached
const shown = 3;    // among so many first results the article must be
const sought = 12;  // articles

const mistyped = (word) => word.slice(0, 3) + word.slice(4);

// The two longest words of titles that no other title has both of: [{path, title, words}], spread over the site.
function queries(all) {
  const articles = [...all].filter(([path, { robots }]) => path.includes("/") && !path.endsWith("index.html") && robots === null);
  const titles = articles.map(([, { headings }]) => (headings.find(({ level }) => level === 1)?.text ?? "").toLowerCase());
  const found = articles.map(([path], at) => {
    const words = (titles[at].match(/[a-z]{5,}/g) ?? []).sort((a, b) => b.length - a.length).slice(0, 2);
    return { path, title: titles[at], words };
  });
  const telling = found.filter(({ words }) => words.length === 2 && titles.filter((title) => words.every((word) => title.includes(word))).length === 1);
  const step = Math.max(1, Math.floor(telling.length / sought));
  return telling.filter((_, at) => at % step === 0).slice(0, sought);
}

async function tabTo(page, reached, what) {
  for (let press = 0; press < tabs; ++press) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(reached)) return;
  }
  assert.fail(`${page.url()}: ${tabs} times Tab did not lead to ${what}`);
}

const inField = () => document.activeElement.matches("input[type=search], [role=searchbox]");

async function search(site, page, { title, words, path }) {
  await site.visit(page, "index.html");
  await tabTo(page, inField, "a search field");
  await page.keyboard.type(`${words[0]} ${mistyped(words[1])}`);
  await page.keyboard.press("Enter");
  const counted = page.getByRole("status").filter({ hasText: /[1-9]/ });
  await counted.waitFor({ timeout: 5000 }).catch(() => assert.fail(`nothing is found for ${words}`));
  const links = await page.getByRole("main").getByRole("listitem").getByRole("link").evaluateAll((all) => all.map((each) => each.href));
  const place = links.indexOf(site.address(path));
  assert.ok(place >= 0 && place < shown, `${words} finds "${title}" in place ${place}: ${links.slice(0, shown)}`);
  await tabTo(page, new Function(`return document.activeElement.href === ${JSON.stringify(site.address(path))}`), title);
  await page.keyboard.press("Enter");
  await page.waitForURL(site.address(path));
}

for (const over of ["http", "file"]) {
  test(`search finds articles over ${over}`, () => withSite({ over }, async (site) => {
    const page = await site.page();
    const wanted = queries(await documents(page, siteFolder));
    assert.equal(wanted.length, sought);
    for (const query of wanted) await search(site, page, query);
    site.assertQuiet();
  }));

  test(`what is not there is said over ${over}`, () => withSite({ over }, async (site) => {
    const page = await site.page();
    await site.visit(page, "index.html");
    await tabTo(page, inField, "a search field");
    await page.keyboard.type("<b>zzzqqqxxx</b> ~^:*");
    await page.keyboard.press("Enter");
    await page.getByRole("status").filter({ hasText: /\b(no|nothing|0)\b/i }).waitFor({ timeout: 5000 });
    site.assertQuiet();
  }));
}
