// SPDX-License-Identifier: MIT
// A reader walks a guide from home to where it ends, by its links alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { guideSource, ways } from "./guide_source.mjs";
import { Site } from "./site.mjs";

let site;
before(async () => { site = await Site.open(); });
after(() => site?.close());

const plain = (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, " ").trim();

async function heading(page) { return plain(await page.getByRole("heading", { level: 1 }).innerText()); }

// The link in the page's main part that says these words, perhaps among others.
async function follow(page, words) {
  const links = page.getByRole("main").locator("a[href]");
  const said = (await links.allInnerTexts()).map(plain);
  const at = said.findIndex((each) => each.includes(plain(words)));
  assert.ok(at >= 0, `${page.url()} has no link that says: ${words}`);
  await links.nth(at).click();
}

// From home to the guide's first question.
async function begin(page, source) {
  await site.visit(page, "index.html");
  await follow(page, source.title);
  const question = plain(source.steps.get(source.start).question);
  if (await heading(page) !== question) await page.getByRole("main").getByRole("link", { name: /start|begin/i }).first().click();
  assert.equal(await heading(page), question);
}

// From the first question to an outcome.
async function walk(page, source, { outcome, answers }) {
  for (const { step, option } of answers) {
    const { question, wording } = source.steps.get(step);
    assert.equal(await heading(page), plain(question));
    await follow(page, wording.get(option) ?? option);
  }
  const expected = source.outcome(outcome);
  assert.equal(await heading(page), plain(expected.title));
  const shown = plain(await page.getByRole("main").innerText());
  for (const item of expected.items) assert.ok(shown.includes(plain(item)), `${outcome} does not say: ${item}`);
}

for (const guide of ["application-gateway-502", "site-to-site-vpn"]) {
  const source = guideSource(guide);
  const all = ways(source);
  test(`${guide} has ways to many ends`, () => assert.ok(all.length >= 10, `${all.length} outcomes`));

  test(`${guide} is walked to every outcome without JavaScript`, async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await begin(page, source);
    const first = page.url();
    for (const way of all) {
      await page.goto(first);
      await walk(page, source, way);
    }
    site.assertQuiet();
  });

  test(`${guide} is walked the longest and the shortest way with JavaScript, and back`, async () => {
    const page = await site.page();
    const byLength = [...all].sort((a, b) => a.answers.length - b.answers.length);
    for (const way of [byLength[0], byLength[byLength.length - 1]]) {
      await begin(page, source);
      await walk(page, source, way);
      await page.goBack();
      const last = way.answers[way.answers.length - 1].step;
      assert.equal(await heading(page), plain(source.steps.get(last).question));
    }
    site.assertQuiet();
  });
}
