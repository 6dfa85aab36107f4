// SPDX-License-Identifier: MIT
// What a guide can read of the facts, and who in it reads it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"

namespace tsg {

enum class FactReaderKind : std::uint8_t { Step, Fork, Check, Values };
std::string_view name_of(FactReaderKind kind);  // "step", "for-each", "check", "value"

struct FactReader {
  FactReaderKind kind = FactReaderKind::Step;
  std::string guide = {};
  std::string id = {};    // of the step or check; the placeholder of Values
  std::string rule = {};  // "domain/id"; empty for Values
  bool operator==(const FactReader&) const = default;
};

struct RequiredFact {
  CatalogueNode node = {};
  std::vector<std::size_t> readers = {};  // indexes into Requirements::readers, ascending
  bool operator==(const RequiredFact&) const = default;
};

struct RequiredDocument {
  CatalogueDocument document = {};
  std::vector<RequiredFact> facts = {};   // in the catalogue's order
  std::vector<std::size_t> readers = {};  // of any of its facts
  bool operator==(const RequiredDocument&) const = default;
};

struct Requirements {
  std::string guide = {};
  std::string guide_version = {};
  std::vector<FactReader> readers = {};  // in the order of the guide's file; those of other guides last
  std::vector<RequiredDocument> documents = {};  // in the catalogue's order; only those that something reads
  bool operator==(const Requirements&) const = default;
};

// The {name} parts of the arguments that gather facts, each once, in order. A name is a letter and then
// letters, digits or underscores; other braces are no part of it.
std::vector<std::string> gather_parameters(const std::vector<std::string>& arguments);

}  // namespace tsg
