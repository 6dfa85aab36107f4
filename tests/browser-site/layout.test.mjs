// SPDX-License-Identifier: MIT
// A narrow screen, paper, the keyboard's focus, and what a page weighs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { withSite } from "./site.mjs";
import { samples } from "./site_files.mjs";
import { siteFolder } from "./surroundings.mjs";

const heaviest = 60 * 1024;  // bytes of a page, its styles, scripts and fonts; pictures and the search index aside
const stops = 60;            // of the Tab key on a page

// Opens every page type and collects what `look` finds wrong with it.
async function onEveryType(options, look) {
  await withSite({}, async (site) => {
    const page = await site.page(options);
    const found = [];
    for (const { path } of samples(siteFolder)) {
      await site.visit(page, path);
      for (const problem of await look(page, path)) found.push(`${path}: ${problem}`);
    }
    assert.deepEqual(found, []);
    site.assertQuiet();
  });
}

test("no page scrolls sideways at 320 pixels", () => onEveryType({ viewport: { width: 320, height: 640 } }, (page) => page.evaluate(() => {
  if (document.documentElement.scrollWidth <= 320) return [];
  const wide = [...document.body.querySelectorAll("*")].filter((each) => each.getBoundingClientRect().right > 320.5);
  return [`${document.documentElement.scrollWidth} wide: ${wide.slice(0, 3).map((each) => each.outerHTML.slice(0, 120))}`];
})));

test("top, content and foot stand one below the other, the top from edge to edge", () => onEveryType({ viewport: { width: 1280, height: 900 } }, (page) => page.evaluate(() => {
  const [top, main, foot] = ["body > header", "main", "footer"].map((each) => document.querySelector(each)?.getBoundingClientRect());
  if (!top || !foot) return document.querySelector("meta[http-equiv=refresh]") ? [] : ["no top or no foot"];
  const problems = top.width < document.body.clientWidth || top.top > 0 ? [`the top is ${top.width} wide, at ${top.top}`] : [];
  if (main.top < top.bottom || foot.top < main.bottom) problems.push(`top to ${top.bottom}, content ${main.top} to ${main.bottom}, foot from ${foot.top}`);
  return main.width > 800 ? [...problems, `the content is ${main.width} wide`] : problems;
})));

// What cannot be seen whole at 320 pixels scrolls inside a region the keyboard reaches.
test("what scrolls inside a page is reached by keyboard", () => onEveryType({ viewport: { width: 320, height: 640 } }, (page) => page.evaluate(() =>
  [...document.querySelectorAll("main *")]
    .filter((each) => each.scrollWidth > each.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(each).overflowX))
    .filter((each) => each.tabIndex < 0 && !each.querySelector("a, button, [tabindex='0']"))
    .map((each) => each.outerHTML.slice(0, 120)))));

test("paper has everything open, addresses written out, and no navigation", () => onEveryType({}, async (page) => {
  await page.emulateMedia({ media: "print" });
  const problems = await page.evaluate(() => {
    const seen = (each) => each.getClientRects().length > 0 && each.checkVisibility({ contentVisibilityAuto: true, visibilityProperty: true });
    const inMain = (selector) => [...document.querySelectorAll(`main ${selector}`)];
    const folded = inMain("details").filter(seen).filter((each) =>
      [...each.children].some((child) => child.localName !== "summary" && !seen(child)));
    const silent = inMain("a[href^='http']").filter(seen).filter((each) => {
      const content = getComputedStyle(each, "::after").content;
      return !content.includes(each.getAttribute("href")) && !content.includes("attr(href)") && !each.textContent.includes(each.getAttribute("href"));
    });
    const navigation = [...document.querySelectorAll("nav, [role=search], button, input, select")].filter(seen)
      .filter((each) => each.localName !== "nav" || !each.closest("main"));  // answers of a question are its words
    const tell = (what, all) => all.map((each) => `${what}: ${each.outerHTML.slice(0, 100)}`);
    return [...tell("folded", folded), ...tell("no address", silent), ...tell("navigation", navigation)];
  });
  await page.emulateMedia({ media: "screen" });
  return problems;
}));

// Runs in the page: how the focused element looks with and without the focus.
function focusSeen() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const look = () => {
    const style = getComputedStyle(element);
    const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5;
    return JSON.stringify([outlined && [style.outlineColor, style.outlineWidth], style.boxShadow, style.borderColor]);
  };
  const box = element.getBoundingClientRect();
  const focused = look();
  element.blur();
  const plain = look();
  element.focus({ focusVisible: true });
  return { name: element.outerHTML.slice(0, 100), changed: focused !== plain, box: [box.width, box.height], skip: element.matches("a[href^='#']") };
}

test("the focus is seen wherever the Tab key leads, and first comes a way to the content", () => onEveryType({}, async (page) => {
  const problems = [];
  for (let press = 0; press < stops; ++press) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(focusSeen);
    if (stop === null) break;
    if (press === 0 && !stop.skip) problems.push(`the first stop is ${stop.name}`);
    if (!stop.changed) problems.push(`the focus is not seen on ${stop.name}`);
    if (stop.box[0] < 1 || stop.box[1] < 1) problems.push(`the focus is on something without a size: ${stop.name}`);
  }
  return problems;
}));

test("the way to the content leads there", () => withSite({}, async (site) => {
  const page = await site.visit(await site.page(), "index.html");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
}));

test("a page weighs less than 60 KB", async (context) => withSite({}, async (site) => {
  const found = [];
  for (const { kind, path } of samples(siteFolder)) {
    const page = await site.page();
    const parts = [];
    page.on("response", (response) => parts.push(response));
    await site.visit(page, path);
    let [bytes, index] = [0, 0];
    for (const part of parts) {
      if (part.request().resourceType() === "image") continue;
      const size = (await part.body()).length;
      if (/search-?(index|records)/.test(part.url())) index += size; else bytes += size;
    }
    context.diagnostic(`${kind}: ${bytes} bytes${index > 0 ? `, and an index of ${index}` : ""}`);
    if (bytes > heaviest) found.push(`${path}: ${bytes} bytes`);
    if (index > 0 && !path.includes("search")) found.push(`${path} fetches the search index`);
    await page.context().close();
  }
  assert.deepEqual(found, []);
}));
