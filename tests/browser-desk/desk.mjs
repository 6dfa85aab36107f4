// SPDX-License-Identifier: MIT
// `tsg serve` over the repository's pack, with a store of its own in a temporary folder, and a browser that watches it.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Site } from "../browser-site/site.mjs";
import { buildFolder, packFolder, programPath } from "../browser-site/surroundings.mjs";

const startMs = 30000;
export const guide = "application-gateway-502";
export const factsFolder = join(packFolder, "guides", guide, "facts");
export const lab = join(factsFolder, "lab-502");

export class Desk {
  // {facts: FOLDER that can be chosen, token: a word that opens the desk, pack: FOLDER}
  static async start({ facts = factsFolder, token = "", pack = packFolder } = {}) {
    const desk = new Desk();
    desk.folder = mkdtempSync(join(buildFolder, "desk-"));
    desk.store = join(desk.folder, "sessions.db");
    desk.options = ["--pack", pack, "--facts", facts];
    if (token) {
      writeFileSync(join(desk.folder, "token"), token);
      desk.options.push("--token-file", join(desk.folder, "token"));
    }
    await desk.begin();
    return desk;
  }

  // Starts the server, at the port it had before.
  async begin() {
    const port = this.root ? new URL(this.root).port : "0";
    const child = spawn(programPath, ["serve", "--port", port, "--store", this.store, ...this.options], { stdio: ["ignore", "ignore", "pipe"] });
    this.child = child;
    process.once("exit", () => child.kill("SIGKILL"));  // a test that throws leaves no server behind
    this.ending = false;
    this.ended = new Promise((resolve) => child.once("exit", (code, signal) => resolve(signal ?? code)));
    let said = "";
    this.root = await new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error(`tsg serve does not say where it is: ${said}`)), startMs);
      child.stderr.on("data", (bytes) => {
        said += bytes;
        const told = said.match(/desk is at (http:\/\/127\.0\.0\.1:\d+\/)/);
        if (told) resolve((clearTimeout(late), told[1]));
      });
      this.ended.then((code) => { if (!this.ending && code !== 0) console.error(`tsg serve ended with ${code}: ${said}`); });
      this.ended.then((code) => reject((clearTimeout(late), new Error(`tsg serve ended with ${code}: ${said}`))));
    });
  }

  async end(signal = "SIGINT") {
    this.ending = true;
    this.child.kill(signal);
    return this.ended;
  }

  async remove() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  // `tsg walk` at the same store: {id, out, file(name)}; lines are its commands.
  walk(args, lines = []) {
    const done = spawnSync(programPath, ["walk", "--store", this.store, "--pack", packFolder, "--width", "100", ...args],
      { input: [...lines, "quit"].map((line) => `${line}\n`).join(""), encoding: "utf8", cwd: this.folder });
    const id = done.stderr.match(/--resume ([0-9a-z]+)/)?.[1];
    if (done.status !== 0 || !id) throw new Error(`tsg walk ${args.join(" ")}: ${done.status}: ${done.stderr}`);
    return id;
  }
}

// A browser at the desk. It says of every answer that is an error that it is one: those of forms and addresses that a test
// gets wrong are no troubles. Nothing moves: without scripts a page that scrolls smoothly cannot be waited for.
export class DeskSite extends Site {
  page(options = {}) { return super.page({ reducedMotion: "reduce", ...options }); }

  get unexpected() { return this.troubles.filter((trouble) => !/responded with a status of 4\d\d/.test(trouble)); }

  assertQuiet() { assert.deepEqual(this.unexpected, []); }
}

// Runs a test's body with a desk and a browser that are closed whatever happens: body({desk, site}).
export async function withDesk(options, body) {
  const desk = await Desk.start(options);
  let site;
  try {
    site = await DeskSite.open({ at: desk.root });
    await body({ desk, site });
  } finally {
    await site?.close();
    await desk.remove();
  }
}
