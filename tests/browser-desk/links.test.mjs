// SPDX-License-Identifier: MIT
// Permalinks: a walk in an address, sorted, without facts. And what is written into addresses and forms by who means
// harm: it stays text, or is refused, and never changes what a page is.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { guideSource } from "../browser-site/guide_source.mjs";
import { packFolder } from "../browser-site/surroundings.mjs";
import { heading, openCase, plain, unfold } from "./agent.mjs";
import { Desk, DeskSite, guide } from "./desk.mjs";

const source = guideSource(guide);
const question = (step) => plain(source.steps.get(step).question);

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

const withFolder = (page) => page.getByLabel("A folder of this machine").selectOption("lab-502");

test("a walk without a case is in its address, sorted by step, and goes on from there", async () => {
  const page = await site.page({ javaScriptEnabled: false });
  await site.visit(page, `guides/${guide}`);
  await page.getByRole("link", { name: /first question without a case/ }).click();
  for (const option of ["yes", "v2", "no"]) {
    await page.locator(`#choices input[value="${option}"]`).check();
    await page.getByRole("button", { name: "Continue" }).click();
  }
  assert.equal(await heading(page), question("all-servers-unhealthy"));
  const region = page.getByRole("region", { name: "Your answers so far" });
  const address = await region.getByRole("link", { name: /^Change/ }).first().getAttribute("href");
  const names = [...new URL(address, site.root).searchParams.keys()];
  assert.deepEqual(names, [...names.slice(0, -1).sort(), "v"]);
  await site.visit(page, address.slice(1).replace(/v=[^&]*/, "v=0000").replace("scope?", "all-servers-unhealthy?"));
  assert.ok(plain(await page.getByRole("main").innerText()).includes("The guide has changed since this link was made"));
  await page.goBack();
  assert.equal(await heading(page), question("all-servers-unhealthy"));
  assert.equal(await site.page().then((other) => other.context().cookies()).then((all) => all.length), 0);
  await page.context().close();
  site.assertQuiet();
});

test("no address of a case with facts holds a value of them", async () => {
  const page = await site.page();
  const id = await openCase(page, site, guide, { fill: withFolder });
  for (const path of [`cases/${id}`, `cases/${id}?step=backend-nsg&nth=1`, `cases/${id}/notes`, `cases/${id}/next`]) {
    await site.visit(page, path);
    const addresses = await page.evaluate(() => [...document.querySelectorAll("[href], [action], [src]")].map((each) => each.getAttribute("href") ?? each.getAttribute("action") ?? each.getAttribute("src")).filter((each) => each.startsWith("/")));
    assert.ok(addresses.length > 5);
    const leaked = addresses.filter((each) => /quietriver|lantern|nsg-snet|deny-everything|10\.60/.test(decodeURIComponent(each)));
    assert.deepEqual(leaked, [], path);
  }
  await site.visit(page, `cases/${id}?step=backend-nsg&nth=1`);
  await page.getByRole("link", { name: "Link to this question" }).click();
  assert.ok(new URL(page.url()).pathname.startsWith(`/guides/${guide}/`));
  assert.equal(await page.getByRole("heading", { level: 1 }).count(), 1);
  await page.context().close();
});

// ---- Who means harm

function valuesOf(path) {
  const { values } = JSON.parse(readFileSync(path, "utf8"));
  return values.map(({ id, value }) => ({ id, value: typeof value?.repeat === "string" ? value.repeat.repeat(value.times) : value })).filter(({ value }) => typeof value === "string");
}
const shared = process.env.TSG_SHARED_DATA ? join(process.env.TSG_SHARED_DATA, "hostile-values.json") : "";
const all = [...valuesOf(join(packFolder, "tests/conform/hostile-values.json")), ...(existsSync(shared) ? valuesOf(shared) : [])];
const longestInAddress = 2000;  // bytes: longer ones are refused before they are read
const each = process.env.TSG_EVERY_PLACE ? 1 : Math.ceil(all.length / 3);
const values = all.filter((_, at) => at % each === 0).concat({ id: "breaks out", value: "\"'></textarea></title><script>alert(1)</script><img src=x onerror=alert(1)>{{ page.csrf }}{% end %}" });
const short = values.filter(({ value }) => Buffer.byteLength(encodeURIComponent(value.toWellFormed())) <= longestInAddress);

// Runs in the page: everything a value could have become part of.
function shape() {
  const names = (each) => `${each.localName} ${[...each.attributes].map(({ name }) => name).sort()}`;
  return {
    tags: [...document.querySelectorAll("*")].map(names),
    schemes: [...new Set([...document.querySelectorAll("[href], [src], [action]")].map((each) => (each.href ?? each.src ?? each.action).replace(/:.*/s, "")))],
    scripts: document.scripts.length,
  };
}

// Nothing when the page is as one of the harmless ones.
function intact(shown, all, who) {
  if (all.some((each) => JSON.stringify(each.tags) === JSON.stringify(shown.tags) && JSON.stringify(each.schemes) === JSON.stringify(shown.schemes))) return [];
  const [harmless] = all;
  const at = shown.tags.findIndex((tag, place) => tag !== harmless.tags[place]);
  return [`${who}: element ${at} is ${shown.tags[at]} and not ${harmless.tags[at]}; links to ${shown.schemes}`];
}

