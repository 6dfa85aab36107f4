// SPDX-License-Identifier: MIT
// A headless Chromium behind a pipe, spoken to in the DevTools protocol: JSON messages that end in NUL, to it on
// descriptor 3, from it on descriptor 4. Needs nothing but Node.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const flags = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync",
  "--disable-background-networking", "--disable-component-update", "--disable-dev-shm-usage",
  "--host-resolver-rules=MAP * ~NOTFOUND", "--remote-debugging-pipe",
];

export class Browser {
  #answers = new Map();
  #listeners = [];
  #next = 1;
  #rest = "";

  constructor(program = "chromium") {
    this.profile = mkdtempSync(join(tmpdir(), "tsg-browser-"));
    this.process = spawn(program, [...flags, `--user-data-dir=${this.profile}`, "about:blank"],
      { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    this.failed = new Promise((_, reject) => {
      this.process.once("error", reject);
      this.process.once("exit", (code) => reject(new Error(`the browser ended with ${code}`)));
    });
    this.failed.catch(() => {});
    this.process.stdio[4].setEncoding("utf8");
    this.process.stdio[4].on("data", (text) => this.#take(text));
    this.process.stdio[3].on("error", () => {});
  }

  // Sends one command; the promise is its result.
  send(method, params = {}, sessionId = undefined) {
    const id = this.#next++;
    const answer = new Promise((resolve, reject) => this.#answers.set(id, { resolve, reject, method }));
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return Promise.race([answer, this.failed]);
  }

  listen(listener) { this.#listeners.push(listener); }

  async close() {
    const ended = new Promise((resolve) => this.process.once("exit", resolve));
    this.send("Browser.close").catch(() => {});
    await ended;
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }

  #take(text) {
    const messages = (this.#rest + text).split("\0");
    this.#rest = messages.pop();
    for (const message of messages) this.#dispatch(JSON.parse(message));
  }

  #dispatch(message) {
    if (message.id === undefined) {
      for (const listener of this.#listeners) listener(message);
      return;
    }
    const { resolve, reject, method } = this.#answers.get(message.id);
    this.#answers.delete(message.id);
    if (message.error) reject(new Error(`${method}: ${message.error.message}`));
    else resolve(message.result);
  }
}
