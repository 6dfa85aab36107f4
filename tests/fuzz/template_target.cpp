// SPDX-License-Identifier: MIT
// A page, a file it may include as `a`, and two values that it knows as `v` and `w` (and as the items of
// `l`): with the fuzzed values the markup of the page is that with `x`. Templates that compare values are
// only rendered: their branches may differ.
#include <string>
#include <vector>

#include "renderers/template/html_reader.h"
#include "renderers/template/template_set.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/property.h"

namespace tsg::fuzz {

namespace {

bool takes_values(const HtmlPlace& place) {
  const bool text = place.state == HtmlState::Text || place.state == HtmlState::Rcdata;
  return (text && place.seen.empty()) || quoted(place) || place.state == HtmlState::Json;
}

// The bytes of a page that are no text, no attribute's value and no data.
std::string markup_of(std::string_view html) {
  std::string markup;
  HtmlPlace place;
  for (const char c : html) {
    const HtmlPlace before = place;
    read_html(place, c);
    const bool inside = takes_values(before) && takes_values(place) && before.state == place.state;
    if (!inside) markup += c;
  }
  return markup;
}

std::string page_with(const TemplateSet& set, std::string_view v, std::string_view w) {
  TemplateValue scope = TemplateValue::record();
  scope.set("v", v).set("w", w).set("l", TemplateValue::list({v, w})).set("html", TrustedHtml{"<i>x</i>"});
  std::string out;
  require(set.render("page", {&scope}, out) == RenderEnd::Whole || out.empty(), "a page is whole or nothing");
  return out;
}

}  // namespace

void fuzz_template(Bytes bytes) {
  std::vector<std::string_view> parts = parts_of(text_of(bytes), 4);
  parts.resize(4);
  Diagnostics diagnostics;
  const TemplateSet set = TemplateSet::compile(
      {{.name = "page", .bytes = std::string(parts[0])}, {.name = "a", .bytes = std::string(parts[1])}},
      {"page"}, diagnostics);
  require(set.has_page("page") || has_error(diagnostics), "what is refused has a reason");
  append(diagnostics, set.check_names(TemplateNames({"v", "l[]", "html:html"})));
  require_showable(diagnostics, "page", parts[0].size());
  if (!set.has_page("page")) return;
  const std::string page = page_with(set, parts[2], parts[3]);
  const bool compares = text_of(bytes).find("==") != std::string_view::npos ||
                        text_of(bytes).find("!=") != std::string_view::npos;
  if (compares || parts[2].empty() || parts[3].empty()) return;
  require_equal(markup_of(page), markup_of(page_with(set, "x", "x")),
                "no value changes the markup of a page");
}

}  // namespace tsg::fuzz
