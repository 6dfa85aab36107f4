// SPDX-License-Identifier: MIT
// A guide answered by hand from its first question to an outcome, and what a browser may do on the way: back, forward,
// reload, a second tab, a server that is killed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { guideSource, ways } from "../browser-site/guide_source.mjs";
import { answer, answersSoFar, assertError, caseId, heading, openCase, plain, proceed } from "./agent.mjs";
import { Desk, DeskSite } from "./desk.mjs";

const guide = "site-to-site-vpn";
const source = guideSource(guide);
const question = (step) => plain(source.steps.get(step).question);
// The longest way to an outcome whose title is the author's own words.
const way = ways(source).filter(({ outcome }) => !/\n/.test(source.outcome(outcome).title)).sort((a, b) => b.answers.length - a.answers.length)[0];

let desk;
let site;
before(async () => {
  desk = await Desk.start();
  site = await DeskSite.open({ at: desk.root });
});
after(async () => {
  await site?.close();
  await desk?.remove();
});

// What follows an answer may want values, of this question and of earlier ones.
async function answerStep(page, { step, option }) {
  assert.equal(await heading(page), question(step));
  await answer(page, option);
  const values = page.locator("input[name^='value.']");
  while (await values.count() > 0) {
    for (const value of await values.all()) {
      const expected = await page.locator(`#${await value.getAttribute("aria-describedby")}`).innerText();
      await value.fill(/number|integer/.test(expected) ? "7" : "seen by hand");
    }
    await proceed(page);
  }
}

const answered = async (page) => (await answersSoFar(page)).filter(([, words]) => words !== "").map(([asked]) => asked);
const events = async (page, id) => (await page.request.get(site.address(`cases/${id}`))).text().then((text) => text.match(/name="seen" value="(\d+)"/)?.[1]);

for (const javaScriptEnabled of [true, false]) {
  test(`a guide is answered by hand to an outcome, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    assert.ok(way.answers.length >= 4);
    const page = await site.page({ javaScriptEnabled });
    await openCase(page, site, guide);
    for (const each of way.answers) {
      assert.ok(await page.locator("legend > h1").count() === 1, "the question is the legend");
      await answerStep(page, each);
    }
    assert.equal(await heading(page), plain(source.outcome(way.outcome).title));
    assert.deepEqual(await answered(page), way.answers.map(({ step }) => question(step)));
    await page.getByRole("link", { name: "Back", exact: true }).click();
    assert.equal(await heading(page), question(way.answers[way.answers.length - 1].step));
    await page.context().close();
    site.assertQuiet();
  });

  test(`nothing chosen is told, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await site.page({ javaScriptEnabled });
    await openCase(page, site, guide);
    await proceed(page);
    await assertError(page, /Choose an answer/, javaScriptEnabled);
    await answerStep(page, way.answers[0]);
    assert.doesNotMatch(await page.title(), /^Error/);
    await page.context().close();
  });
}

test("a browser's back and forward lead along the questions, and a reload sends nothing again", async () => {
  const page = await site.page();
  const id = await openCase(page, site, guide);
  const some = way.answers.slice(0, 3);
  for (const each of some) await answerStep(page, each);
  const next = question(way.answers[3].step);
  const count = await events(page, id);
  assert.ok(Number(count) >= 3);
  await page.reload();
  assert.equal(await heading(page), next);
  for (const { step, option } of [...some].reverse()) {
    await page.goBack();
    assert.equal(await heading(page), question(step), "back");
    assert.ok(await page.locator(`#choices input[value="${option}"]`).isChecked(), "what was answered is chosen");
    await page.reload();
  }
  for (const { step } of some.slice(1)) {
    await page.goForward();
    assert.equal(await heading(page), question(step), "forward");
  }
  await page.goForward();
  assert.equal(await heading(page), next);
  assert.equal(await events(page, id), count, "looking around and reloading changed nothing");
  await page.context().close();
});

test("two tabs at one case disturb each other in nothing", async () => {
  const one = await site.page();
  const [first, second] = way.answers;
  const id = await openCase(one, site, guide);
  const two = await one.context().newPage();
  await two.goto(one.url());
  await answerStep(one, first);
  await answerStep(one, second);
  const goesOn = await heading(one);
  assert.equal(await heading(two), question(first.step));
  await answerStep(two, first);
  assert.equal(await heading(two), goesOn, "the tab that was behind comes to where the case is");
  assert.deepEqual(await answered(two), [first, second].map(({ step }) => question(step)));
  assert.equal(caseId(two), id);
  await one.context().close();
});

test("a case goes on after its server was killed", async () => {
  const page = await site.page();
  const id = await openCase(page, site, guide, { label: "goes on" });
  for (const each of way.answers.slice(0, 2)) await answerStep(page, each);
  const before = await heading(page);
  await desk.end("SIGKILL");
  await desk.begin();
  await page.reload();
  assert.equal(await heading(page), before);
  await answerStep(page, way.answers[2]);
  assert.equal(await heading(page), question(way.answers[3].step));
  await site.visit(page, "");
  await page.getByRole("link", { name: "goes on" }).click();
  assert.equal(caseId(page), id);
  await page.context().close();
});

test("a form of a page that is older than the server says so and changes nothing", async () => {
  const page = await site.page();
  const id = await openCase(page, site, guide);
  const count = await events(page, id);
  await desk.end();
  await desk.begin();
  await answer(page, way.answers[0].option);
  assert.equal(await heading(page), "This page is out of date");
  await page.getByRole("link", { name: "Go back" }).click();
  assert.equal(await heading(page), question(way.answers[0].step));
  assert.equal(await events(page, id), count);
  await page.context().close();
});
