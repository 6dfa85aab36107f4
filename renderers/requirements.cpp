// SPDX-License-Identifier: MIT
#include "renderers/requirements.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/composer/shell_quote.h"
#include "engine/text/visible.h"

namespace tsg {

namespace {

constexpr std::size_t widest_path = 64;

std::string type_of(const CatalogueNode& node) {
  return std::string(name_of(node.type)) + (node.required ? "" : "?");
}

// "steps scope, sku; checks low-ink"
std::string readers_text(const Requirements& requirements, const std::vector<std::size_t>& readers) {
  std::string text;
  for (const FactReaderKind kind :
       {FactReaderKind::Step, FactReaderKind::Fork, FactReaderKind::Check, FactReaderKind::Values}) {
    std::string names;
    for (const std::size_t at : readers) {
      const FactReader& reader = requirements.readers[at];
      if (reader.kind != kind) continue;
      const std::string guide = reader.guide == requirements.guide ? "" : reader.guide + "#";
      names += (names.empty() ? "" : ", ") + guide + reader.id;
    }
    if (names.empty()) continue;
    const std::string_view plural = kind == FactReaderKind::Fork ? "" : "s";
    text += fmt::format("{}{}{} {}", text.empty() ? "" : "; ", name_of(kind), plural, names);
  }
  return visible(text);
}

std::string heading_of(const CatalogueDocument& document) {
  std::string heading =
      fmt::format("{}  class {}, cost {}", document.key, name_of(document.data_class), document.cost);
  if (document.max_age_seconds) heading += ", at most " + age_text(*document.max_age_seconds) + " old";
  return visible(heading);
}

std::string fact_line(const RequiredFact& fact, const CatalogueDocument& document, std::size_t width) {
  std::string line = fmt::format("    {:<{}}  {}", visible(fact.node.path), width, type_of(fact.node));
  if (fact.node.data_class != document.data_class)
    line += fmt::format(", class {}", name_of(fact.node.data_class));
  if (!fact.node.absent.empty()) line += ", absent: " + visible(fact.node.absent);
  return line + '\n';
}

std::string document_text(const Requirements& requirements, const RequiredDocument& required) {
  std::string text = "\n" + heading_of(required.document) + "\n  ";
  text += required.document.gather.empty() ? "given by hand: no command gathers it"
                                           : visible(shell_line(required.document.gather));
  text += "\n  for " + readers_text(requirements, required.readers) + "\n";
  std::size_t width = 0;
  for (const RequiredFact& fact : required.facts) {
    width = std::max(width, std::min(visible(fact.node.path).size(), widest_path));
  }
  for (const RequiredFact& fact : required.facts) text += fact_line(fact, required.document, width);
  return text;
}

}  // namespace

std::string age_text(std::int64_t seconds) {
  struct Unit {
    std::int64_t seconds = 1;
    char letter = 's';
  };
  constexpr std::array<Unit, 3> units = {{{86400, 'd'}, {3600, 'h'}, {60, 'm'}}};
  for (const Unit& unit : units) {
    // 24h reads better than 1d.
    if (seconds % unit.seconds == 0 && seconds > unit.seconds) {
      return fmt::format("{}{}", seconds / unit.seconds, unit.letter);
    }
  }
  return fmt::format("{}s", seconds);
}

std::string requirements_text(const Requirements& requirements) {
  std::string text =
      visible(fmt::format("guide {}, version {}: it can read {} document{}", requirements.guide,
                          requirements.guide_version, requirements.documents.size(),
                          requirements.documents.size() == 1 ? "" : "s")) +
      '\n';
  for (const RequiredDocument& required : requirements.documents)
    text += document_text(requirements, required);
  return text;
}

}  // namespace tsg
