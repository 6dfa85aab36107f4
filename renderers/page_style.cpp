// SPDX-License-Identifier: MIT
#include "renderers/page_style.h"

#include <cstdint>

#include "engine/text/digest.h"

namespace tsg {

namespace {

// Text colours keep 4.5:1 against --page and --raised in both schemes, --line keeps 3:1 where it bounds a
// control.
constexpr std::string_view style = R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff; --raised: #f5f6f8; --text: #1c2126; --quiet: #4d5762; --line: #7c8794; --hair: #d8dde3;
  --accent: #0b57a4; --found: #17663a; --open: #7a4b00; --broken: #a8201a; --mark: #ffefb3; --mark-text: #3d2f00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15181c; --raised: #1e2329; --text: #e8ebee; --quiet: #aeb8c2; --line: #76818d; --hair: #343b43;
    --accent: #86bdf7; --found: #7fd4a2; --open: #f0c067; --broken: #ff9a92; --mark: #4d3f10; --mark-text: #ffe9a8;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--text); overflow-wrap: break-word; }
.column { max-width: 44rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.8em 0 .5em; text-wrap: balance; }
h1 { font-size: 1.953rem; margin-top: .2em; }
h2 { font-size: 1.563rem; margin-top: 2em; padding-top: .8em; border-top: 1px solid var(--hair); }
h3 { font-size: 1.25rem; }
h4, h5, h6 { font-size: 1rem; }
h4 { font-size: 1.1rem; }
.tsg > section:first-child > h2, .tsg > h2:first-child { margin-top: 1rem; }
p, ul, ol, dl, pre, blockquote { margin: 0 0 1em; }
ul, ol { padding-left: 1.6em; }
li > p { margin-bottom: .4em; }
li > ul, li > ol { margin: .3em 0; }
a { color: var(--accent); text-underline-offset: .15em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; top: 0; padding: .6em 1em; background: var(--page); z-index: 1; }
.skip:focus { left: 0; }
code, pre { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: .9em; }
code { background: var(--raised); padding: .1em .3em; border-radius: 3px; overflow-wrap: anywhere; }
pre { background: var(--raised); border: 1px solid var(--hair); border-radius: 4px; padding: .8em 1em;
  overflow-x: auto; }
pre code { background: none; padding: 0; overflow-wrap: normal; }
img { max-width: 100%; height: auto; }
blockquote { border-left: 3px solid var(--line); padding-left: 1em; color: var(--quiet); margin-left: 0; }
hr { border: 0; border-top: 1px solid var(--hair); margin: 2em 0; }
.scroll { overflow-x: auto; margin: 0 0 1em; }
table { border-collapse: collapse; font-size: .93em; min-width: 50%; }
th, td { text-align: left; vertical-align: top; padding: .35em .8em .35em 0; border-bottom: 1px solid var(--hair); }
th { color: var(--quiet); font-weight: 600; }
td bdi { overflow-wrap: anywhere; }
mark.default { background: var(--mark); color: var(--mark-text); padding: 0 .2em; border-radius: 2px;
  border-bottom: 2px dotted currentColor; }
mark.default::before { content: "["; } mark.default::after { content: "?]"; }
.meta, .by, .for { color: var(--quiet); font-size: .93em; }
.by { overflow-wrap: anywhere; }
.lead { font-size: 1.1rem; }
.state { font-weight: 600; white-space: nowrap; }
.state.found { color: var(--found); } .state.open, .state.provisional { color: var(--open); }
.state.broken { color: var(--broken); } .state.plain { color: var(--quiet); }
.result, .open, .note, .alert { border-left: 4px solid var(--hair); padding: .1em 0 .1em 1.1em;
  margin: 0 0 2.2em; }
.note, .alert { background: var(--raised); padding: .7em 1em; margin-bottom: 1em; }
.note > :last-child, .alert > :last-child { margin-bottom: 0; }
.alert-title { font-weight: 600; margin-bottom: .3em; }
.alert-title::before { content: "\2139\FE0E\00A0" / ""; }
.alert-tip > .alert-title::before { content: "\2605\00A0" / ""; }
.alert-warning > .alert-title::before, .alert-caution > .alert-title::before { content: "\26A0\FE0E\00A0" / ""; }
.alert-important > .alert-title::before { content: "\203C\FE0E\00A0" / ""; }
.result.found { border-color: var(--found); }
.result.provisional, .note.provisional, .open { border-color: var(--open); }
.note.broken { border-color: var(--broken); }
.alert-caution, .alert-warning { border-color: var(--open); }
.alert-note, .alert-important { border-color: var(--accent); }
.alert-tip { border-color: var(--found); }
.result > p:first-child, .result h3, .open > h3 { margin-top: 0; margin-bottom: .35em; }
.result > .why { margin-bottom: 1.2em; }
.why q { quotes: none; }
.part + .part { border-top: 1px solid var(--hair); }
.steps > li { margin-bottom: 1.3em; padding-left: .3em; }
.steps > li::marker { color: var(--quiet); font-variant-numeric: tabular-nums; }
.question { font-weight: 600; }
.answer .by { margin-left: .4em; }
details { margin: 0 0 1em; }
summary { cursor: pointer; color: var(--accent); padding: .2em 0; width: fit-content; }
details[open] > summary { margin-bottom: .5em; }
.leads > div { display: grid; grid-template-columns: minmax(6em, 30%) 1fr; gap: 0 1em; padding: .3em 0;
  border-bottom: 1px solid var(--hair); }
dt { font-weight: 600; } dd { margin: 0; }
footer { border-top: 1px solid var(--hair); margin-top: 3em; padding-top: 1em; }
footer code { overflow-wrap: anywhere; }
@media (max-width: 30rem) {
  .leads > div { grid-template-columns: 1fr; }
  .column { padding: 1rem .9rem 3rem; }
  h1 { font-size: 1.6rem; } h2 { font-size: 1.35rem; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { color-scheme: light; --page: #fff; --raised: #fff; --text: #000; --quiet: #333; --accent: #000; }
  .skip { display: none; }
  .column { max-width: none; padding: 0; }
  details::details-content { content-visibility: visible; display: block; block-size: auto; }
  pre { white-space: pre-wrap; }
  .result a[href^="http"]::after, .open a[href^="http"]::after { content: " (" attr(href) ")"; overflow-wrap: anywhere; }
  h2, h3, h4 { break-after: avoid; } li, tr, pre { break-inside: avoid; }
}
)css";

std::uint32_t digit_value(char c) {
  return static_cast<std::uint32_t>(c <= '9' ? c - '0' : c - 'a' + 10);
}

// Base64 of bytes given as hexadecimal digits.
std::string base64_of_hex(std::string_view hex) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  std::uint32_t bits = 0;
  unsigned count = 0;
  for (const char c : hex) {
    bits = bits << 4U | digit_value(c);
    count += 4;
    if (count < 6) continue;
    count -= 6;
    out += alphabet[bits >> count & 0x3FU];
  }
  if (count > 0) out += alphabet[bits << (6 - count) & 0x3FU];
  while (out.size() % 4 != 0) out += '=';
  return out;
}

}  // namespace

std::string_view page_style() {
  return style;
}

std::string page_style_hash() {
  return "'sha256-" + base64_of_hex(sha256_hex(style)) + "'";
}

}  // namespace tsg
