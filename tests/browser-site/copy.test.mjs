// SPDX-License-Identifier: MIT
// The buttons that copy code have names and copy it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withSite } from "./site.mjs";
import { pages, text } from "./site_files.mjs";
import { siteFolder } from "./surroundings.mjs";

const enough = 8; // pages with code

test("every block of code has a button that copies exactly it", () => withSite({}, async (site) => {
  const withCode = pages(siteFolder).filter((path) => text(siteFolder, path).includes("<pre")).slice(0, enough);
  assert.ok(withCode.length > 0);
  const page = await site.page({ permissions: ["clipboard-read", "clipboard-write"] });
  for (const path of withCode) {
    await site.visit(page, path);
    const buttons = page.getByRole("main").getByRole("button", { name: /cop(y|ied)/i });
    const blocks = await page.locator("main pre").allTextContents();
    assert.equal(await buttons.count(), blocks.length, path);
    for (const [at, block] of blocks.entries()) {
      await buttons.nth(at).click();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.equal(copied.trimEnd(), block.trimEnd(), path);
    }
  }
  site.assertQuiet();
}));

test("without JavaScript no button pretends to copy", () => withSite({}, async (site) => {
  const page = await site.page({ javaScriptEnabled: false });
  const path = pages(siteFolder).find((each) => text(siteFolder, each).includes("<pre"));
  await site.visit(page, path);
  assert.equal(await page.getByRole("button", { name: /copy/i }).count(), 0);
}));
