// SPDX-License-Identifier: MIT
// lunr_oracle.mjs SEARCH_LINES LUNR FOLDER: lunr.Builder and make_search_index over the Markdown below FOLDER, and
// all that may be compared: words, stems, terms, postings, vectors, answers.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { pages_of } from './pages_of.mjs';

const [search_lines, lunr_file, folder] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const lunr = require(lunr_file);
globalThis.lunr = lunr;
const page = require('../../renderers/theme/search.js');

const fields = { title: 10, headings: 4, summary: 3, text: 1 };
const longest_word = 100; // bytes: search_word_bytes
const too_long = (token) => (Buffer.byteLength(token.toString()) > longest_word ? undefined : token);

const other_terms = (token) => page.terms_of_word(token.toString(), 'other').map((term) => new lunr.Token(term, {}));
lunr.Pipeline.registerFunction(too_long, 'too_long');
lunr.Pipeline.registerFunction(other_terms, 'other_terms');

function run(words, lines) {
  const input = lines.map((line) => JSON.stringify(line)).join('\n') + '\n';
  return execFileSync(search_lines, words, { input, maxBuffer: 1 << 30 }).toString();
}
const lines_of = (words, lines) => run(words, lines).trimEnd().split('\n').map((line) => JSON.parse(line));

function build_with_lunr(pages, language) {
  const builder = new lunr.Builder();
  if (language === 'english') {
    builder.pipeline.add(lunr.trimmer, too_long, lunr.stopWordFilter, lunr.stemmer);
    builder.searchPipeline.add(lunr.stemmer);
  } else {
    builder.pipeline.add(other_terms, too_long);
  }
  for (const [field, boost] of Object.entries(fields)) builder.field(field, { boost });
  builder.ref('id');
  pages.forEach((document, id) => builder.add({ ...document, id: String(id) }));
  return builder.build();
}

// By term and not by number: {term: {field: {ref: score}}}, without the empty term.
function scores_of(serialised) {
  const terms = [];
  const postings = Object.create(null);
  for (const [term, posting] of serialised.invertedIndex) {
    terms[posting._index] = term;
    if (term === '') continue;
    postings[term] = Object.create(null);
    for (const field of serialised.fields) {
      for (const ref of Object.keys(posting[field])) postings[term][`${field}/${ref}`] = null;
    }
  }
  for (const [field_ref, elements] of serialised.fieldVectors) {
    for (let at = 0; at < elements.length; at += 2) {
      assert(at === 0 || elements[at] > elements[at - 2], `${field_ref} is not in order`);
      const term = terms[elements[at]];
      if (term === '') continue;
      assert(postings[term][field_ref] === null, `${term} has no posting in ${field_ref}`);
      postings[term][field_ref] = elements[at + 1];
    }
  }
  return postings;
}

function count_and_compare(ours, theirs, may_lack) {
  let compared = 0;
  for (const [term, scores] of Object.entries(ours)) {
    assert(theirs[term], `lunr has no term ${JSON.stringify(term)}`);
    for (const [field_ref, score] of Object.entries(scores)) {
      const expected = theirs[term][field_ref];
      assert(typeof score === 'number' && typeof expected === 'number', `${term} in ${field_ref}: ${score}, lunr ${expected}`);
      assert(Math.abs(score - expected) <= 0.001 + 1e-9, `${term} in ${field_ref}: ${score}, lunr ${expected}`);
      compared += 1;
    }
  }
  for (const [term, scores] of Object.entries(theirs)) {
    for (const field_ref of Object.keys(scores)) assert(may_lack(field_ref) || ours[term]?.[field_ref] !== undefined, `${term} in ${field_ref} is missing`);
  }
  return compared;
}

// A generator of numbers that are the same in every run.
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function queries_of(pages, count) {
  const pick = numbers(7);
  const words = [...new Set(pages.flatMap((document) => `${document.title} ${document.text}`.toLowerCase().match(/[a-z]{3,}/g) ?? []))].sort();
  const word = () => words[pick(words.length)];
  const kinds = [word, () => `${word()} ${word()}`, () => `${word()}~1`, () => `${word().slice(0, 4)}*`, () => `title:${word()} +${word()}`];
  return Array.from({ length: count }, (_, at) => kinds[at % kinds.length]());
}

function compare_answers(ours, theirs, queries) {
  let answers = 0;
  for (const query of queries) {
    const expected = new Map(theirs.search(query).map((result) => [result.ref, result]));
    const found = ours.search(query);
    assert.equal(found.length, expected.size, `${query}: as many pages`);
    found.forEach((result, at) => {
      const other = expected.get(result.ref);
      assert(other, `${query}: ${result.ref} is no answer of lunr`);
      const near = 0.001 * Object.keys(result.matchData.metadata).length * 4;
      assert(Math.abs(result.score - other.score) <= near, `${query}: ${result.ref} scores ${result.score}, lunr ${other.score}`);
      assert.deepEqual(Object.keys(result.matchData.metadata).sort(), Object.keys(other.matchData.metadata).sort(), query);
      assert(at === 0 || found[at - 1].score >= result.score, query);
    });
    answers += found.length;
  }
  return answers;
}

