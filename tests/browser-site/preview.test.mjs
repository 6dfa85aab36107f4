// SPDX-License-Identifier: MIT
// The previewed site follows its author: what is saved is shown, what is broken is told and stays told until it is mended.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { copiedPack, startPreview } from "./preview.mjs";
import { Site } from "./site.mjs";
import { files } from "./site_files.mjs";
import { packFolder, programPath } from "./surroundings.mjs";

const article = "guides/application-gateway-502/outcomes/open-backend-nsg.md";
const address = "guides/application-gateway-502/outcomes/open-backend-nsg.html";
const slowestMs = 1000;  // from a save to the reloaded page, 95 of 100, on a machine that does nothing else

// Runs a test's body with a pack, its preview and a browser: {folder, site}.
async function withPreview(from, body) {
  const pack = copiedPack(from);
  let preview;
  let site;
  try {
    preview = await startPreview(pack.folder);
    site = await Site.open({ at: preview.root });
    await body({ folder: pack.folder, site });
  } finally {
    await site?.close();
    await preview?.stop();
    pack.remove();
  }
}

// The load of the page that `save` causes.
async function reloaded(page, save) {
  const loads = page.waitForEvent("load", { timeout: 10000 });
  save();
  await loads;
}

const settled = (page) => page.waitForFunction(() => document.readyState === "complete");

test("saving an article shows it, once", () => withPreview(packFolder, async ({ folder, site }) => {
  const path = join(folder, article);
  const source = readFileSync(path, "utf8");
  const page = await site.visit(await site.page(), address);
  let loads = 0;
  page.on("load", () => { loads += 1; });
  await reloaded(page, () => writeFileSync(path, source.replace(/^# .*$/m, "# The heading that was just written")));
  assert.equal(await page.getByRole("heading", { level: 1 }).innerText(), "The heading that was just written");
  await page.waitForTimeout(500);
  assert.equal(loads, 1);
  site.assertQuiet();
}));

test("a broken article is told over the page as the terminal tells it, and no longer when it is mended", () => withPreview(packFolder, async ({ folder, site }) => {
  const path = join(folder, article);
  const source = readFileSync(path, "utf8");
  const page = await site.visit(await site.page(), address);
  const overlay = page.getByRole("alert", { name: /problems/i });
  assert.equal(await overlay.count(), 0);
  await reloaded(page, () => writeFileSync(path, `${source}\n\nNobody opened <b>this</b><!--/$NeverOpened-->.\n`));
  const told = await overlay.locator("pre").innerText();
  const checked = spawnSync(programPath, ["check", "--color", "never", path], { encoding: "utf8", cwd: folder });
  const heading = told.match(/^error\[TSG\d+\]: .*$/m)?.[0];
  assert.match(heading ?? told, /NeverOpened/);
  assert.ok(`${checked.stdout}${checked.stderr}`.includes(heading), `${heading} is not in: ${checked.stdout}${checked.stderr}`);
  assert.match(told, new RegExp(`--> ${article}:\\d+:\\d+`));
  assert.equal(await overlay.locator("b").count(), 0, "the author's line is text");
  await reloaded(page, () => writeFileSync(path, source));
  assert.equal(await overlay.count(), 0);
  site.assertQuiet();
}));

// TSG_LARGE_PACK: a folder with a pack of many articles, to be measured alone; else saves are seen to arrive.
const large = process.env.TSG_LARGE_PACK ?? "";
const saves = large ? 50 : 10;

test("a save is soon on the screen", { timeout: 120000 }, (context) => withPreview(large || packFolder, async ({ folder, site }) => {
  const articles = files(join(folder, "guides")).filter((path) => path.endsWith(".md")).map((path) => join(folder, "guides", path));
  const path = large ? articles.find((each) => /articleId\s*=/i.test(readFileSync(each, "utf8"))) : join(folder, article);
  const source = readFileSync(path, "utf8");
  const id = source.match(/articleId\s*=\s*["']([^"']+)/i)[1].toLowerCase();
  const page = await site.visit(await site.page(), large ? `articles/${id}.html` : address);
  await settled(page);
  const times = [];
  for (let save = 0; save < saves; ++save) {
    const begun = performance.now();
    await reloaded(page, () => writeFileSync(path, `${source}\n\nSaved for the ${save}th time.\n`));
    times.push(performance.now() - begun);
    assert.match(await page.locator("main").innerText(), new RegExp(`Saved for the ${save}th time`));
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.min(saves - 1, Math.floor(saves * share))].toFixed(0);
  context.diagnostic(`${articles.length} files, ${saves} saves: median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`);
  if (large) assert.ok(Number(at(0.95)) < slowestMs, `p95 ${at(0.95)} ms`);
}));
