// SPDX-License-Identifier: MIT
// A guide as its author wrote it, read on its own: what the site must show is taken from here, not from the program.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packFolder } from "./surroundings.mjs";

// {"yes": "outcome:add-servers"} by step, in the order of the file: the lines `next.X = "Y"` of each [steps.X].
function edges(toml) {
  const steps = new Map();
  let step = null;
  for (const line of toml.split("\n")) {
    const table = line.match(/^\[(?:steps\.)?([^\]]+)\]/);
    if (table) step = line.startsWith("[steps.") ? table[1] : null;
    const edge = line.match(/^next\.([a-z0-9-]+)\s*=\s*"([^"]+)"/);
    if (step && !steps.has(step)) steps.set(step, new Map());
    if (step && edge) steps.get(step).set(edge[1], edge[2]);
  }
  return steps;
}

const unmarked = (markdown) => markdown
  .replace(/<!--\s*\$.*?-->(.*?)<!--\s*\/\s*\$.*?-->/g, "\n")  // what a placeholder becomes is not known here
  .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/\*\*|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, "").replace(/\\(?=[<>_*])/g, "");

const longest = (texts) => texts.reduce((best, each) => (each.length > best.length ? each : best), "");

// The longest run of plain words of each numbered item of a text.
function items(markdown) {
  const lines = markdown.split("\n").filter((line) => /^\d+\. /.test(line));
  return lines.map((line) => longest(unmarked(line.replace(/^\d+\. /, "")).split("\n").map((part) => part.trim())));
}

function read(guide, kind, id) {
  const places = [join(packFolder, "guides", guide, kind, `${id}.md`), join(packFolder, "guides/shared", kind, `${id}.md`)];
  const path = places.find(existsSync);
  return path ? readFileSync(path, "utf8").replace(/^\ufeff?<properties[^]*?\/>/, "") : "";
}

// {title, start, steps: Map of id to {question, wording: Map, next: Map}, outcome(id)}
export function guideSource(guide) {
  const toml = readFileSync(join(packFolder, "guides", guide, "guide.toml"), "utf8");
  const steps = new Map();
  for (const [id, next] of edges(toml)) {
    const markdown = read(guide, "steps", id);
    const wording = new Map([...markdown.matchAll(/^- \*\*([a-z0-9-]+)\*\*: (.*)$/gm)].map(([, option, words]) => [option, unmarked(words)]));
    steps.set(id, { question: unmarked(markdown.match(/^# (.*)$/m)?.[1] ?? ""), wording, next });
  }
  const named = (key) => toml.match(new RegExp(`^${key} = "(.*)"`, "m"))[1];
  const outcome = (id) => {
    const markdown = read(guide, "outcomes", id);
    return { title: unmarked(markdown.match(/^# (.*)$/m)[1]).trim(), items: items(markdown) };
  };
  return { id: guide, title: named("title"), start: named("start"), steps, outcome };
}

// The shortest way to each outcome: [{outcome, answers: [{step, option}]}]; ways that loop are not gone.
export function ways(source) {
  const found = new Map();
  const seen = new Set([source.start]);
  let open = [{ step: source.start, answers: [] }];
  while (open.length > 0) {
    const next = [];
    for (const { step, answers } of open) {
      for (const [option, target] of source.steps.get(step).next) {
        const way = [...answers, { step, option }];
        if (target.startsWith("outcome:") && !found.has(target)) found.set(target, way);
        if (source.steps.has(target) && !seen.has(target)) {
          seen.add(target);
          next.push({ step: target, answers: way });
        }
      }
    }
    open = next;
  }
  return [...found].map(([target, answers]) => ({ outcome: target.slice("outcome:".length), answers }));
}
