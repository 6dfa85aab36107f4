// SPDX-License-Identifier: MIT
// The registry of message codes. A code, once published, keeps its number and its meaning.
#pragma once

#include <cstdint>
#include <string_view>

namespace tsg {

enum class Severity : std::uint8_t { Error, Warning, Info };

// id: "TSG" and three digits; the first digit says whose it is: 1 articles, 2 Markdown, 3 facts and
// catalogues, 4 rules, 5 packs and guides, 6 evaluation and rendering, 7 scenarios (75x: templates of pages),
// 8 what authors are advised, 9 the machine. title: the problem in one lower-case phrase, as docs/diagnostics
// lists it. ref: the rule's id in the count of what authors really get wrong ("H08"), where it has one.
struct Code {
  std::string_view id = {};
  Severity severity = Severity::Error;
  std::string_view title = {};
  std::string_view ref = {};
  constexpr bool operator==(const Code&) const = default;
};

}  // namespace tsg
