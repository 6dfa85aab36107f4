// SPDX-License-Identifier: MIT
// search_page.mjs SEARCH_LINES LUNR FOLDER: what a reader finds with renderers/theme/search.js, over the index that
// make_search_script wrote of the Markdown below FOLDER.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import test from 'node:test';
import vm from 'node:vm';
import { pages_of } from './pages_of.mjs';

const [search_lines, lunr_file, folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
globalThis.lunr = require(lunr_file);
const page = require('../../renderers/theme/search.js');

function site_of(pages, language) {
  const input = pages.map((document) => JSON.stringify(document)).join('\n') + '\n';
  const script = execFileSync(search_lines, ['script', language], { input, maxBuffer: 1 << 30 }).toString();
  const window = {};
  vm.runInNewContext(script, { window });
  const made = window.tsgSearch;
  return { ...made, index: lunr.Index.load(made.index), records: [...made.records] };
}

const pages = pages_of(folder);
const site = site_of(pages, 'english');
const answers = (text, where = site) => page.results_of(where, { text, service: '', type: '' });
const titles = (text, where = site) => answers(text, where).map(({ record }) => record[0]);

function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

// One slip of the finger: two letters swapped, one left out, one wrong, one too many; never the first letter.
function with_slip(word, pick) {
  const at = 1 + pick(word.length - 2);
  const letter = String.fromCharCode(97 + pick(26));
  const slips = [
    word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at + 1),
    word.slice(0, at) + letter + word.slice(at),
  ];
  return slips[pick(slips.length)];
}

// The two words of a title that fewest titles have: what a reader would search it by.
function telling_words(title, pages_with) {
  const words = [...new Set(title.toLowerCase().match(/[a-z]{5,}/g) ?? [])];
  return words.sort((a, b) => pages_with.get(a) - pages_with.get(b) || (a < b ? -1 : 1)).slice(0, 2);
}

function cases_of(count) {
  const pages_with = new Map();
  for (const { title } of pages) {
    for (const word of new Set(title.toLowerCase().match(/[a-z]{5,}/g) ?? [])) pages_with.set(word, (pages_with.get(word) ?? 0) + 1);
  }
  const usable = pages.filter(({ title }) => telling_words(title, pages_with).length === 2);
  const pick = numbers(11);
  return Array.from({ length: count }, () => {
    const { title } = usable[pick(usable.length)];
    const words = telling_words(title, pages_with);
    const slipped = pick(2);
    return { title, right: words.join(' '), text: words.map((word, at) => (at === slipped ? with_slip(word, pick) : word)).join(' ') };
  });
}

const rate = (cases, most, words) => cases.filter((one) => titles(one[words]).slice(0, most).includes(one.title)).length / cases.length;

test('two words of a title find its article, and so they do with one slip of the finger', () => {
  const cases = cases_of(300);
  const rates = { right_1: rate(cases, 1, 'right'), right_3: rate(cases, 3, 'right'), slip_1: rate(cases, 1, 'text'), slip_3: rate(cases, 3, 'text') };
  console.log('hit rates', JSON.stringify(rates));
  assert(rates.right_3 >= 0.92 && rates.slip_1 >= 0.7 && rates.slip_3 >= 0.87, JSON.stringify(rates));
});

test('records stand in the order of the index', () => {
  assert.equal(site.records.length, pages.length);
  site.records.forEach((record, at) => {
    assert.equal(record[0], pages[at].title);
    assert.equal(record[1], pages[at].ref);
    assert([...record[2]].length <= 241, record[2]);
  });
});

test('the beginning of a word finds what the word finds', () => {
  const word = pages[0].title.toLowerCase().match(/[a-z]{6,}/)[0];
  assert(titles(word.slice(0, 5)).includes(pages[0].title));
});

test('pages that have all words stand before pages that have some', () => {
  const found = page.find(site.index, 'storage account network gateway', 'english');
  assert(found.length > 1);
  found.forEach((one, at) => assert(at === 0 || found[at - 1].matched >= one.matched));
});

test('filters keep their service and type, with words and without', () => {
  const [, , , service] = site.records.find((record) => record[3] !== '');
  for (const text of ['', 'azure']) {
    const found = page.results_of(site, { text, service, type: '' });
    assert(found.length > 0);
    assert(found.every(({ record }) => record[3] === service));
  }
  assert.equal(page.results_of(site, { text: 'azure', service: 'no such service', type: '' }).length, 0);
  assert.equal(answers('').length, 0);
});

test('nothing a reader writes is syntax', () => {
  const plain = titles('gateway');
  assert(plain.length > 0);
  for (const text of ['+gateway', '-gateway', 'gateway~', 'gateway^', 'gateway*', '*gateway', ':gateway', '"gateway"', '(gateway)']) {
    assert.deepEqual(titles(text), plain, text);
  }
  for (const text of ['title:gateway', 'gateway~9', 'gateway^1000', 'a*b*c*d', '***', '~', '^', ':', '\\', '__proto__', 'constructor', 'hasOwnProperty toString', '<b>', '%', '\u0000', '\uD800']) {
    assert(Array.isArray(titles(text)), text);
  }
});

