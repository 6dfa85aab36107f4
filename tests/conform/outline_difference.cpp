// SPDX-License-Identifier: MIT
#include "tests/conform/outline_difference.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/conform/outline_reasons.h"

namespace tsg::conform {

namespace {

using simdjson::dom::element;

struct Difference {
  std::vector<element> extra = {};    // only in the record
  std::vector<element> missing = {};  // only in the tree
};

// The elements of two arrays that have no equal in the other.
Difference difference(element expected, element got) {
  std::multimap<std::string, element> left;
  for (element one : expected.get_array()) left.emplace(simdjson::minify(one), one);
  Difference found;
  for (element one : got.get_array()) {
    const auto same = left.find(simdjson::minify(one));
    if (same == left.end()) {
      found.missing.push_back(one);
    } else {
      left.erase(same);
    }
  }
  for (const auto& [text, one] : left) found.extra.push_back(one);
  return found;
}

std::string text_member(element item, const char* name) {
  std::string_view text;
  return item.at_key(name).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

bool flag_member(element item, const char* name) {
  bool flag = false;
  return item.at_key(name).get(flag) == simdjson::SUCCESS && flag;
}

OutlineItem item_of(element item) {
  return {.text = text_member(item, "text"),
          .url = text_member(item, "url"),
          .image = flag_member(item, "image"),
          .no_space = flag_member(item, "noSpace"),
          .line = static_cast<std::uint32_t>(std::uint64_t{item["line"]})};
}

void tell(Tally& tally, const char* field, const std::optional<std::string>& reason,
          const std::string& expected, const std::string& got) {
  if (reason) {
    tally.explain(*reason, field, expected, got);
  } else {
    tally.differ(field, expected, got);
  }
}

}  // namespace

void compare_outlines(element expected, element got, const Article& article, Tally& tally) {
  const Difference headings = difference(expected["headings"], got["headings"]);
  const Difference links = difference(expected["links"], got["links"]);
  if (headings.extra.empty() && headings.missing.empty() && links.extra.empty() && links.missing.empty())
    return;
  const OutlineReasons reasons(article);
  for (element one : headings.extra) {
    tell(tally, "heading", reasons.extra_heading(item_of(one)), simdjson::minify(one), "nothing");
  }
  for (element one : headings.missing) {
    tell(tally, "heading", reasons.missing_heading(item_of(one)), "nothing", simdjson::minify(one));
  }
  for (element one : links.extra) {
    tell(tally, "link", reasons.extra_link(item_of(one)), simdjson::minify(one), "nothing");
  }
  for (element one : links.missing) {
    tell(tally, "link", reasons.missing_link(item_of(one)), "nothing", simdjson::minify(one));
  }
}

}  // namespace tsg::conform
