// SPDX-License-Identifier: MIT
// What a site consists of, read from its folder.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

// Every file below a folder, "articles/a.html", sorted.
export function files(folder) {
  const found = [];
  const walk = (inside) => {
    for (const entry of readdirSync(inside, { withFileTypes: true })) {
      const path = join(inside, entry.name);
      if (entry.isDirectory()) walk(path);
      else found.push(relative(folder, path).split(sep).join("/"));
    }
  };
  walk(folder);
  return found.sort();
}

export const pages = (folder) => files(folder).filter((path) => path.endsWith(".html"));

// A page's kind is the shape of its address: "guides/*/*/index.html". Names at the top are kinds of their own.
export function kindOf(path) {
  const parts = path.split("/");
  return parts.map((part, at) => (at === 0 || part === "index.html" ? part : part.replace(/^.*?(\.html)?$/, "*$1"))).join("/");
}

// Of each kind the largest page, which has most that can go wrong, and the smallest: [{kind, path}].
// TSG_EVERY_PAGE=1 gives all pages.
export function samples(folder) {
  const byKind = new Map();
  for (const path of pages(folder)) byKind.set(kindOf(path), [...(byKind.get(kindOf(path)) ?? []), path]);
  const chosen = [];
  for (const [kind, paths] of byKind) {
    paths.sort((a, b) => statSync(join(folder, a)).size - statSync(join(folder, b)).size);
    const some = process.env.TSG_EVERY_PAGE ? paths : [paths[0], paths[paths.length - 1]];
    for (const path of new Set(some)) chosen.push({ kind, path });
  }
  return chosen;
}

export const text = (folder, path) => readFileSync(join(folder, path), "utf8");
