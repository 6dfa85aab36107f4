// SPDX-License-Identifier: MIT
// No page type has an accessibility fault that axe can find, light or dark, by the reader's system and by choice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withSite } from "./site.mjs";
import { samples } from "./site_files.mjs";
import { AxeBuilder, siteFolder } from "./surroundings.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

async function faults(page, path) {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${path}: ${id}: ${html}: ${failureSummary}`));
}

// Of every element of the page but of those that a browser draws itself.
const colours = (page) => page.evaluate(() => [...document.querySelectorAll("body, body *:not(option)")].map((each) => {
  const { color, backgroundColor, borderTopColor, borderLeftColor } = getComputedStyle(each);
  return [each.localName, color, backgroundColor, borderTopColor, borderLeftColor].join(" ");
}));

// Chooses a theme by the control of the page: a select, a radio button or a button that names it.
async function choose(page, scheme) {
  const select = page.getByRole("combobox", { name: /theme|colou?rs|appearance/i });
  if (await select.count() > 0) return select.first().selectOption({ label: new RegExp(scheme, "i").exec(await select.first().innerText())[0] });
  const radio = page.getByRole("radio", { name: new RegExp(scheme, "i") });
  if (await radio.count() > 0) return radio.first().check({ force: true });
  return page.getByRole("button", { name: new RegExp(`${scheme}|theme|colou?rs`, "i") }).first().click();
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing on ${colorScheme} pages`, () => withSite({}, async (site) => {
    const page = await site.page({ colorScheme });
    const found = [];
    for (const { path } of samples(siteFolder)) found.push(...await faults(await site.visit(page, path), path));
    assert.deepEqual(found, []);
  }));

  test(`a reader whose system is not ${colorScheme} chooses ${colorScheme}, and it stays chosen`, () => withSite({}, async (site) => {
    const bySystem = await site.page({ colorScheme });
    const page = await site.page({ colorScheme: colorScheme === "dark" ? "light" : "dark" });
    await site.visit(page, "index.html");
    assert.notDeepEqual(await colours(page), await colours(await site.visit(bySystem, "index.html")));
    await choose(page, colorScheme);
    // The same colours everywhere: what axe says of one holds of the other.
    for (const { path } of samples(siteFolder)) {
      assert.deepEqual(await colours(await site.visit(page, path)), await colours(await site.visit(bySystem, path)), path);
    }
  }));
}

test("axe finds what is wrong on purpose", () => withSite({}, async (site) => {
  const page = await site.visit(await site.page(), "index.html");
  await page.evaluate(() => document.querySelector("main").append(document.createElement("button")));
  assert.match((await faults(page, "index.html")).join("\n"), /button-name/);
}));
