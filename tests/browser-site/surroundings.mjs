// SPDX-License-Identifier: MIT
// Where the tests find things: the folder run.sh built (TSG_SITE_BUILD), the program it built with (TSG_PROGRAM) and the pack.
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

if (!process.env.TSG_SITE_BUILD) throw new Error("TSG_SITE_BUILD is not set: start these tests by run.sh");

export const programPath = process.env.TSG_PROGRAM;
export const buildFolder = process.env.TSG_SITE_BUILD;
export const siteFolder = join(buildFolder, "site");
export const addressedFolder = join(buildFolder, "site-with-address");
export const packFolder = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

// Modules are installed beside the site, not beside the tests: an import would not look there.
const require = createRequire(join(buildFolder, "package.json"));
export const { chromium } = require("playwright-core");
export const { AxeBuilder } = require("@axe-core/playwright");
