// SPDX-License-Identifier: MIT
// The whole walk with the keyboard alone.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { guideSource } from "../browser-site/guide_source.mjs";
import { answers, assertError, heading, openCase, plain } from "./agent.mjs";
import { Desk, DeskSite, guide } from "./desk.mjs";
import { pageTypes } from "./page_types.mjs";

const source = guideSource(guide);
const question = (step) => plain(source.steps.get(step).question);
const stops = 150;  // more than any page has

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

const focused = (page, selector) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);

// Presses Tab until what is wanted has the focus.
async function tabTo(page, selector) {
  for (let press = 0; press < stops; ++press) {
    await page.keyboard.press("Tab");
    if (await focused(page, selector)) return;
  }
  assert.fail(`${page.url()}: Tab does not come to ${selector}`);
}

const pressed = async (page, key) => Promise.all([page.waitForEvent("load"), page.keyboard.press(key)]);

test("a case is opened, walked, overridden and copied with keys alone", async () => {
  const page = await site.page({ permissions: ["clipboard-read", "clipboard-write"] });
  await site.visit(page, `guides/${guide}`);
  await tabTo(page, "#label");
  await page.keyboard.type("by keys");
  await tabTo(page, "#folder");
  await page.keyboard.type("lab-502");
  await tabTo(page, "form button.main");
  await pressed(page, "Enter");
  assert.equal(await heading(page), plain(source.outcome("open-backend-nsg").title));
  await tabTo(page, "a[href*='step=backend-nsg']");
  await pressed(page, "Enter");
  await tabTo(page, "#choices input");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#error");
  await assertError(page, /Say why/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");  // the summary's link leads to the field
  await page.keyboard.press("Shift+Tab");
  await tabTo(page, "#reason");
  await page.keyboard.type("seen with my own eyes");
  await tabTo(page, "button.main");
  await pressed(page, "Enter");
  assert.equal(await heading(page), plain(source.outcome("open-backend-port").title), "the facts go on behind the agent's answer");
  await tabTo(page, "details.evidence > summary");
  await page.keyboard.press("Space");
  assert.equal(await page.locator("details.evidence[open]").count(), 1);
  await tabTo(page, ".tools a[href$='/notes']");
  await pressed(page, "Enter");
  await tabTo(page, "button[data-copy=agent]");
  await page.keyboard.press("Space");
  await page.getByText("Copied").waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /seen with my own eyes/);
  await page.context().close();
  site.assertQuiet();
});

test("keys 1 to 9 choose an answer, not while one types, and can be switched off for good", async () => {
  const page = await site.page();
  await openCase(page, site, guide);
  await page.keyboard.press("2");
  assert.ok(await answers(page).nth(1).isChecked());
  await page.keyboard.press("1");
  assert.ok(await answers(page).nth(0).isChecked());
  assert.equal(await heading(page), question("scope"), "a key chooses and sends nothing");
  await page.keyboard.press("9");
  assert.ok(await answers(page).nth(0).isChecked(), "there is no ninth answer");
  await page.getByText("A remark for the notes").click();
  await page.getByLabel("Remark").pressSequentially("2 of 2");
  assert.ok(await answers(page).nth(0).isChecked(), "what is typed into a field is text");
  await page.getByLabel("Keys 1 to 9 choose an answer").uncheck();
  await page.reload();
  assert.ok(!await page.getByLabel("Keys 1 to 9 choose an answer").isChecked());
  await page.keyboard.press("2");
  assert.ok(!await answers(page).nth(1).isChecked());
  await page.context().close();
});

// Runs in the page: whether the focus is seen, and where it is.
function focusSeen() {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const outlined = [element, element.closest(".choice")].some((each) => {
    if (!each) return false;
    const style = getComputedStyle(each);
    return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1.5;
  });
  const box = element.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return { name: element.outerHTML.slice(0, 100), outlined, sized: box.width > 0 && box.height > 0, onScreen };
}

test("the focus is seen wherever Tab leads, comes first to the way to the content, and leaves every page again", async () => {
  const page = await site.page();
  const found = [];
  for (const [name, open] of Object.entries(await pageTypes(desk))) {
    if (typeof open !== "string") continue;
    await site.visit(page, open);
    let left = false;
    for (let press = 0; press < stops && !left; ++press) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(focusSeen);
      left = stop === null;
      if (press === 0 && !/class="skip"/.test(stop?.name ?? "")) found.push(`${name}: the first stop is ${stop?.name}`);
      if (stop && !(stop.outlined && stop.sized && stop.onScreen)) found.push(`${name}: ${JSON.stringify(stop)}`);
    }
    if (!left) found.push(`${name}: Tab does not leave the page`);
  }
  assert.deepEqual(found, []);
  await page.context().close();
});

test("the way to the content leads there, and the error summary takes the focus", async () => {
  const page = await site.page();
  await openCase(page, site, guide);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.waitForURL(/#main$/);
  await page.keyboard.press("Tab");
  assert.ok(await focused(page, "main *"));
  await tabTo(page, "button.main");
  await pressed(page, "Enter");
  await assertError(page, /Choose an answer/);
  await page.context().close();
});