function compare_index(pages, language) {
  const bytes = run(['index', language], pages);
  assert.equal(run(['index', language], pages), bytes, 'the same bytes twice');
  const serialised = JSON.parse(bytes);
  const theirs = build_with_lunr(pages, language);
  const expected = scores_of(JSON.parse(JSON.stringify(theirs)));
  const compared = count_and_compare(scores_of(serialised), expected, () => false);
  const queries = queries_of(pages, 400);
  const answers = compare_answers(lunr.Index.load(serialised), theirs, queries);
  console.log(`${language}: ${pages.length} pages, ${Object.keys(expected).length} terms, ${compared} scores, ${queries.length} queries with ${answers} answers, ${bytes.length} characters`);
  return { expected, all: compared };
}

// With a bound, each page keeps the text terms that score best, and everything else.
function compare_bounded(pages, { expected, all }) {
  const bounded = scores_of(JSON.parse(run(['index', 'english', String(pages.length * 20)], pages)));
  const compared = count_and_compare(bounded, expected, (field_ref) => field_ref.startsWith('text/'));
  assert(compared < all, 'the bound leaves terms out');
  const by_page = (scores) => {
    const pages_scores = new Map();
    for (const of_term of Object.values(scores)) {
      for (const [field_ref, score] of Object.entries(of_term)) {
        if (field_ref.startsWith('text/')) pages_scores.set(field_ref, [...(pages_scores.get(field_ref) ?? []), score]);
      }
    }
    return pages_scores;
  };
  const kept = by_page(bounded);
  const sizes = [...kept.values()].map((scores) => scores.length);
  const most = Math.max(...sizes);
  assert(sizes.reduce((sum, size) => sum + size, 0) <= pages.length * 20, 'the bound holds');
  for (const [field_ref, scores] of by_page(expected)) {
    const best = scores.sort((a, b) => b - a).slice(0, most);
    const ours = kept.get(field_ref).sort((a, b) => b - a);
    assert.equal(ours.length, best.length, field_ref);
    ours.forEach((score, at) => assert(Math.abs(score - best[at]) <= 0.001 + 1e-9, field_ref));
  }
  console.log(`bounded: ${most} text terms a page, ${compared} of ${all} scores`);
}

function compare_stems(pages) {
  const words = new Set();
  for (const document of pages) {
    for (const field of Object.keys(fields)) {
      for (const token of lunr.tokenizer(document[field])) words.add(lunr.trimmer(token).toString());
    }
  }
  // Words that no text has: all that two syllables and an ending of the stemmer's tables make, and odd characters.
  const endings = ['ational', 'tional', 'enci', 'anci', 'izer', 'bli', 'alli', 'entli', 'eli', 'ousli', 'ization', 'ation', 'ator', 'alism', 'iveness', 'fulness', 'ousness', 'aliti', 'iviti', 'biliti', 'logi', 'icate', 'ative', 'alize', 'iciti', 'ical', 'ful', 'ness', 'al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize', 'sion', 'tion', 'ion', 'e', 'll', 'lle', 's', 'ss', 'sses', 'ies', 'eed', 'ed', 'ing', 'y', 'yed', 'ying', 'ated', 'bled', 'ized', ''];
  const stems = ['', 'a', 'b', 'y', 'yy', 'ya', 'ay', 'by', 'hop', 'hopp', 'fall', 'hiss', 'fizz', 'tann', 'oy', 'syzyg', 'ab', 'abc', 'trouble', 'yellow', '1', '11', '1.1', 'x..', 'éé', 'aé', 'néé', '\u{1F600}', 'a\u{1F600}', '中中', 'a_b'];
  for (const stem of stems) for (const second of ['', ...stems]) for (const ending of endings) words.add(stem + second + ending);
  const all = [...words].filter((word) => word !== '');
  const ours = lines_of(['stem'], all);
  all.forEach((word, at) => assert.equal(ours[at], lunr.stemmer(new lunr.Token(word, {})).toString(), `stem of ${word}`));
  console.log(`stems: ${all.length} words`);
}

// Capitals of Unicode 16 and 17, which the utf8proc of Debian 12 does not know and a newer node does.
const too_new = /^[\u1C89\uA7CB\uA7CC\uA7CE\uA7D2\uA7D4\uA7DA\uA7DC\u{10D50}-\u{10D65}\u{16EA0}-\u{16EB8}]$/u;

function compare_lower_case() {
  const texts = ['ΑΣ', 'ΑΣ ΑΣΑ Σ', 'Α.Σ', "Α'Σ'Α", 'ΑΣ.', 'İSTANBUL', 'ΣΑΣ\u0301', '\u{10400}Σ', 'ǅΣ'];
  for (let code = 1; code <= 0x10ffff; code += 1) {
    if (code < 0xd800 || code > 0xdfff) texts.push(String.fromCodePoint(code));
  }
  const ours = lines_of(['lower'], texts);
  const wrong = texts.filter((text, at) => !too_new.test(text) && ours[at] !== text.toLowerCase());
  assert.deepEqual(wrong.map((text) => text.codePointAt(0).toString(16)), [], 'lower case as toLowerCase');
  console.log(`lower case: ${texts.length} texts`);
}

const pages = pages_of(folder);
assert(pages.length > 100, `${folder} has too few pages to compare`);
compare_stems(pages);
compare_lower_case();
compare_bounded(pages, compare_index(pages, 'english'));
compare_index(pages, 'other');
