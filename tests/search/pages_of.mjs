// SPDX-License-Identifier: MIT
// The Markdown files below a folder as documents to search. Their text need not be what the site shows: what is
// compared is made from the same text on both sides.
import fs from 'node:fs';
import path from 'node:path';

function markdown_files(folder) {
  const entries = fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return markdown_files(file);
    return entry.name.endsWith('.md') ? [file] : [];
  });
}

const plain = (text) => text.replace(/<!--[^]*?-->|<[^>]*>/g, ' ').replace(/\]\([^)]*\)|[[\]*`#]/g, ' ');

function document_of(file, folder) {
  const source = fs.readFileSync(file, 'utf8');
  const header = /<properties[^]*?\/>/.exec(source)?.[0] ?? '';
  const body = source.slice(source.indexOf(header) + header.length);
  const property = (name) => new RegExp(`${name}\\s*=\\s*"([^"]*)"`, 'i').exec(header)?.[1] ?? '';
  const headings = [...body.matchAll(/^#+ +(.*)$/gm)].map((match) => plain(match[1]).trim());
  return {
    ref: path.relative(folder, file),
    title: property('pageTitle') || headings[0] || path.basename(file),
    headings: headings.join('\n'),
    summary: property('description'),
    text: plain(body.replace(/^#+ .*$/gm, '')),
    service: property('service'),
    type: property('selfHelpType'),
  };
}

export const pages_of = (folder) => markdown_files(folder).map((file) => document_of(file, folder));
