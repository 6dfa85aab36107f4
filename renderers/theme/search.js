// SPDX-License-Identifier: MIT
// The search page. Needs lunr 2.3.9 and search-index.js (window.tsgSearch) loaded before it, and a place:
//
//   <div id="tsg-search" data-root="../" data-replaces="all-articles"></div>
//
// data-root leads from the page to the site's root; data-replaces names what is hidden while results are shown.
// A record is [title, page, excerpt, service, type]; its place in the list is its ref in the index.
(function () {
  'use strict';

  const limits = {
    query_characters: 200,
    query_terms: 16, // a fuzzy term costs milliseconds
    prefix_letters: 2,
    near_letters: 6, // what is left of a word without its ending
    fuzzy_letters: 30, // longer words must be right
    results_shown: 50,
    excerpt_characters: 160,
    excerpt_lead: 40, // characters before the first hit
    delay_ms: 120,
  };
  const boosts = { exact: 10, prefix: 3, near: 0.5 };
  const default_words = {
    label: 'Search the articles',
    button: 'Search',
    service: 'Service',
    type: 'Type',
    any: 'All',
    one_result: '1 result',
    results: '{count} results',
    first_results: '{count} results, the best {shown} are listed',
    no_result: 'No results. Try fewer or other words.',
    broken: 'The search could not be loaded. The articles are listed on this page.',
  };

  // ---- Words. What is done here to a query, renderers/search/cut_word.h does to a page.

  const dense = '\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3005-\u3007\u3040-\u30FF\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\uFF66-\uFF9F\u{20000}-\u{3134F}';
  const pieces = new RegExp(`[${dense}]+|[^${dense}]+`, 'gu');
  const begins_dense = new RegExp(`^[${dense}]`, 'u');
  const other_ends = { front: /^[^\p{L}\p{M}\p{N}_]+/u, back: /[^\p{L}\p{M}\p{N}_]+$/u };
  const english_ends = { front: /^\W+/, back: /\W+$/ };

  const lunr_of = () => globalThis.lunr;
  const stem_of = (word) => lunr_of().stemmer(new (lunr_of().Token)(word, {})).toString();
  const is_stop_word = (word) => lunr_of().stopWordFilter(new (lunr_of().Token)(word, {})) === undefined;
  const letters_of = (word) => [...word].length;

  function trimmed(text, start, ends) {
    const rest = text.replace(ends.front, '');
    return { text: rest.replace(ends.back, ''), start: start + text.length - rest.length };
  }

  // [{text, start}] of the parts of a word in lower case that stand in the index, not stemmed yet.
  function parts_of_word(word, language) {
    if (language === 'english') return [trimmed(word, 0, english_ends)].filter((part) => part.text !== '');
    return [...word.matchAll(pieces)].flatMap((match) => {
      if (!begins_dense.test(match[0])) return [trimmed(match[0], match.index, other_ends)].filter((part) => part.text !== '');
      return pairs_of(match[0], match.index);
    });
  }

  function pairs_of(run, start) {
    const characters = [...run];
    if (characters.length === 1) return [{ text: run, start }];
    let at = start;
    return characters.slice(1).map((second, number) => {
      const pair = { text: characters[number] + second, start: at };
      at += characters[number].length;
      return pair;
    });
  }

  function terms_of_word(word, language) {
    return parts_of_word(word, language).map((part) => (language === 'english' ? stem_of(part.text) : part.text));
  }

  // [{word, term, stop}] of what a reader wrote. A `*` would be a wildcard to lunr wherever it stands.
  function query_terms(text, language) {
    const short = text.slice(0, limits.query_characters).replace(/\*/g, ' ').toLowerCase();
    const parts = short.split(/[\s-]+/).flatMap((word) => parts_of_word(word, language));
    const words = [...new Set(parts.map((part) => part.text))];
    const terms = words.map((word) => ({
      word,
      term: language === 'english' ? stem_of(word) : word,
      stop: language === 'english' && is_stop_word(word),
    }));
    const telling = terms.filter((term) => !term.stop);
    return (telling.length > 0 ? telling : terms).slice(0, limits.query_terms);
  }

  // ---- Finding.

  const endings = [2, 4]; // letters
  function edits_for(word) {
    const letters = letters_of(word);
    if (letters < 4 || letters > limits.fuzzy_letters) return 0;
    return letters < 8 ? 1 : 2;
  }


  // A slip in an ending keeps the stemmer from cutting it off, so the word is also tried without its last letters.
  function near_texts(word, term) {
    const edits = edits_for(word);
    if (edits === 0) return [];
    const letters = [...word];
    const texts = [...new Set([word, term])].map((text) => ({ text, edits }));
    for (const ending of endings) {
      if (letters.length - ending >= limits.near_letters) texts.push({ text: letters.slice(0, -ending).join(''), edits: 1 });
    }
    return texts;
  }

  function add_clauses(query, { word, term }) {
    const add = (text, options) => query.term(text, { usePipeline: false, ...options });
    add(term, { boost: boosts.exact });
    if (word !== term) add(word, { boost: boosts.exact });
    if (letters_of(word) >= limits.prefix_letters) {
      add(word, { boost: boosts.prefix, wildcard: lunr_of().Query.wildcard.TRAILING });
    }
    for (const { text, edits } of near_texts(word, term)) add(text, { boost: boosts.near, editDistance: edits });
  }

  // The answers for one word. Where some page has the word itself, others that are only near do not count as
  // having it: the word was no slip of the finger.
  function find_term(index, wanted) {
    const is_close = (term) => term === wanted.term || term.startsWith(wanted.word);
    const found = index.query((query) => add_clauses(query, wanted)).map((result) => {
      const terms = Object.keys(result.matchData.metadata);
      return { ref: result.ref, score: result.score, terms, close: terms.some(is_close) };
    });
    const some_close = found.some((result) => result.close);
    return found.map((result) => ({ ...result, counts: result.close || !some_close }));
  }

  // [{ref, matched, score, terms}], those first that have all words, then by score.
  function find(index, text, language) {
    const pages = new Map();
    for (const wanted of query_terms(text, language)) {
      for (const { ref, score, terms, counts } of find_term(index, wanted)) {
        const page = pages.get(ref) || { ref, matched: 0, score: 0, terms: new Set() };
        page.matched += counts ? 1 : 0;
        page.score += score;
        terms.forEach((term) => page.terms.add(term));
        pages.set(ref, page);
      }
    }
    return [...pages.values()].sort((a, b) => b.matched - a.matched || b.score - a.score || a.ref - b.ref);
  }

  const is_kept = (record, { service, type }) => (!service || record[3] === service) && (!type || record[4] === type);

  // [{record, terms}]: what is found for the state of the form; without words, all that the filters keep.
  function results_of(site, state) {
    if (state.text.trim() !== '') {
      const found = find(site.index, state.text, site.language);
      return found.map((page) => ({ record: site.records[page.ref], terms: page.terms })).filter(({ record }) => is_kept(record, state));
    }
    if (!state.service && !state.type) return [];
    return site.records.filter((record) => is_kept(record, state)).map((record) => ({ record, terms: new Set() }));
  }

  // ---- Excerpts.

  // [start, end] of the words of `text` whose terms were found.
  function hit_ranges(text, terms, language) {
    const ranges = [];
    for (const match of text.matchAll(/[^\s-]+/g)) {
      const word = match[0].toLowerCase();
      const same_places = word.length === match[0].length;
      for (const part of parts_of_word(word, language)) {
        if (!terms.has(language === 'english' ? stem_of(part.text) : part.text)) continue;
        const start = match.index + (same_places ? part.start : 0);
        const end = same_places ? start + part.text.length : match.index + match[0].length;
        const last = ranges[ranges.length - 1];
        if (last && start <= last[1]) last[1] = Math.max(end, last[1]);
        else ranges.push([start, end]);
      }
    }
    return ranges;
  }

  // Where the part of `text` begins that shows the most hits.
  function excerpt_start(text, ranges) {
    let best = { start: 0, hits: 0 };
    for (const [first] of ranges) {
      const start = Math.max(0, first - limits.excerpt_lead);
      const hits = ranges.filter(([from, to]) => from >= start && to <= start + limits.excerpt_characters).length;
      if (hits > best.hits) best = { start, hits };
    }
    if (best.start === 0) return 0;
    const space = text.indexOf(' ', best.start);
    return space !== -1 && space < best.start + limits.excerpt_lead ? space + 1 : whole_character(text, best.start);
  }

  // The second half of a character beyond U+FFFF is no place to cut.
  const whole_character = (text, at) => (/[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at - 1 : at);

  function excerpt_end(text, start) {
    const end = start + limits.excerpt_characters;
    if (end >= text.length) return text.length;
    const space = text.lastIndexOf(' ', end);
    return space > end - limits.excerpt_lead ? space : whole_character(text, end);
  }

  // [{text, hit}]: parts of an excerpt, with dots where it was cut.
  function excerpt_parts(text, terms, language) {
    const ranges = hit_ranges(text, terms, language);
    const start = text.length <= limits.excerpt_characters ? 0 : excerpt_start(text, ranges);
    const end = excerpt_end(text, start);
    const parts = [{ text: start > 0 ? '\u2026 ' : '', hit: false }];
    let at = start;
    for (const [from, to] of ranges.filter((range) => range[0] >= start && range[1] <= end)) {
      parts.push({ text: text.slice(at, from), hit: false }, { text: text.slice(from, to), hit: true });
      at = to;
    }
    parts.push({ text: text.slice(at, end), hit: false }, { text: end < text.length ? ' \u2026' : '', hit: false });
    return parts.filter((part) => part.text !== '');
  }

  function status_text(words, count) {
    if (count === 0) return words.no_result;
    if (count === 1) return words.one_result;
    const pattern = count > limits.results_shown ? words.first_results : words.results;
    return pattern.replace('{count}', count).replace('{shown}', limits.results_shown);
  }

  // ---- The page. All text goes in as text, none as markup.

  function element(name, properties, children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...(children || []));
    return made;
  }

  function marked(text, terms, language) {
    return excerpt_parts(text, terms, language).map((part) => (part.hit ? element('mark', {}, [part.text]) : part.text));
  }

  function result_item(site, { record, terms }) {
    const [title, page, excerpt, service, type] = record;
    const link = element('a', { href: site.root + page, dir: 'auto' }, [title]);
    const facts = [service, type].filter((fact) => fact !== '').join(' \u00B7 ');
    return element('li', {}, [
      element('p', { className: 'search-title' }, [link]),
      element('p', { className: 'search-excerpt', dir: 'auto' }, marked(excerpt, terms, site.language)),
      ...(facts ? [element('p', { className: 'search-facts' }, [facts])] : []),
    ]);
  }

  function filter_of(site, name, column) {
    const values = [...new Set(site.records.map((record) => record[column]))].filter((value) => value !== '').sort();
    const options = [['', site.words.any], ...values.map((value) => [value, value])];
    const select = element('select', { id: `search-${name}`, name }, options.map(([value, text]) => element('option', { value }, [text])));
    const label = element('label', { htmlFor: select.id }, [site.words[name]]);
    return { select, box: element('p', { className: 'search-filter', hidden: values.length < 2 }, [label, select]) };
  }

  function form_of(site) {
    const input = element('input', { type: 'search', id: 'search-text', name: 'q', maxLength: limits.query_characters, autocomplete: 'off', spellcheck: false, dir: 'auto' });
    const service = filter_of(site, 'service', 3);
    const type = filter_of(site, 'type', 4);
    const form = element('form', { className: 'search-form' }, [
      element('p', { className: 'search-words' }, [
        element('label', { htmlFor: input.id }, [site.words.label]),
        input,
        element('button', { type: 'submit' }, [site.words.button]),
      ]),
      service.box,
      type.box,
    ]);
    form.setAttribute('role', 'search');
    return { form, input, service: service.select, type: type.select };
  }

  const state_of = (view) => ({ text: view.input.value, service: view.service.value, type: view.type.value });

  function read_address(view) {
    const asked = new URLSearchParams(location.search);
    view.input.value = (asked.get('q') || '').slice(0, limits.query_characters);
    view.service.value = asked.get('service') || '';
    view.type.value = asked.get('type') || '';
    // A value that no page has leaves a select empty.
    for (const select of [view.service, view.type]) if (select.selectedIndex < 0) select.value = '';
  }

  // An entry of its own in the history for what was sent, none for each letter typed. Some browsers refuse to
  // change the address of a file; the search works on without.
  function write_address(view, entry) {
    const state = state_of(view);
    const asked = new URLSearchParams();
    for (const [name, value] of [['q', state.text], ['service', state.service], ['type', state.type]]) if (value) asked.set(name, value);
    const address = location.pathname + (asked.toString() ? `?${asked}` : '');
    if (address === location.pathname + location.search) return;
    try {
      history[entry === 'new' ? 'pushState' : 'replaceState'](null, '', address);
    } catch (refused) {
      if (refused.name !== 'SecurityError') throw refused;
    }
  }

  function show(site, view) {
    const state = state_of(view);
    const asked = state.text.trim() !== '' || state.service !== '' || state.type !== '';
    const results = results_of(site, state);
    view.list.replaceChildren(...results.slice(0, limits.results_shown).map((result) => result_item(site, result)));
    view.status.textContent = asked ? status_text(site.words, results.length) : '';
    if (view.replaced) view.replaced.hidden = asked && results.length > 0;
  }

  function focus_by_key(input) {
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      if (keys_are_off() || (event.target.closest && event.target.closest('input, select, textarea, [contenteditable]'))) return;
      event.preventDefault();
      input.focus();
    });
  }

  // Storage may be refused altogether.
  function keys_are_off() {
    try {
      return localStorage.getItem('tsg-keys') === 'off';
    } catch (refused) {
      return false;
    }
  }

  function listen(site, view) {
    let waiting = 0;
    const search = (entry) => {
      clearTimeout(waiting);
      write_address(view, entry);
      show(site, view);
    };
    view.input.addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => search('same'), limits.delay_ms);
    });
    view.form.addEventListener('submit', (event) => {
      event.preventDefault();
      search('new');
    });
    for (const select of [view.service, view.type]) select.addEventListener('change', () => search('new'));
    window.addEventListener('popstate', () => {
      read_address(view);
      show(site, view);
    });
    focus_by_key(view.input);
  }

  function start(place) {
    const loaded = window.tsgSearch;
    const status = element('p', { className: 'search-status' });
    status.setAttribute('role', 'status');
    place.append(status);
    if (!loaded || !lunr_of()) {
      status.textContent = default_words.broken;
      return;
    }
    const site = {
      index: lunr_of().Index.load(loaded.index),
      records: loaded.records,
      language: loaded.language,
      words: { ...default_words, ...loaded.words },
      root: place.dataset.root || './',
    };
    const list = element('ol', { className: 'search-results' });
    const view = { ...form_of(site), status, list, replaced: document.getElementById(place.dataset.replaces || '') };
    place.prepend(view.form);
    place.append(list);
    listen(site, view);
    read_address(view);
    show(site, view);
  }

  if (typeof module !== 'undefined') {
    module.exports = { default_words, excerpt_parts, find, hit_ranges, limits, query_terms, results_of, status_text, terms_of_word };
    return;
  }
  const place = document.getElementById('tsg-search');
  if (place) start(place);
})();
