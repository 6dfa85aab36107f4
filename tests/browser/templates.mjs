// SPDX-License-Identifier: MIT
// node templates.mjs TEST_TEMPLATE: pages of templates, read by Chromium's own parser. With every value the tree is that
// with `x`, and no link or source has a scheme of script. Unescaped values must change some trees: the check of the check.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Browser } from "./devtools.mjs";

// Runs in the browser.
function read(pairs) {
  const attributes = ["href", "src", "action", "formaction", "xlink:href"];
  const tree = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return "";
    if (node.nodeType !== Node.ELEMENT_NODE) return `<!${node.nodeType}>`;
    const names = [...node.attributes].map((each) => each.name).sort().join(" ");
    const content = node.localName === "template" ? node.content : node;
    return `<${node.localName} ${names}>${[...content.childNodes].map(tree).join("")}</>`;
  };
  const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
  const problems = [];
  let raw = 0;
  for (const pair of pairs) {
    const wanted = tree(parsed(pair.x).documentElement);
    const page = parsed(pair.value);
    const seen = tree(page.documentElement);
    if (seen !== wanted) problems.push(`${pair.value}\n  ${seen}\n  ${wanted}`);
    for (const data of page.querySelectorAll("script[type='application/json']")) JSON.parse(data.textContent);
    for (const node of page.querySelectorAll("*"))
      for (const name of attributes) {
        const value = node.getAttribute(name);
        if (value === null) continue;
        let scheme = null;
        try { scheme = new URL(value).protocol; } catch { continue; }
        if (!["http:", "https:", "mailto:"].includes(scheme)) problems.push(`${pair.value}: ${scheme}`);
      }
    if (pair.raw !== undefined && tree(parsed(pair.raw).documentElement) !== wanted) raw += 1;
  }
  return { problems, raw };
}

const folder = mkdtempSync(join(tmpdir(), "tsg-templates-"));
const browser = new Browser();
let failed = true;
try {
  const path = join(folder, "pages");
  execFileSync(process.argv[2], ["[pages]"], { env: { ...process.env, TSG_TEMPLATE_PAGES: path } });
  const pairs = readFileSync(path, "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
  const { targetId } = await browser.send("Target.createTarget", { url: "about:blank" });
  const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: true });
  const expression = `(${read})(${JSON.stringify(pairs)})`;
  const { result, exceptionDetails } = await browser.send("Runtime.evaluate", { expression, returnByValue: true }, sessionId);
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description);
  const { problems, raw } = result.value;
  problems.slice(0, 20).forEach((each) => console.log(each));
  console.log(`${pairs.length} pairs, ${problems.length} problems; ${raw} trees changed by unescaped values`);
  failed = problems.length > 0 || pairs.length < 1000 || raw < 100;
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
