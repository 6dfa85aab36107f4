// SPDX-License-Identifier: MIT
// A case from its facts to the outcome, with what an agent does to it on the way, and its notes as bytes.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { guideSource } from "../browser-site/guide_source.mjs";
import { programPath } from "../browser-site/surroundings.mjs";
import { answer, answersSoFar, assertError, caseId, change, heading, openCase, plain, proceed, unfold } from "./agent.mjs";
import { Desk, DeskSite, factsFolder, guide, lab } from "./desk.mjs";

const source = guideSource(guide);
const found = plain(source.outcome("open-backend-nsg").title);
const labFiles = readdirSync(lab).map((name) => join(lab, name));
const labObject = () => JSON.stringify(Object.fromEntries(labFiles.map((path) => [path.match(/([^/]*)\.json$/)[1], JSON.parse(readFileSync(path, "utf8"))])));
const question = (step) => plain(source.steps.get(step).question);
const wording = (step, option) => plain(source.steps.get(step).wording.get(option));

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

async function pasted(page, text) {
  await unfold(page, "Paste facts");
  await page.getByLabel("Pasted facts").fill(text);
}

const upload = async (page) => page.getByLabel("Files").setInputFiles(labFiles);

// The lab's evidence shows that the facts arrived whole: the rule that denies, and when that was gathered.
async function assertLabOutcome(page) {
  assert.equal(await heading(page), found);
  const main = plain(await page.getByRole("main").textContent());
  for (const words of ["nsg-snet-environment", "deny-everything-else", "10.60.1.0/24", "gathered 2026-03-04T09:25:20Z"])
    assert.ok(main.includes(words), `${words} is not on the page`);
}

