// SPDX-License-Identifier: MIT
// `tsg preview` over a copy of the pack, so that what a test saves is no one's work.
import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildFolder, packFolder, programPath } from "./surroundings.mjs";

const startMs = 20000;

// A copy of what of a pack a site is made from: {folder, remove()}.
export function copiedPack(from = packFolder) {
  const folder = mkdtempSync(join(buildFolder, "pack-"));
  for (const part of ["tsg.toml", "guides", "rules", "theme"].filter((each) => existsSync(join(from, each)))) {
    cpSync(join(from, part), join(folder, part), { recursive: true });
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

// {root, stop()}: root is the address with its slash; the port is told on standard error.
export async function startPreview(folder, ...options) {
  if (!programPath) throw new Error("TSG_PROGRAM is not set: start these tests by run.sh");
  const child = spawn(programPath, ["preview", "--port", "0", "--pack", folder, ...options], { stdio: ["ignore", "ignore", "pipe"] });
  process.once("exit", () => child.kill("SIGINT"));  // a test that throws leaves no server behind
  const ended = new Promise((resolve) => child.once("exit", resolve));
  let said = "";
  const root = await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`tsg preview does not say where it is: ${said}`)), startMs);
    child.stderr.on("data", (bytes) => {
      said += bytes;
      const told = said.match(/preview at (http:\/\/127\.0\.0\.1:\d+\/)/);
      if (told) resolve((clearTimeout(late), told[1]));
    });
    ended.then((code) => reject((clearTimeout(late), new Error(`tsg preview ended with ${code}: ${said}`))));
  });
  return { root, stop: async () => { child.kill("SIGINT"); await ended; } };
}
