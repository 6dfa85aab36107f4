// SPDX-License-Identifier: MIT
// A reader walks a guide from home to where it ends, by its links alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { guideSource, ways } from "./guide_source.mjs";
import { Site, withSite } from "./site.mjs";

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
async function begin(page, source, opened = site) {
  await opened.visit(page, "index.html");
  await follow(page, source.title);
  const question = plain(source.steps.get(source.start).question);
  if (await heading(page) !== question) await page.getByRole("main").getByRole("link", { name: /start|begin/i }).first().click();
  assert.equal(await heading(page), question);
}

// Answers a step, which must be the one shown.
async function answer(page, source, { step, option }) {
  const { question, wording } = source.steps.get(step);
  assert.equal(await heading(page), plain(question));
  await follow(page, wording.get(option) ?? option);
}

async function assertEnd(page, source, outcome) {
  const expected = source.outcome(outcome);
  assert.equal(await heading(page), plain(expected.title));
  const shown = plain(await page.getByRole("main").innerText());
  for (const item of expected.items) assert.ok(shown.includes(plain(item)), `${outcome} does not say: ${item}`);
}

// From the first question to an outcome.
async function walk(page, source, { outcome, answers }) {
  for (const each of answers) await answer(page, source, each);
  await assertEnd(page, source, outcome);
}

// Walks every way. Without JavaScript a question is one page whichever way led there: a way goes on from the last of its
// questions that an earlier way has come to.
async function walkAll(page, source, all) {
  const reached = new Map([[source.start, page.url()]]);
  for (const { outcome, answers } of all) {
    const from = answers.findLastIndex(({ step }) => reached.has(step));
    await page.goto(reached.get(answers[from].step));
    for (const each of answers.slice(from)) {
      reached.set(each.step, page.url());
      await answer(page, source, each);
    }
    await assertEnd(page, source, outcome);
  }
}

// What the page says was answered: [[question, answer]].
async function answersShown(page) {
  const list = page.getByRole("region", { name: "Your answers so far" }).locator("dl > div");
  const rows = await list.evaluateAll((all) => all.map((row) => [row.querySelector("dt").textContent, row.querySelector("dd").textContent]));
  return rows.map((row) => row.map(plain));
}

const answersOf = (source, answers) => answers.map(({ step, option }) =>
  [plain(source.steps.get(step).question), plain(source.steps.get(step).wording.get(option) ?? option)]);

// What the case notes must say; the program's words for answers that no author worded are not known here.
async function assertNotes(page, source, answers, end) {
  const notes = plain(await page.getByRole("region", { name: "Case notes" }).textContent());
  let at = 0;
  for (const words of [source.title, ...answersOf(source, answers).flat(), end]) {
    const next = notes.indexOf(plain(words), at);
    assert.ok(next >= 0, `the notes do not say, in its place: ${words}\n${notes}`);
    at = next;
  }
}

for (const guide of ["application-gateway-502", "site-to-site-vpn"]) {
  const source = guideSource(guide);
  const all = ways(source);
  const byLength = [...all].sort((a, b) => a.answers.length - b.answers.length);
  const longest = byLength[byLength.length - 1];
  test(`${guide} has ways to many ends`, () => assert.ok(all.length >= 10, `${all.length} outcomes`));

  test(`${guide} is walked to every outcome without JavaScript`, async () => {
    const page = await site.page({ javaScriptEnabled: false });
    await begin(page, source);
    await walkAll(page, source, all);
    site.assertQuiet();
  });

  test(`${guide} is walked the longest and the shortest way with JavaScript, and back`, async () => {
    const page = await site.page();
    for (const way of [byLength[0], longest]) {
      await begin(page, source);
      await walk(page, source, way);
      await page.goBack();
      const last = way.answers[way.answers.length - 1].step;
      assert.equal(await heading(page), plain(source.steps.get(last).question));
    }
    site.assertQuiet();
  });

  for (const over of ["http", "file"]) {
    test(`${guide} writes a walk down over ${over}, and an answer is changed with those before it kept`, () => withSite({ over }, async (opened) => {
      const page = await opened.page();
      await begin(page, source, opened);
      const region = page.getByRole("region", { name: "Your answers so far" });
      assert.equal(await region.count(), 0, "nothing is answered yet");
      await walk(page, source, longest);
      const { answers, outcome } = longest;
      const { title } = source.outcome(outcome);
      assert.deepEqual(await answersShown(page), answersOf(source, answers));
      await assertNotes(page, source, answers, title);

      await page.reload();
      assert.deepEqual(await answersShown(page), answersOf(source, answers), "a reloaded page keeps the walk");

      const back = page.getByRole("link", { name: /^back/i });
      await back.click();
      const last = source.steps.get(answers[answers.length - 1].step).question;
      assert.equal(await heading(page), plain(last));
      assert.deepEqual(await answersShown(page), answersOf(source, answers.slice(0, -1)));
      await assertNotes(page, source, answers.slice(0, -1), last);

      const changed = Math.floor((answers.length - 1) / 2);
      await region.getByRole("link", { name: /^change/i }).nth(changed).click();
      assert.equal(await heading(page), plain(source.steps.get(answers[changed].step).question));
      assert.equal((await region.count() > 0 ? await answersShown(page) : []).length, changed);
      await walk(page, source, { outcome, answers: answers.slice(changed) });
      assert.deepEqual(await answersShown(page), answersOf(source, answers));

      await page.goto(page.url().replace(/\?.*/, "?no-such-step=yes&__proto__=x&constructor=y"));
      assert.equal(await region.count(), 0, "answers that the guide does not know are none");
      opened.assertQuiet();
    }));
  }
}
