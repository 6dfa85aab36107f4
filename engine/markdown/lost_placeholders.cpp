// SPDX-License-Identifier: MIT
#include "engine/markdown/lost_placeholders.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/markdown_codes.h"

namespace tsg {

namespace {

// True when a key of the prepared text stands in the label of a link definition: `[key]: url`.
bool in_link_label(std::string_view text, const ByteRange& key) {
  constexpr std::size_t longest_label = 1000;
  const std::size_t from = key.begin > longest_label ? key.begin - longest_label : 0;
  const std::string_view before = text.substr(from, key.begin - from);
  const std::size_t open = before.find_last_of("[]\n");
  if (open == std::string_view::npos || before[open] != '[') return false;
  const std::size_t close =
      text.substr(0, std::min(text.size(), key.end + longest_label)).find_first_of("[]\n", key.end);
  return close != std::string_view::npos && text.substr(close, 2) == "]:";
}

void report_lost(const Cut& cut, bool in_label, Reporter& reporter) {
  if (in_label) {
    reporter.report(codes::placeholder_in_reference_label, cut.range,
                    fmt::format("placeholder `{}` stands in the label of a link definition", cut.name),
                    "write the link in place: `[text](url)`");
    return;
  }
  reporter.report(codes::placeholder_not_shown, cut.range,
                  fmt::format("placeholder `{}` stands where nothing is shown", cut.name),
                  "move it into text, or take it away");
}

}  // namespace

void report_lost_placeholders(const PreparedBody& body, const std::vector<bool>& shown,
                              const std::vector<bool>& reported, Reporter& reporter) {
  std::size_t covered = 0;  // up to here a comment or component was cut, which has its own message
  std::size_t at = 0;
  for (std::size_t index = 0; index < body.cuts.size(); ++index) {
    const Cut& cut = body.cuts[index];
    const bool whole =
        cut.kind == CutKind::Comment || cut.kind == CutKind::Component || cut.kind == CutKind::Forbidden;
    if (whole) covered = std::max(covered, cut.range.end);
    const auto key = body.find(body.text, at);
    const bool here = key && key->cut == index;
    if (here) at = key->range.end;
    if (cut.kind != CutKind::Placeholder || shown[index] || reported[index] || cut.range.begin < covered)
      continue;
    report_lost(cut, here && in_link_label(body.text, key->range), reporter);
  }
}

}  // namespace tsg
