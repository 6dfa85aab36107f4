// SPDX-License-Identifier: MIT
// What changed from one resolution to another: has the repair worked, what does the new version of a guide
// say otherwise. Compared item by item: steps by guide, id and subject, outcomes by target and subject,
// questions by step, checks by id, facts by path. Resolutions of different guides are compared all the same.
//
//   const ResolutionDifference all = compare_resolutions(before, after);
//   std::string text = difference_terminal(seen_by(all, Audience::Agent), {});
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/resolution.h"

namespace tsg {

// One thing that is said of an item before and after; nothing where it was not said.
struct ChangedLine {
  std::string name = {};  // described_resolution.h
  std::optional<std::string> before = {};
  std::optional<std::string> after = {};
  DataClass data_class = DataClass::Public;  // the higher of both
  Audience audience = Audience::Customer;    // Agent: for agents only
  bool operator==(const ChangedLine&) const = default;
};

enum class ChangeKind : std::uint8_t { Gone, New, Changed };
std::string_view name_of(ChangeKind kind);  // "gone", "new", "changed"

struct ChangedItem {
  ChangeKind kind = ChangeKind::Changed;
  std::string name = {};
  std::string title = {};  // as it is now
  // Of what is gone or new all that was said of it.
  std::vector<ChangedLine> lines = {};
  bool operator==(const ChangedItem&) const = default;
};

enum class ComparedPart : std::uint8_t { Outcomes, Checks, Questions, Steps, Errors, Warnings };
inline constexpr std::size_t compared_parts = 6;
std::string_view name_of(ComparedPart part);  // "outcomes", "checks", "questions", "steps", ...

struct PartDifference {
  ComparedPart part = ComparedPart::Outcomes;
  std::vector<ChangedItem> changes = {};  // in the order before; what is new behind, in the order after
  std::size_t same = 0;
  bool operator==(const PartDifference&) const = default;
};

struct ResolutionDifference {
  std::string guide = {};  // of the second
  std::string title = {};
  // Guide, version, program, time. Different ones make no other result.
  std::vector<ChangedLine> making = {};
  std::vector<PartDifference> parts = {};  // one for each ComparedPart, in its order
  // The steps that both met, where their order differs: names, as they were and are.
  std::optional<ChangedLine> order = {};
  // Facts that rules read both times, with other values. They say why; they are no result.
  std::vector<ChangedLine> facts = {};
  std::size_t same_facts = 0;

  // A result differs: anything in `parts` or `order`.
  bool differs() const;
  bool operator==(const ResolutionDifference&) const = default;
};

// Values of class secret are withheld_mark on both sides. Costs O(n log n) of the items.
ResolutionDifference compare_resolutions(const Resolution& before, const Resolution& after);

// What an audience may see of it. Customers do not see rules, reasons, messages, needs, warnings and errors;
// of a value of class internal, that it changed.
ResolutionDifference seen_by(ResolutionDifference difference, Audience audience);

}  // namespace tsg
