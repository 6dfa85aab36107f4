// SPDX-License-Identifier: MIT
// What an agent does at the desk, in words: a page is a page of Playwright, a site that of ../browser-site.
import assert from "node:assert/strict";

export const plain = (text) => text.replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s+/g, " ").trim();

export async function heading(page) { return plain(await page.getByRole("heading", { level: 1 }).innerText()); }

// Opens a case of a guide by its form; `fill` has the facts' part of it filled in. Gives the case's id.
export async function openCase(page, site, guide, { label = "", fill = async () => {} } = {}) {
  await site.visit(page, `guides/${guide}`);
  await page.getByLabel("Label").fill(label);
  await fill(page);
  await follow(page, page.getByRole("button", { name: "Open the case" }));
  return caseId(page);
}

export const caseId = (page) => page.url().match(/\/cases\/([0-9a-z]+)/)?.[1] ?? assert.fail(`${page.url()} is no case`);

export const answers = (page) => page.locator("fieldset#choices input[type=radio]");
// Presses, and waits for the page that follows: a click alone returns as soon as the way there has begun.
export const follow = (page, control) => Promise.all([page.waitForEvent("load"), control.click()]);
export const proceed = (page) => follow(page, page.getByRole("button", { name: "Continue" }));

// Chooses by the option's id, as the form sends it.
export async function answer(page, option) {
  await page.locator(`fieldset#choices input[value="${option}"]`).check();
  await proceed(page);
}

// Opens what is folded under these words.
export async function unfold(page, words) {
  const folded = page.locator("details:not([open]) > summary", { hasText: words }).first();
  if (await folded.count() > 0) await folded.click();
}

// The page's "Your answers so far": [[question, answer, by]].
export async function answersSoFar(page) {
  const rows = page.getByRole("region", { name: "Your answers so far" }).locator(".row");
  const read = await rows.evaluateAll((all) => all.map((row) => [
    row.querySelector("dt").textContent, row.querySelector("strong")?.textContent ?? "", row.classList.contains("by-agent") ? "agent" : "rule",
  ]));
  return read.map((row) => row.map(plain));
}

export async function change(page, question) {
  const row = page.getByRole("region", { name: "Your answers so far" }).locator(".row", { hasText: question });
  await follow(page, row.getByRole("link", { name: /^Change/ }).first());
}

// The error state of a page: title, summary with the focus (where scripts run), a link to what is wrong.
export async function assertError(page, words, scripts = true) {
  assert.match(await page.title(), /^Error: /);
  const summary = page.getByRole("alert");
  assert.match(plain(await summary.innerText()), words);
  if (scripts) assert.ok(await summary.evaluate((each) => each === document.activeElement), "the summary has the focus");
  const target = await summary.getByRole("link").first().getAttribute("href");
  assert.equal(await page.locator(target).count(), 1, `${target} is on the page`);
}
