// SPDX-License-Identifier: MIT
// shoot.mjs FOLDER: pictures of every page type of the desk, light, dark, narrow and on paper, to be looked at.
// Needs TSG_PROGRAM, and TSG_SITE_BUILD, a folder that run.sh has installed into.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withDesk } from "./desk.mjs";
import { pageTypes } from "./page_types.mjs";

const looks = {
  light: { colorScheme: "light", viewport: { width: 1100, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1100, height: 900 } },
  narrow: { colorScheme: "light", viewport: { width: 320, height: 700 } },
  print: { colorScheme: "light", viewport: { width: 794, height: 1123 } },
};

const tallest = 6000;  // pixels of a picture

const target = process.argv[2];
if (!target) throw new Error("usage: shoot.mjs FOLDER");
mkdirSync(target, { recursive: true });
for (const token of ["", "a-token-that-nobody-guesses-0123456789"]) {
  await withDesk({ token }, async ({ desk, site }) => {
    const types = token ? { login: "" } : await pageTypes(desk);
    for (const [look, options] of Object.entries(looks)) {
      const page = await site.page(options);
      for (const [name, open] of Object.entries(types)) {
        await page.emulateMedia({ media: "screen" });
        if (typeof open === "string") await site.visit(page, open); else await open(page, site);
        await page.emulateMedia({ media: look === "print" ? "print" : "screen" });
        const height = Math.min(tallest, await page.evaluate(() => document.documentElement.scrollHeight));
        const clip = { x: 0, y: 0, width: options.viewport.width, height };
        await page.screenshot({ path: join(target, `${name}-${look}.png`), fullPage: true, clip });
      }
    }
    for (const trouble of site.troubles) console.error(trouble);
  });
}