const ways = {
  "by its files": upload,
  "by pasting": (page) => pasted(page, labObject()),
  "by a folder of this machine": (page) => page.getByLabel("A folder of this machine").selectOption("lab-502"),
};
for (const javaScriptEnabled of [true, false]) {
  for (const [way, fill] of Object.entries(ways)) {
    test(`a case with facts given ${way} comes to the outcome, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
      const page = await site.page({ javaScriptEnabled });
      await openCase(page, site, guide, { label: way, fill });
      await assertLabOutcome(page);
      const steps = await answersSoFar(page);
      assert.ok(steps.length >= 8 && steps.every(([, , by]) => by === "rule"));
      await site.visit(page, `cases?q=${encodeURIComponent(way)}`);
      assert.equal(await page.getByRole("link", { name: way, exact: true }).count(), javaScriptEnabled ? 1 : 2);
      await page.context().close();
      site.assertQuiet();
    });
  }
}

test("facts that cannot be read are told with their place, and what was typed is kept but for the facts", async () => {
  const page = await site.page();
  const broken = '{"backendHealth": [}';
  await site.visit(page, `guides/${guide}`);
  await page.getByLabel("Label").fill("<b>4711</b>");
  await pasted(page, broken);
  await page.getByRole("button", { name: "Open the case" }).click();
  await assertError(page, /pasted facts/);
  assert.equal(await page.getByLabel("Label").inputValue(), "<b>4711</b>");
  assert.equal(await page.getByLabel("Pasted facts").inputValue(), "", "facts may hold secrets: they are not shown again");
  await page.context().close();
});

for (const javaScriptEnabled of [true, false]) {
  test(`a rule is overridden with a reason, and undone, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await site.page({ javaScriptEnabled });
    const id = await openCase(page, site, guide, { fill: upload });
    await change(page, question("backend-nsg"));
    assert.equal(await heading(page), question("backend-nsg"));
    assert.ok(plain(await page.getByRole("main").innerText()).includes(`The facts answer this: ${wording("backend-nsg", "yes")}`));
    await answer(page, "no");
    await assertError(page, /Say why the facts are wrong/, javaScriptEnabled);
    assert.ok(await page.locator("#choices input[value=no]").isChecked(), "the choice is kept");
    await page.getByLabel("Reason").fill("the <i>rule</i> was removed at noon");
    await proceed(page);
    assert.notEqual(await heading(page), found);
    const overridden = (await answersSoFar(page)).find(([asked]) => asked === question("backend-nsg"));
    assert.deepEqual(overridden, [question("backend-nsg"), wording("backend-nsg", "no"), "agent"]);
    await site.visit(page, `cases/${id}/notes`);
    assert.match(await page.locator("textarea#agent").inputValue(), /the \\?<i\\?>rule\\?<\/i\\?> was removed at noon/);
    assert.doesNotMatch(await page.locator("textarea#customer").inputValue(), /removed at noon/);
    await site.visit(page, `cases/${id}`);
    await page.getByRole("button", { name: "Undo the last answer" }).click();
    await assertLabOutcome(page);
    assert.equal(await page.getByRole("button", { name: "Undo the last answer" }).count(), 0);
    await page.context().close();
    site.assertQuiet();
  });

  test(`answers that no longer apply are listed and count again later, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await site.page({ javaScriptEnabled });
    await openCase(page, site, guide);
    for (const option of ["yes", "v2", "no"]) await answer(page, option);
    assert.equal(await heading(page), question("all-servers-unhealthy"));
    await change(page, question("scope"));
    assert.ok(await page.locator("#choices input[value=yes]").isChecked(), "the answer that stands is chosen");
    await answer(page, "no");
    assert.equal(await heading(page), plain(source.outcome("out-of-scope").title));
    const dropped = page.getByRole("region", { name: "No longer on the way" });
    const lines = (await dropped.locator("li").allInnerTexts()).map(plain);
    assert.deepEqual(lines, [`${question("sku")} ${wording("sku", "v2")}`, `${question("backend-pool-empty")} ${wording("backend-pool-empty", "no")}`]);
    await change(page, question("scope"));
    await answer(page, "yes");
    assert.equal(await heading(page), question("all-servers-unhealthy"));
    assert.equal(await dropped.count(), 0);
    assert.deepEqual((await answersSoFar(page)).map(([asked]) => asked), ["scope", "sku", "backend-pool-empty"].map(question));
    await page.context().close();
    site.assertQuiet();
  });

  test(`"don't know" goes on, and is listed at the end, ${javaScriptEnabled ? "with" : "without"} scripts`, async () => {
    const page = await site.page({ javaScriptEnabled });
    await openCase(page, site, guide);
    for (const option of ["yes", "v2", "_unknown"]) await answer(page, option);
    assert.equal(await heading(page), question("all-servers-unhealthy"));
    await answer(page, "_unknown");
    const listed = page.getByRole("region", { name: /don't know/ });
    assert.deepEqual((await listed.locator("li").allInnerTexts()).map((each) => plain(each).replace(/ Answer it.*/, "")),
      [question("backend-pool-empty"), question("all-servers-unhealthy")]);
    await listed.getByRole("link", { name: question("backend-pool-empty") }).click();
    assert.equal(await heading(page), question("backend-pool-empty"));
    await page.context().close();
  });
}

test("the notes are the same bytes in the terminal, as a download and by the API, and the page copies them", async (context) => {
  const page = await site.page({ permissions: ["clipboard-read", "clipboard-write"], acceptDownloads: true });
  const id = await openCase(page, site, guide, { label: "notes", fill: upload });
  await unfold(page, "A remark");
  await page.getByLabel("Remark").fill("called <again> & again | `x` *y*");
  await page.getByRole("button", { name: "Keep the remark" }).click();
  await site.visit(page, `cases/${id}/notes`);
  let compared = 0;
  for (const audience of ["agent", "customer"]) {
    for (const format of ["markdown", "html", "text"]) {
      const file = join(desk.folder, `notes-${audience}-${format}`);
      desk.walk(["--resume", id, "--notes", file, "--notes-format", format, "--notes-for", audience]);
      const terminal = readFileSync(file, "utf8");
      const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`a[href$="format=${format}&audience=${audience}"]`).click()]);
      assert.equal(readFileSync(await download.path(), "utf8"), terminal, `${format} for the ${audience}`);
      const api = await page.request.get(site.address(`api/v1/sessions/${id}/notes?format=${format}&audience=${audience}`));
      if (api.ok()) {
        assert.equal(await api.text(), terminal, `the API's ${format} for the ${audience}`);
        compared += 1;
      }
      if (format !== "markdown") continue;
      await page.locator(`button[data-copy=${audience}]`).click();
      await page.getByText("Copied").first().waitFor();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), terminal, `copied for the ${audience}`);
      assert.equal(/called/.test(terminal), audience === "agent");
      await page.reload();
    }
  }
  await site.visit(page, `cases/${id}`);
  await page.getByRole("button", { name: "Copy the notes" }).click();
  await page.getByText("Copied").first().waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), readFileSync(join(desk.folder, "notes-agent-markdown"), "utf8"), "copied at the end");
  assert.equal(compared, 6, "three formats for two audiences");
  site.assertQuiet();
  await page.context().close();
});

