// SPDX-License-Identifier: MIT
#include "engine/composer/resolution_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/composer/described_resolution.h"
#include "engine/composer/withholding.h"

namespace tsg {

namespace {

// The place of each thing by its name.
template <typename T>
std::map<std::string_view, std::size_t> places_of(const std::vector<T>& things) {
  std::map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < things.size(); ++i) places.emplace(things[i].name, i);
  return places;
}

void withhold(ChangedLine& line) {
  if (line.before) line.before = std::string(withheld_mark);
  if (line.after) line.after = std::string(withheld_mark);
}

ChangedLine changed_line(const DescribedLine* before, const DescribedLine* after) {
  const DescribedLine& either = before == nullptr ? *after : *before;
  ChangedLine line = {.name = either.name, .data_class = either.data_class, .audience = either.audience};
  if (before != nullptr) line.before = before->text;
  if (after != nullptr) {
    line.after = after->text;
    line.data_class = std::max(line.data_class, after->data_class);
  }
  if (line.data_class == DataClass::Secret) withhold(line);
  return line;
}

bool same(const DescribedLine& before, const DescribedLine& after) {
  return before.text == after.text && before.data_class == after.data_class;
}

// What is said is the same, and may be told to others.
ChangedLine changed_class(const DescribedLine& before, const DescribedLine& after) {
  const auto said = [](const DescribedLine& line) {
    return fmt::format("class {}", name_of(line.data_class));
  };
  return {.name = before.name,
          .before = said(before),
          .after = said(after),
          .data_class = std::max(before.data_class, after.data_class),
          .audience = Audience::Agent};
}

std::vector<ChangedLine> changed_lines(const std::vector<DescribedLine>& before,
                                       const std::vector<DescribedLine>& after) {
  std::vector<ChangedLine> changed;
  const auto now = places_of(after);
  for (const DescribedLine& each : before) {
    const auto found = now.find(each.name);
    const DescribedLine* other = found == now.end() ? nullptr : &after[found->second];
    if (other != nullptr && same(each, *other)) continue;
    const bool only_class = other != nullptr && other->text == each.text;
    changed.push_back(only_class ? changed_class(each, *other) : changed_line(&each, other));
  }
  const auto then = places_of(before);
  for (const DescribedLine& each : after) {
    if (then.find(each.name) == then.end()) changed.push_back(changed_line(nullptr, &each));
  }
  return changed;
}

PartDifference compare_part(ComparedPart part, const std::vector<DescribedItem>& before,
                            const std::vector<DescribedItem>& after) {
  PartDifference difference = {.part = part};
  const auto now = places_of(after);
  for (const DescribedItem& each : before) {
    const auto found = now.find(each.name);
    if (found == now.end()) {
      difference.changes.push_back({ChangeKind::Gone, each.name, each.title, changed_lines(each.lines, {})});
      continue;
    }
    const DescribedItem& other = after[found->second];
    std::vector<ChangedLine> lines = changed_lines(each.lines, other.lines);
    if (lines.empty()) {
      ++difference.same;
    } else {
      difference.changes.push_back({ChangeKind::Changed, each.name, other.title, std::move(lines)});
    }
  }
  const auto then = places_of(before);
  for (const DescribedItem& each : after) {
    if (then.find(each.name) == then.end())
      difference.changes.push_back({ChangeKind::New, each.name, each.title, changed_lines({}, each.lines)});
  }
  return difference;
}

// The names of those items that the others have too, in their order.
std::string common_order(const std::vector<DescribedItem>& items, const std::vector<DescribedItem>& others) {
  const auto there = places_of(others);
  std::string names;
  for (const DescribedItem& each : items) {
    if (there.find(each.name) == there.end()) continue;
    names += (names.empty() ? "" : ", ") + each.name;
  }
  return names;
}

void compare_order(const std::vector<DescribedItem>& before, const std::vector<DescribedItem>& after,
                   ResolutionDifference& difference) {
  std::string then = common_order(before, after);
  std::string now = common_order(after, before);
  if (then != now)
    difference.order = ChangedLine{.name = "order", .before = std::move(then), .after = std::move(now)};
}

void compare_facts(const Resolution& before, const Resolution& after, ResolutionDifference& difference) {
  const std::vector<DescribedLine> then = described_facts(before);
  const std::vector<DescribedLine> now = described_facts(after);
  difference.facts = changed_lines(then, now);
  std::erase_if(difference.facts, [](const ChangedLine& line) { return !line.before || !line.after; });
  const auto places = places_of(now);
  const auto read_twice = std::count_if(then.begin(), then.end(), [&places](const DescribedLine& line) {
    return places.find(line.name) != places.end();
  });
  difference.same_facts = static_cast<std::size_t>(read_twice) - difference.facts.size();
}

void keep_seen(std::vector<ChangedLine>& lines, Audience audience) {
  if (audience == Audience::Agent) return;
  std::erase_if(lines, [](const ChangedLine& line) { return line.audience == Audience::Agent; });
  for (ChangedLine& line : lines) {
    if (!may_see(audience, line.data_class)) withhold(line);
  }
}

}  // namespace

std::string_view name_of(ChangeKind kind) {
  switch (kind) {
    case ChangeKind::Gone:
      return "gone";
    case ChangeKind::New:
      return "new";
    case ChangeKind::Changed:
      return "changed";
  }
  return {};
}

std::string_view name_of(ComparedPart part) {
  switch (part) {
    case ComparedPart::Outcomes:
      return "outcomes";
    case ComparedPart::Checks:
      return "checks";
    case ComparedPart::Questions:
      return "questions";
    case ComparedPart::Steps:
      return "steps";
    case ComparedPart::Errors:
      return "errors";
    case ComparedPart::Warnings:
      return "warnings";
  }
  return {};
}

bool ResolutionDifference::differs() const {
  return order || std::any_of(parts.begin(), parts.end(),
                              [](const PartDifference& part) { return !part.changes.empty(); });
}

ResolutionDifference compare_resolutions(const Resolution& before, const Resolution& after) {
  ResolutionDifference difference = {.guide = after.guide, .title = after.guide_title};
  difference.making = changed_lines(described_making(before), described_making(after));
  const std::vector<DescribedItem> then = described_visits(before);
  const std::vector<DescribedItem> now = described_visits(after);
  difference.parts = {
      compare_part(ComparedPart::Outcomes, described_outcomes(before), described_outcomes(after)),
      compare_part(ComparedPart::Checks, described_checks(before), described_checks(after)),
      compare_part(ComparedPart::Questions, described_questions(before), described_questions(after)),
      compare_part(ComparedPart::Steps, then, now),
      compare_part(ComparedPart::Errors, described_messages(before.errors), described_messages(after.errors)),
      compare_part(ComparedPart::Warnings, described_messages(before.warnings),
                   described_messages(after.warnings))};
  compare_order(then, now, difference);
  compare_facts(before, after, difference);
  return difference;
}

ResolutionDifference seen_by(ResolutionDifference difference, Audience audience) {
  if (audience == Audience::Agent) return difference;
  for (PartDifference& part : difference.parts) {
    if (part.part == ComparedPart::Errors || part.part == ComparedPart::Warnings) part = {.part = part.part};
    for (ChangedItem& item : part.changes) keep_seen(item.lines, audience);
    std::erase_if(part.changes, [](const ChangedItem& item) {
      return item.kind == ChangeKind::Changed && item.lines.empty();
    });
  }
  keep_seen(difference.facts, audience);
  return difference;
}

}  // namespace tsg
