// SPDX-License-Identifier: MIT
// Nothing leaves the site, the strict policy is kept, and every page type works from a folder.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withSite } from "./site.mjs";
import { pages, samples } from "./site_files.mjs";
import { siteFolder } from "./surroundings.mjs";

test("no page asks anything of elsewhere or breaks the policy", () => withSite({}, async (site) => {
  const page = await site.page();
  for (const path of pages(siteFolder)) await site.visit(page, path);
  site.assertQuiet();
  assert.ok(site.requests.length > pages(siteFolder).length);
}));

test("every page type opens from a folder, and its links work there", () => withSite({ over: "file" }, async (site) => {
  const page = await site.page();
  for (const { path } of samples(siteFolder)) {
    await site.visit(page, path);
    assert.notEqual(await page.getByRole("heading", { level: 1 }).innerText(), "", path);
    const styled = await page.evaluate(() => [...document.styleSheets].length);
    assert.ok(styled > 0, `${path} has no style sheet`);
    const inner = page.locator("a[href]:not([href^='http']):not([href^='mailto:']):not([href^='#'])");
    const targets = await inner.evaluateAll((links) => links.map((link) => link.href));
    for (const target of [...new Set(targets)].slice(0, 5)) {
      assert.ok(target.startsWith(site.root), `${path}: ${target}`);
      await page.goto(target);
      assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1, target);
    }
  }
  site.assertQuiet();
}));

test("a request that leaves the site is noticed", () => withSite({}, async (site) => {
  const page = await site.visit(await site.page(), "index.html");
  await page.evaluate(() => { new Image().src = "https://elsewhere.example/"; document.body.style.color = "red"; });
  await page.evaluate(() => document.body.setAttribute("style", "color: red"));
  await page.waitForTimeout(100);
  assert.match(site.troubles.join("\n"), /Content Security Policy/);
}));
