// SPDX-License-Identifier: MIT
// Every type of page of the desk: as a document, for assistive programs, narrow, on paper, by weight.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AxeBuilder } from "../browser-site/surroundings.mjs";
import { assertError, heading } from "./agent.mjs";
import { Desk, DeskSite, withDesk } from "./desk.mjs";
import { pageTypes } from "./page_types.mjs";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const heaviest = 60 * 1024;  // bytes of a page with its style and script
const alike = ["home-nothing", "cases-none", "guide-without-folder", "several", "reason"];  // nearly those of other names
const token = "a-token-that-nobody-guesses-0123456789";

let desk;
let site;
let types;
before(async () => {
  desk = await Desk.start();
  site = await DeskSite.open({ at: desk.root });
  types = await pageTypes(desk);
  if (!process.env.TSG_EVERY_PAGE) alike.forEach((name) => delete types[name]);
});
after(async () => {
  await site?.close();
  await desk?.remove();
});

async function open(page, way) {
  if (typeof way === "string") return site.visit(page, way);
  await way(page, site);
  return page;
}

// Looks at every type of page: `problems` gives what is wrong with one.
async function everyType(options, problems) {
  const found = [];
  const page = await site.page(options);
  for (const [name, way] of Object.entries(types)) found.push(...(await problems(await open(page, way), name)).map((each) => `${name}: ${each}`));
  await page.context().close();
  assert.deepEqual([...found, ...site.unexpected], []);
}

async function faults(page) {
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`));
}

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing on ${colorScheme} pages`, () => everyType({ colorScheme }, async (page) => {
    // What is folded is looked at, too; of evidence, which is the same lists again and again, the first.
    await page.evaluate(() => document.querySelectorAll("details:not(.evidence)").forEach((each) => { each.open = true; }));
    await page.evaluate(() => { const first = document.querySelector("details.evidence"); if (first) first.open = true; });
    return faults(page);
  }));
}

test("every page is one document: a title, one h1, levels in order, ids once, labels, no script or style inside", () => everyType({}, (page, name) => page.evaluate((kind) => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const found = [];
  const headings = all("h1,h2,h3,h4,h5,h6").filter((each) => !each.closest("[role=alert]")).map((each) => Number(each.localName[1]));
  if (headings.filter((level) => level === 1).length !== 1 || headings[0] !== 1) found.push(`headings ${headings}`);
  headings.forEach((level, at) => { if (at > 0 && level > headings[at - 1] + 1) found.push(`a heading jumps to ${level} behind ${headings[at - 1]}`); });
  const ids = all("[id]").map((each) => each.id);
  ids.filter((id, at) => ids.indexOf(id) !== at).forEach((id) => found.push(`the id ${id} twice`));
  if (document.documentElement.lang !== "en") found.push("no language");
  if (!document.querySelector("meta[name=robots][content=noindex]")) found.push("may be indexed");
  const inline = all("script:not([src]), style, [style]").length + all("*").filter((each) => [...each.attributes].some((one) => one.name.startsWith("on"))).length;
  if (inline > 0) found.push(`${inline} scripts or styles inside`);
  const isError = ["error", "reason"].includes(kind);
  if (document.title.startsWith("Error: ") !== isError) found.push(`the title is ${document.title}`);
  if (!document.title.includes(document.querySelector("h1").textContent.trim())) found.push(`the title ${document.title} does not say the h1`);
  for (const radio of all("input[type=radio]")) if (!radio.closest("fieldset")?.querySelector("legend > h1") || !radio.labels.length) found.push("a radio button without its question");
  all("a[href^='#']").filter((each) => each.hash && !document.getElementById(decodeURIComponent(each.hash.slice(1)))).forEach((each) => found.push(`${each.hash} is nowhere`));
  return found;
}, name)));