test("facts gathered anew change the walk, and the page says what they changed", async () => {
  const page = await site.page();
  const id = await openCase(page, site, guide, { fill: upload });
  await unfold(page, "Facts gathered anew");
  await page.getByRole("button", { name: "Use these facts" }).click();
  await assertError(page, /No facts were given/);
  assert.ok(await page.getByLabel("Files").isVisible(), "what is wrong is not folded");
  const rules = JSON.parse(readFileSync(join(lab, "backendNsg.json"), "utf8"));
  for (const each of rules[0].securityRules) each.access = "Allow";
  const files = labFiles.filter((path) => !path.endsWith("backendNsg.json")).map((path) => ({ name: path.match(/[^/]*$/)[0], mimeType: "application/json", buffer: readFileSync(path) }));
  await page.getByLabel("Files").setInputFiles([...files, { name: "backendNsg.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(rules)) }]);
  await page.getByRole("button", { name: "Use these facts" }).click();
  assert.match(page.url(), /\/changes$/);
  const changes = plain(await page.getByRole("main").innerText());
  for (const words of [found, plain(source.outcome("open-backend-port").title)]) assert.ok(changes.includes(words), `${words} is not in: ${changes}`);
  await page.getByRole("link", { name: "Back to the case" }).click();
  assert.equal(caseId(page), id);
  assert.notEqual(await heading(page), found);
  site.assertQuiet();
  await page.context().close();
});

test("a question and an outcome are rated, the report counts it, and a deleted case is gone", async () => {
  const page = await site.page();
  const id = await openCase(page, site, guide, { fill: upload });
  const helped = async () => {
    await site.visit(page, "report");
    const rows = await page.getByRole("row").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
    return Number(rows.find(([title]) => title.includes("network security group"))[2]);
  };
  const earlier = await helped();
  await site.visit(page, `cases/${id}`);
  await page.getByRole("button", { name: "Yes" }).click();
  assert.equal(await helped(), earlier + 1);
  await site.visit(page, `cases/${id}?step=scope`);
  await unfold(page, "Feedback on this question");
  await page.getByLabel(/What was wrong/).fill("which status?");
  await page.getByRole("button", { name: "No", exact: true }).click();
  assert.equal(caseId(page), id);
  const shown = spawnSync(programPath, ["sessions", "show", id, "--store", desk.store], { encoding: "utf8" });
  assert.match(shown.stdout, /which status\?/);
  await unfold(page, "Delete this case");
  await page.getByRole("button", { name: "Delete the case" }).click();
  assert.match(page.url(), /\/cases$/);
  assert.equal((await page.request.get(site.address(`cases/${id}`))).status(), 404);
  site.assertQuiet();
  await page.context().close();
});

test("the answers of rules are folded with what decided them, and one key opens it", async () => {
  const page = await site.page();
  await openCase(page, site, guide, { fill: upload });
  const folded = page.getByRole("region", { name: "Your answers so far" }).locator("details").last();
  assert.equal(await folded.getAttribute("open"), null);
  await folded.locator("summary").focus();
  await page.keyboard.press("Enter");
  const shown = plain(await folded.innerText());
  for (const words of ["rules/application-gateway/backend-nsg.lua", "deny-everything-else"])
    assert.ok(shown.includes(words), `${words} is not in: ${shown.slice(0, 300)}`);
  await page.context().close();
});

test("a question says why it is asked, what is missing and where each answer leads", async () => {
  const page = await site.page();
  await openCase(page, site, guide);
  await answer(page, "yes");
  await unfold(page, "Why this question");
  const why = plain(await page.locator("details.why").innerText());
  for (const words of [question("scope"), wording("scope", "yes"), "az network application-gateway show", wording("sku", "v1"), question("rule-order")])
    assert.ok(why.includes(words), `${words} is not in: ${why}`);
  await page.context().close();
});
