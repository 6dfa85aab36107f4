// SPDX-License-Identifier: MIT
#include "renderers/help_api/html_sections.h"

#include <algorithm>
#include <array>

#include "engine/markdown/html_text.h"
#include "engine/markdown/html_tokens.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

struct FoundHeading {
  int level = 0;
  std::size_t begin = 0;  // of its open tag
  std::size_t end = 0;    // behind its close tag
  std::string title = {};
};

bool is_void(std::string_view name) {
  constexpr std::array<std::string_view, 7> names = {"br", "col", "hr", "img", "input", "source", "wbr"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

int level_of(std::string_view name) {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? name[1] - '0' : 0;
}

class HeadingFinder {
 public:
  explicit HeadingFinder(std::string_view html) : html_(html) {}

  // Empty when the elements do not nest.
  std::vector<FoundHeading> find() {
    for (const HtmlToken& token : scan_html(html_)) take(token);
    const bool sound = open_.empty() && !broken_;
    return sound ? std::move(headings_) : std::vector<FoundHeading>{};
  }

 private:
  void take(const HtmlToken& token) {
    switch (token.kind) {
      case HtmlTokenKind::Text:
        if (in_heading_) headings_.back().title += without_entities(token.source);
        return;
      case HtmlTokenKind::Comment:
        return;
      case HtmlTokenKind::OpenTag:
        return open(token);
      case HtmlTokenKind::CloseTag:
        return close(token);
    }
  }

  void open(const HtmlToken& token) {
    if (is_void(token.name)) return;
    if (open_.empty() && level_of(token.name) != 0) {
      in_heading_ = true;
      headings_.push_back({.level = level_of(token.name), .begin = offset(token)});
    }
    open_.push_back(token.name);
  }

  void close(const HtmlToken& token) {
    if (open_.empty() || open_.back() != token.name) {
      broken_ = true;
      return;
    }
    open_.pop_back();
    if (!open_.empty() || !in_heading_) return;
    in_heading_ = false;
    headings_.back().end = offset(token) + token.source.size();
  }

  std::size_t offset(const HtmlToken& token) const {
    return static_cast<std::size_t>(token.source.data() - html_.data());
  }

  std::string_view html_;
  std::vector<FoundHeading> headings_ = {};
  std::vector<std::string> open_ = {};
  bool in_heading_ = false;
  bool broken_ = false;
};

}  // namespace

HtmlSections cut_sections(std::string_view html) {
  std::vector<FoundHeading> headings = HeadingFinder(html).find();
  if (headings.empty()) return {.lead = std::string(ascii_trimmed(html))};
  const auto by_level = [](const FoundHeading& a, const FoundHeading& b) { return a.level < b.level; };
  const int top = std::min_element(headings.begin(), headings.end(), by_level)->level;
  std::erase_if(headings, [top](const FoundHeading& each) { return each.level != top; });
  HtmlSections cut = {.lead = std::string(ascii_trimmed(html.substr(0, headings.front().begin)))};
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const std::size_t begin = headings[i].end;
    const std::size_t end = i + 1 < headings.size() ? headings[i + 1].begin : html.size();
    cut.sections.push_back({std::string(ascii_trimmed(headings[i].title)),
                            std::string(ascii_trimmed(html.substr(begin, end - begin)))});
  }
  return cut;
}

}  // namespace tsg
