// SPDX-License-Identifier: MIT
#include "renderers/site/page_values.h"

namespace tsg {

namespace {

constexpr std::string_view names[] = {
    "site.title",
    "site.description",
    "site.version",
    "site.locale",
    "site.direction",
    "site.labels",
    "site.root",
    "site.support",
    "site.style",
    "site.script",
    "site.menu[].title",
    "site.menu[].address",
    "page.kind",
    "page.title",
    "page.heading:html",
    "page.description",
    "page.lang",
    "page.hidden",
    "page.canonical",
    "page.scripts[]",
    "page.languages[].locale",
    "page.languages[].name",
    "page.languages[].address",
    "page.languages[].canonical",
    "page.languages[].here",
    "page.crumbs[].title",
    "page.crumbs[].address",
    "page.notices[].kind",
    "page.notices[].icon",
    "page.notices[].word",
    "page.notices[].text",
    "page.notices[].address",
    "page.notices[].link",
    "page.content:html",
    "page.contents[].id",
    "page.contents[].level",
    "page.contents[].text:html",
    "page.reviewed",
    "page.applies[].name",
    "page.applies[].value",
    "page.applies[].address",
    "page.notes",
    "page.feedback.yes",
    "page.feedback.no",
    "page.guide.title",
    "page.guide.address",
    "page.guide.start",
    "page.step",
    "page.first",
    "page.each",
    "page.unsure",
    "page.choices[].wording",
    "page.choices[].address",
    "page.choices[].option",
    "page.words",
    "page.ways[].question",
    "page.ways[].address",
    "page.ways[].answer",
    "page.drawing",
    "page.results[].title",
    "page.results[].address",
    "page.tree[].question",
    "page.tree[].address",
    "page.tree[].choices[].wording",
    "page.tree[].choices[].address",
    "page.tree[].choices[].title",
    "page.count",
    "page.entries[].title",
    "page.entries[].address",
    "page.entries[].description",
    "page.entries[].guide",
    "page.groups[].title",
    "page.groups[].address",
    "page.groups[].count",
    "page.guides[].title",
    "page.guides[].address",
    "page.guides[].description",
    "page.more",
    "page.letters[].letter",
    "page.letters[].address",
    "page.letters[].label",
    "page.letters[].here",
    "page.sheets[].number",
    "page.sheets[].address",
    "page.sheets[].label",
    "page.sheets[].here",
    "page.to",
    "page.refresh:html",
};

TemplateNames make_names() {
  std::vector<std::string> of_words = interface_names();
  for (std::string& name : of_words) name.insert(0, "site.words.");
  std::vector<std::string_view> all(std::begin(names), std::end(names));
  all.insert(all.end(), of_words.begin(), of_words.end());
  return TemplateNames(std::span<const std::string_view>(all));
}

}  // namespace

const TemplateNames& site_names() {
  static const TemplateNames all = make_names();
  return all;
}

}  // namespace tsg