test("pages fit into 320 pixels, and targets are large enough", () => everyType({ viewport: { width: 320, height: 640 } }, (page) => page.evaluate(() => {
  document.querySelectorAll("details").forEach((each) => { each.open = true; });
  const width = document.documentElement.scrollWidth;
  const found = width > 320 ? [`${width} pixels wide: ${[...document.querySelectorAll("body *")].filter((each) => each.getBoundingClientRect().right > 321 && !each.closest("pre, .scroll, .drawing, .hidden")).map((each) => each.outerHTML.slice(0, 80))[0]}`] : [];
  const unreached = [...document.querySelectorAll("main *")].filter((each) => each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX))
    .filter((each) => each.tabIndex < 0 && !each.querySelector("a, button, [tabindex='0']") && each.localName !== "textarea");
  const small = [...document.querySelectorAll("button, input:not([type=hidden]), select, nav a, .change a")].filter((each) => each.getClientRects().length > 0)
    .filter((each) => { const { width: wide, height } = each.getBoundingClientRect(); return wide < 24 || height < 21; });
  return [...found, ...unreached.map((each) => `not reached by keyboard: ${each.outerHTML.slice(0, 100)}`), ...small.map((each) => `small: ${each.outerHTML.slice(0, 100)}`)];
})));

test("paper has everything open and nothing to press, the question and its answers included", () => everyType({}, async (page, name) => {
  await page.emulateMedia({ media: "print" });
  const found = await page.evaluate(() => {
    const seen = (each) => each.getClientRects().length > 0 && each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const folded = [...document.querySelectorAll("main details")].filter(seen).filter((each) => [...each.children].some((child) => child.localName !== "summary" && !/^(form|button)$/.test(child.localName) && !child.matches("[hidden]") && !seen(child)));
    const pressed = [...document.querySelectorAll("button, nav, input[type=radio]")].filter(seen);
    return [...folded.map((each) => `folded: ${each.outerHTML.slice(0, 100)}`), ...pressed.map((each) => `to press: ${each.outerHTML.slice(0, 100)}`)];
  });
  if (!await page.locator("h1").isVisible()) found.push("the h1 is not on paper");
  if (name === "case" && !await page.getByText("Another status, or it fails only now and then").first().isVisible()) found.push("the answers are not on paper");
  await page.emulateMedia({ media: "screen" });
  return found;
}));

test("a page weighs less than 60 KB", async (context) => {
  const found = [];
  for (const [name, way] of Object.entries(types)) {
    if (typeof way !== "string") continue;
    const page = await site.page();
    const parts = [];
    page.on("response", (response) => { if (response.request().resourceType() !== "image") parts.push(response); });
    await site.visit(page, way);
    let bytes = 0;
    for (const part of parts) bytes += (await part.body()).length;
    // The page of the notes is the notes, which are as long as the facts are many.
    if (name === "notes") for (const area of await page.locator("textarea").all()) bytes -= Buffer.byteLength((await area.inputValue()).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;"));
    context.diagnostic(`${name}: ${bytes} bytes`);
    if (bytes > heaviest) found.push(`${name}: ${bytes} bytes`);
    await page.context().close();
  }
  assert.deepEqual(found, []);
});

test("what leaves the desk or breaks its policy is noticed", () => withDesk({}, async ({ site: own }) => {
  const page = await own.visit(await own.page(), "");
  await page.evaluate(() => { new Image().src = "https://elsewhere.example/"; document.body.setAttribute("style", "color: red"); });
  await page.waitForTimeout(100);
  assert.match(own.troubles.join("\n"), /Content Security Policy/);
}));

test("a desk with a token lets in who has it, and out again", () => withDesk({ token }, async ({ site: own }) => {
  for (const colorScheme of ["light", "dark"]) {
    const page = await own.page({ colorScheme });
    await own.visit(page, "cases");
    assert.equal(await heading(page), "Log in");
    assert.deepEqual(await faults(page), []);
    await page.getByLabel("Token").fill("guessed");
    await page.getByRole("button", { name: "Log in" }).click();
    await assertError(page, /token is wrong/);
    assert.deepEqual(await faults(page), []);
    await page.getByLabel("Token").fill(token);
    await page.getByRole("button", { name: "Log in" }).click();
    assert.equal(await heading(page), "Cases", "the way goes on to where it led");
    await page.getByRole("button", { name: "Log out" }).click();
    assert.equal(await heading(page), "Log in");
    await own.visit(page, "report");
    assert.equal(await heading(page), "Log in");
    await page.context().close();
  }
}));
