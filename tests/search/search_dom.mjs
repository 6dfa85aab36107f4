// SPDX-License-Identifier: MIT
// search_dom.mjs SEARCH_LINES LUNR: renderers/theme/search.js in chromium, from file://, under the site's content policy.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [search_lines, lunr_file] = process.argv.slice(2);
const theme = fileURLToPath(new URL('../../renderers/theme/', import.meta.url));
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: https:; connect-src 'self'";
const hostile = '<img src=x onerror="document.title=1"> listener';
const pages = [
  { ref: 'a.html', title: hostile, summary: '<script>document.title=2</script> listener', service: '<b>one</b>', type: 'generic' },
  { ref: 'javascript:alert(1)', title: 'A probe fails', text: 'The probe of the gateway fails.', service: 'two', type: 'rca' },
  ...Array.from({ length: 60 }, (_, at) => ({ ref: `many/${at}.html`, title: `Article ${at}`, text: 'certificate', service: 'two', type: 'generic' })),
];

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'search-dom-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

function write_site(scripts) {
  const tags = scripts.map((script) => `<script src="${script}"></script>`).join('');
  const place = '<div id="tsg-search" data-root="../" data-replaces="all"></div><ul id="all"><li>every article</li></ul>';
  const head = `<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>search</title>`;
  fs.writeFileSync(path.join(folder, 'index.html'), `<!doctype html><html lang="en"><head>${head}</head><body>${place}${tags}</body></html>`);
}

function page_at(query) {
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${path.join(folder, 'profile')}`, '--dump-dom'];
  const address = pathToFileURL(path.join(folder, 'index.html')).href + query;
  return execFileSync('chromium', [...options, address], { stdio: ['ignore', 'pipe', 'ignore'], timeout: 120000 }).toString();
}

const input = pages.map((page) => JSON.stringify(page)).join('\n') + '\n';
fs.writeFileSync(path.join(folder, 'search-index.js'), execFileSync(search_lines, ['script', 'english'], { input }));
fs.copyFileSync(lunr_file, path.join(folder, 'lunr.js'));
fs.copyFileSync(path.join(theme, 'search.js'), path.join(folder, 'search.js'));
write_site(['lunr.js', 'search-index.js', 'search.js']);

const found = page_at('?q=listener');
assert(found.includes('<p class="search-status" role="status">1 result</p>'), found);
assert(found.includes('<title>search</title>'), 'nothing of a page ran');
assert(!/<(img|b)\b/.test(found.replace(/<body/, '')), 'text is no markup');
assert(found.includes('onerror="document.title=1"&gt; listener</a>'), found);
assert(found.includes('&lt;script&gt;document.title=2&lt;/script&gt; <mark>listener</mark>'), found);
assert(found.includes('<ul id="all" hidden="">'), 'results replace the list of all articles');

const slipped = page_at('?q=proeb&service=two');
assert(slipped.includes('<a href="../javascript:alert(1)" dir="auto">A probe fails</a>'), slipped);

const many = page_at('?q=certificate&type=generic');
assert(many.includes('60 results, the best 50 are listed'), many);
assert.equal(many.match(/<li><p class="search-title">/g).length, 50);

const none = page_at('?q=zzzzzzzz');
assert(none.includes('role="status">No results.'), none);
assert(none.includes('<ul id="all"><li>'), 'without results all articles stay');
assert(page_at('').includes('<p class="search-status" role="status"></p>'), 'nothing is announced before a search');

write_site(['search.js']);
assert(page_at('?q=probe').includes('The search could not be loaded.'), 'a page whose index is missing says so');
console.log('search page: 6 addresses');
