// SPDX-License-Identifier: MIT
// shoot.mjs FOLDER: pictures of every page type, light, dark, on a phone and on paper, to be looked at.
// Needs TSG_SITE_BUILD, a folder that run.sh built into.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withSite } from "./site.mjs";
import { samples } from "./site_files.mjs";
import { siteFolder } from "./surroundings.mjs";

const looks = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
  print: { colorScheme: "light", viewport: { width: 794, height: 1123 } },
};

const target = process.argv[2];
if (!target) throw new Error("usage: shoot.mjs FOLDER");
mkdirSync(target, { recursive: true });
await withSite({}, async (site) => {
  for (const [look, options] of Object.entries(looks)) {
    const page = await site.page(options);
    if (look === "print") await page.emulateMedia({ media: "print" });
    for (const { path } of samples(siteFolder)) {
      await site.visit(page, path);
      await page.screenshot({ path: join(target, `${path.replace(/\.html$/, "").replaceAll("/", "_")}-${look}.png`), fullPage: true });
    }
  }
  for (const trouble of site.troubles) console.error(trouble);
});
