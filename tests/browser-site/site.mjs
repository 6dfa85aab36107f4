// SPDX-License-Identifier: MIT
// A site in a browser. Every page opened through it is watched: what leaves the origin, what the policy forbids, what a
// script throws and what a dialog asks is kept in `troubles`, and a test that expects none says so with `assertQuiet`.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { serve } from "./site_server.mjs";
import { chromium, siteFolder } from "./surroundings.mjs";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

const patienceMs = Number(process.env.TSG_BROWSER_PATIENCE_MS ?? 30000);  // with what is not there yet

// Playwright wants the whole path of a program.
function program(name) {
  const found = process.env.PATH.split(delimiter).map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error(`${name} is not on the PATH`);
  return found;
}

export class Site {
  troubles = [];
  requests = [];

  // Serves and opens a folder; `over: "file"` leaves the server away. `at` is the address of a site that is served already.
  static async open({ folder = siteFolder, over = "http", at = null } = {}) {
    const site = new this();
    site.browser = await chromium.launch({ executablePath: program("chromium"), args: flags });
    site.server = over === "http" && !at ? await serve(folder) : null;
    site.root = at ?? (over === "http" ? `${site.server.origin}/` : `${pathToFileURL(folder).href}/`);
    return site;
  }

  async close() {
    this.server?.close();
    await this.browser.close();
  }

  address(path) { return new URL(path, this.root).href; }

  // A new page in a context of its own; options are those of Playwright's newContext.
  async page(options = {}) {
    const context = await this.browser.newContext(options);
    context.setDefaultTimeout(patienceMs);
    context.on("request", (request) => this.#note(request));
    const page = await context.newPage();
    page.on("console", (message) => {
      if (message.location().url.endsWith("/favicon.ico")) return;  // a browser asks for it unbidden
      if (message.type() === "error") this.troubles.push(`${page.url()}: ${message.text()}`);
    });
    page.on("pageerror", (error) => this.troubles.push(`${page.url()}: ${error.message}`));
    page.on("requestfailed", (request) => {
      const why = request.failure()?.errorText ?? "";
      if (why !== "net::ERR_ABORTED") this.troubles.push(`${request.url()}: ${why}`);
    });
    page.on("dialog", (dialog) => {
      this.troubles.push(`${page.url()}: a dialog: ${dialog.message()}`);
      dialog.dismiss();
    });
    return page;
  }

  #note(request) {
    const url = request.url();
    this.requests.push(url);
    if (!url.startsWith(this.root) && !url.startsWith("data:")) this.troubles.push(`a request left the site: ${url}`);
  }

  async visit(page, path) {
    await page.goto(this.address(path), { waitUntil: "load" });
    return page;
  }

  assertQuiet() { assert.deepEqual(this.troubles, []); }
}

// Runs a test's body with a site that is closed whatever happens.
export async function withSite(options, body) {
  const site = await Site.open(options);
  try { await body(site); } finally { await site.close(); }
}
