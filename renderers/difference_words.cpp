// SPDX-License-Identifier: MIT
#include "renderers/difference_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/excerpt.h"

namespace tsg {

namespace {

std::string counted_part(ComparedPart part, std::size_t count) {
  const std::string many(name_of(part));
  return counted(count, many.substr(0, many.size() - 1), many);
}

}  // namespace

StateWords words_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Gone:
      return {"-", "Gone"};
    case ChangeKind::New:
      return {"+", "New"};
    case ChangeKind::Changed:
      return {"~", "Changed"};
  }
  return {};
}

std::string_view heading_of(ComparedPart part) {
  switch (part) {
    case ComparedPart::Outcomes:
      return "Outcomes";
    case ComparedPart::Checks:
      return "Checks";
    case ComparedPart::Questions:
      return "Open questions";
    case ComparedPart::Steps:
      return "Steps";
    case ComparedPart::Errors:
      return "Errors";
    case ComparedPart::Warnings:
      return "Warnings";
  }
  return {};
}

std::string difference_headline(const ResolutionDifference& difference) {
  if (!difference.differs()) return "The result is the same.";
  std::vector<std::string> counts;
  for (const PartDifference& each : difference.parts) {
    if (!each.changes.empty()) counts.push_back(counted_part(each.part, each.changes.size()));
  }
  if (difference.order) counts.emplace_back("the order of steps");
  return fmt::format("The result differs: {}.", fmt::join(counts, ", "));
}

std::string same_sentence(const ResolutionDifference& difference) {
  std::vector<std::string> counts;
  for (const PartDifference& each : difference.parts) {
    if (each.same > 0) counts.push_back(counted_part(each.part, each.same));
  }
  if (difference.same_facts > 0) counts.push_back(counted(difference.same_facts, "fact", "facts"));
  return counts.empty() ? "" : fmt::format("The same: {}.", fmt::join(counts, ", "));
}

std::string shown_side(const std::optional<std::string>& side) {
  constexpr std::size_t most_bytes = 300;
  return side ? excerpt(*side, most_bytes) : "nothing";
}

std::vector<ChangedLine> shown_lines(const ChangedItem& item) {
  if (item.kind == ChangeKind::Changed) return item.lines;
  std::vector<ChangedLine> lines;
  std::copy_if(item.lines.begin(), item.lines.end(), std::back_inserter(lines),
               [](const ChangedLine& line) { return line.name == "answer"; });
  return lines;
}

std::string shown_title(const ChangedItem& item) {
  return item.title == item.name ? "" : item.title;
}

}  // namespace tsg