test('a text of many characters is cut, and so are its words', () => {
  const long = 'gateway '.repeat(5000);
  assert.deepEqual(titles(long), titles('gateway'));
  const words = Array.from({ length: 200 }, (_, at) => `w${at}`).join(' ');
  assert(page.query_terms(words, 'english').length <= page.limits.query_terms);
  assert(titles('x'.repeat(100000)).length >= 0);
});

test('a slip is forgiven up to the limit, in a longer word not', () => {
  const longest = 'k'.repeat(page.limits.fuzzy_letters);
  const two = site_of([{ title: `${longest.slice(1)}m` }, { title: `${longest}m` }], 'english');
  assert.deepEqual(titles(`${longest.slice(1)}n`, two), [`${longest.slice(1)}m`, `${longest}m`]);
  assert.deepEqual(titles(`${longest}n`, two), []);
});

test('stop words count only where there are no others', () => {
  assert.deepEqual(page.query_terms('how to the gateway', 'english').map(({ word }) => word), ['gateway']);
  assert.deepEqual(page.query_terms('the', 'english').map(({ word }) => word), ['the']);
});

const foreign = site_of(
  [
    { ref: 'ar', title: 'تعذر الاتصال بالجهاز الظاهري', text: 'تحقق من جدار الحماية' },
    { ref: 'he', title: 'לא ניתן להתחבר', text: 'בדוק את הרשת' },
    { ref: 'ja', title: '仮想マシンに接続できません', text: 'ネットワークを確認してください' },
    { ref: 'de', title: 'Überprüfen der Größe', text: 'Straße und İstanbul 😀 emoji' },
    { ref: 'th', title: 'ไม่สามารถเชื่อมต่อ', text: 'ตรวจสอบเครือข่าย' },
  ],
  'other',
);
const refs = (text) => answers(text, foreign).map(({ record }) => record[1]);

test('other scripts are found, from right to left, without spaces, and past an emoji', () => {
  const table = { الاتصال: 'ar', להתחבר: 'he', 接続: 'ja', ネットワーク: 'ja', ÜBERPRÜFEN: 'de', größe: 'de', 'İSTANBUL': 'de', Grüße: 'de', เชื่อมต่อ: 'th' };
  for (const [text, ref] of Object.entries(table)) assert.equal(refs(text)[0], ref, text);
  assert.deepEqual(refs('😀'), []);
  assert.deepEqual(refs('😀 emoji'), ['de']);
  assert.deepEqual(titles('😀'), []);
});

test('hits are marked where the words stand', () => {
  const marked = (text, words, language = 'english') => {
    const terms = new Set(words.map((word) => page.query_terms(word, language)[0].term));
    return page.excerpt_parts(text, terms, language).map((part) => (part.hit ? `[${part.text}]` : part.text)).join('');
  };
  assert.equal(marked('Gateways, and "gateway".', ['gateway']), '[Gateways], and "[gateway]".');
  assert.equal(marked('A site-to-site VPN', ['sites']), 'A [site]-to-[site] VPN');
  assert.equal(marked('<b>gateway</b>', ['gateway']), '<b>gateway</b>');
  assert.equal(marked('İSTANBUL Straße', ['straße'], 'other'), 'İSTANBUL [Straße]');
  assert.equal(marked('仮想マシンに接続', ['接続'], 'other'), '仮想マシンに[接続]');
  assert.equal(marked('', ['gateway']), '');
});

test('an excerpt shows the hits, whole characters, and no more than it may', () => {
  const filler = 'lorem ipsum dolor '.repeat(20);
  const parts = page.excerpt_parts(`${filler}the gateway fails ${filler}`, new Set(['gateway', 'fail']), 'english');
  const text = parts.map((part) => part.text).join('');
  assert.deepEqual(parts.filter((part) => part.hit).map((part) => part.text), ['gateway', 'fails']);
  assert(text.startsWith('\u2026 ') && text.endsWith(' \u2026') && text.length <= page.limits.excerpt_characters + 4, text);
  for (let lead = 0; lead < 4; lead += 1) {
    const emoji = page.excerpt_parts('a'.repeat(lead) + '😀'.repeat(300), new Set(), 'english').map((part) => part.text).join('');
    assert(!/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(emoji), 'half a character');
  }
});

test('what is announced counts the results', () => {
  const words = page.default_words;
  assert.equal(page.status_text(words, 0), words.no_result);
  assert.equal(page.status_text(words, 1), '1 result');
  assert.equal(page.status_text(words, 12), '12 results');
  assert.equal(page.status_text(words, 51), '51 results, the best 50 are listed');
});