test("hostile values in addresses leave pages whole", async () => {
  const page = await site.page();
  const id = await openCase(page, site, guide);
  const places = [
    (value) => `?q=${value}`, (value) => `cases?q=${value}&guide=${value}&state=${value}&after=${value}`, (value) => `guides/${value}`,
    (value) => `guides/${guide}/${value}`, (value) => `guides/${guide}/sku?scope=${value}`, (value) => `guides/${guide}/sku?${value}=yes`,
    (value) => `guides/${guide}/scope?v=${value}`, (value) => `cases/${value}`, (value) => `cases/${id}?step=${value}&nth=${value}`, (value) => `cases/${id}/${value}`,
    (value) => `cases/${id}/notes?format=${value}&audience=${value}`,
  ];
  const found = [];
  for (const place of places) {
    // A word, nothing, what is no name, an answer that is there, and what a browser shortens an address by.
    const harmless = [];
    for (const word of ["no-such-word", "", "%21", "yes", ".", ".."]) harmless.push(await (await site.visit(page, place(word))).evaluate(shape));
    for (const { id: who, value } of short) {
      const path = place(encodeURIComponent(value.toWellFormed()));
      const response = await page.goto(site.address(path));
      assert.ok(response.status() < 500, `${path}: ${response.status()}`);
      const shown = await page.evaluate(shape);
      if (/^text\/html/.test(response.headers()["content-type"]) && shown.tags.length > 10) found.push(...intact(shown, harmless, `${who} in ${place("VALUE")}`));
      if (shown.scripts > 1) found.push(`${who}: a script`);
    }
  }
  assert.deepEqual([...found, ...site.unexpected], []);
  await page.context().close();
});

test("hostile values in every field of every form stay words", async () => {
  const page = await site.page();
  const found = [];
  // Posts a form of the page with a value in one of its fields, as a browser without scruples would.
  const post = async (form, field, value) => {
    const arrived = page.waitForNavigation({ waitUntil: "load" });
    await page.evaluate(([selector, name, text]) => {
      const sent = document.querySelector(selector);
      sent.querySelectorAll(`[name="${name}"]`).forEach((old) => { old.disabled = true; });
      const area = document.createElement("textarea");
      area.name = name;
      area.value = text;
      sent.append(area);
      setTimeout(() => HTMLFormElement.prototype.submit.call(sent), 0);
    }, [form, field, value]);
    const response = await arrived;
    return response;
  };
  const forms = {
    "form[action$='/answer']": ["step", "subject", "seen", "option", "act", "all", "reason", "csrf", "value.BackendPool"],
    "form[action$='/rate']": ["step", "rating", "text"], "form[action$='/facts']": ["folder", "pasted"],
    "form[action$='/remark']": ["remark"],
  };
  const id = await openCase(page, site, guide, { label: values[values.length - 1].value });
  for (const [form, fields] of Object.entries(forms)) {
    for (const field of fields) {
      for (const { id: who, value } of values) {
        await site.visit(page, `cases/${id}`);
        const response = await post(form, field, value);
        const place = `${who} as ${field} of ${form}`;
        if (response.status() >= 500) found.push(`${place}: ${response.status()}`);
        const shown = await page.evaluate(shape);
        if (shown.scripts !== 1 && shown.tags.length > 10) found.push(`${place}: ${shown.scripts} scripts`);
        if (shown.tags.some((tag) => /^img|^svg|^iframe|^object|^embed|\bon[a-z]+/.test(tag))) found.push(`${place}: ${shown.tags.find((tag) => /^img|^svg|^iframe|\bon/.test(tag))}`);
        if (shown.schemes.some((scheme) => !["http", "https"].includes(scheme))) found.push(`${place}: ${shown.schemes}`);
      }
    }
  }
  for (const path of ["", "cases", `cases/${id}`, `cases/${id}/notes`, "report"]) {
    await site.visit(page, path);
    const shown = await page.evaluate(shape);
    if (shown.scripts !== 1) found.push(`${path}: ${shown.scripts} scripts`);
  }
  await site.visit(page, `cases/${id}`);
  await unfold(page, "A remark for the notes");
  assert.ok((await page.getByRole("main").textContent()).includes("</textarea></title><script>alert(1)</script>"), "a hostile remark is shown as it was written");
  assert.deepEqual([...found, ...site.unexpected], []);
  await page.context().close();
});

test("a page that a value had broken would be noticed", async () => {
  const page = await site.visit(await site.page(), "");
  const before = [await page.evaluate(shape)];
  assert.deepEqual(intact(await page.evaluate(shape), before, "nothing"), []);
  await page.evaluate(() => document.querySelector("main p").append(document.createElement("b")));
  assert.notDeepEqual(intact(await page.evaluate(shape), before, "b"), []);
  await page.context().close();
});
