// SPDX-License-Identifier: MIT
// What pages do beyond their links: colours by choice, copy buttons, and a walk through a guide that is written down. Every
// page works without it.
(function () {
  'use strict';

  const root = document.documentElement;

  // Storage may be refused altogether.
  function stored(name, value) {
    try {
      if (value === undefined) return localStorage.getItem(name);
      if (value === null) localStorage.removeItem(name);
      else localStorage.setItem(name, value);
    } catch (refused) {
      // The choice holds for this page.
    }
    return null;
  }

  function set_scheme(scheme) {
    if (scheme === 'light' || scheme === 'dark') root.dataset.scheme = scheme;
    else delete root.dataset.scheme;
  }

  // Before anything is painted.
  set_scheme(stored('tsg-scheme'));

  function element(name, properties, children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...(children || []));
    return made;
  }

  function offer_schemes() {
    const select = document.getElementById('scheme');
    if (!select) return;
    select.value = root.dataset.scheme || 'auto';
    select.parentElement.hidden = false;
    select.addEventListener('change', () => {
      set_scheme(select.value);
      stored('tsg-scheme', select.value === 'auto' ? null : select.value);
    });
  }

  // ---- Words

  const labels = {};

  function read_labels() {
    const data = document.getElementById('labels');
    if (data) Object.assign(labels, JSON.parse(data.textContent));
  }

  // `{title}` by the value called title; what a value says is not looked at again.
  function filled(label, values) {
    return String(labels[label]).replace(/\{(\w+)\}/g, (slot, name) => (Object.hasOwn(values, name) ? values[name] : slot));
  }

  // ---- Copying

  async function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    // A page from a folder is no secure context everywhere.
    const area = element('textarea', { value: text, readOnly: true });
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    if (!done) throw new Error('refused');
    return undefined;
  }

  function offer_copy(block, number) {
    const button = element('button', { type: 'button', className: 'copy' }, [labels.copy]);
    button.setAttribute('aria-label', block.id === 'notes' ? labels.copy_notes : filled('copy_code', { number }));
    const status = element('span', { className: 'copied' });
    status.setAttribute('role', 'status');
    const box = element('div', { className: 'code' });
    block.replaceWith(box);
    box.append(block, button, status);
    button.addEventListener('click', async () => {
      try {
        await copy(block.textContent);
        button.textContent = labels.copied;
      } catch (refused) {
        button.textContent = labels.press_copy;
        getSelection().selectAllChildren(block);
      }
      setTimeout(() => { button.textContent = labels.copy; }, 2000);
    });
  }

  // ---- A walk: the answers stand in the address, `?step=option&step=option`, in the order they were given.

  function answers_so_far(words) {
    const known = Object.entries(words.steps);
    const find = (id) => known.find(([step]) => step === id);
    return [...new URLSearchParams(location.search)].filter(([step, option]) => {
      const found = find(step);
      return found && Object.hasOwn(found[1].answers, option);
    });
  }

  // A question that comes again takes its later answers with it.
  function address_with(href, answers) {
    const [path, hash] = href.split('#');
    const asked = new URLSearchParams(answers).toString();
    return path.split('?')[0] + (asked ? `?${asked}` : '') + (hash ? `#${hash}` : '');
  }

  function carry_answers(answers) {
    for (const link of document.querySelectorAll('a.choice')) {
      const { step, answer } = link.dataset;
      const again = answers.findIndex(([each]) => each === step);
      const kept = again === -1 ? answers : answers.slice(0, again);
      link.href = address_with(link.getAttribute('href'), [...kept, [step, answer]]);
    }
  }

  function list_answers(words, answers) {
    const list = document.getElementById('answers');
    if (!list || answers.length === 0) return;
    answers.forEach(([step, option], number) => {
      const { question, address, answers: wordings } = words.steps[step];
      const change = element('a', { href: address_with(address, answers.slice(0, number)) }, [labels.change]);
      change.setAttribute('aria-label', filled('change_of', { question }));
      list.append(element('div', {}, [element('dt', {}, [question]), element('dd', {}, [wordings[option]]), element('dd', {}, [change])]));
    });
    list.closest('section').hidden = false;
  }

  // The browser's own way back does the same; this one is there too when the page was opened from elsewhere.
  function offer_back(words, answers) {
    const back = document.getElementById('back');
    if (!back || answers.length === 0) return;
    back.href = address_with(words.steps[answers[answers.length - 1][0]].address, answers.slice(0, -1));
    back.parentElement.hidden = false;
  }

  function write_notes(words, answers) {
    const notes = document.getElementById('notes');
    if (!notes || answers.length === 0) return;
    const lines = answers.map(([step, option], number) => {
      const { question, answers: wordings } = words.steps[step];
      return `${number + 1}. ${question}\n   ${wordings[option]}`;
    });
    const title = document.querySelector('h1').textContent.trim();
    const end = words.end ? filled('notes_result', { title: words.end }) : filled('notes_open', { title });
    notes.textContent = `# ${words.title}\n\n${filled('notes_guide', { guide: words.guide, version: words.version })}\n\n${lines.join('\n')}\n\n${end}\n`;
  }

  function walk() {
    const data = document.getElementById('guide-words');
    if (!data) return;
    const words = JSON.parse(data.textContent);
    const answers = answers_so_far(words);
    carry_answers(answers);
    list_answers(words, answers);
    offer_back(words, answers);
    write_notes(words, answers);
  }

  // ---- Printing: what is folded is opened.

  function open_for_print() {
    let opened = [];
    addEventListener('beforeprint', () => {
      opened = [...document.querySelectorAll('details:not([open])')];
      for (const each of opened) each.open = true;
    });
    addEventListener('afterprint', () => {
      for (const each of opened) each.open = false;
    });
  }

  document.addEventListener('DOMContentLoaded', () => {
    read_labels();
    offer_schemes();
    walk();
    [...document.querySelectorAll('pre')].forEach((block, at) => offer_copy(block, at + 1));
    open_for_print();
  });
})();
