// SPDX-License-Identifier: MIT
// `--facts` arguments into the Facts of one subject: which file is which document, when each was gathered,
// what time it is. docs/facts-format.md is the contract.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/catalogue.h"
#include "engine/model/facts.h"

namespace tsg {

enum class Strictness : std::uint8_t {
  Lenient,  // a path that cannot be trusted reads as Unknown, and the rest is used
  Strict,   // any warning or error about facts refuses them all
};

struct FactsRequest {
  std::vector<std::string> sources = {};  // FILE, KEY=FILE, FOLDER or -
  std::string now = {};                   // RFC 3339; stands for the fact `now` when it is not empty
  Strictness strictness = Strictness::Lenient;
  std::vector<std::string> without = {};  // documents left out of what the sources give
  std::string overlay = {};               // a JSON object of documents that stand for those of the sources
};

struct FactsLoading {
  Facts facts;  // keeps its texts alive; over the catalogue given, which must outlive it
  // Info says which file was taken as which document. A diagnostic may be an Error and yet nothing be
  // refused: a member given twice is one, and its path reads as Unknown.
  Diagnostics diagnostics = {};
  bool refused = false;  // a source could not be used, or Strictness::Strict found fault
};

FactsLoading load_facts(const Catalogue& catalogue, const FactsRequest& request);

// The same, of a text in memory that is an object whose members are documents; `file` names it in messages.
// Sources of the request are read after it.
FactsLoading load_facts_text(const Catalogue& catalogue, std::string_view file, std::string_view json,
                             const FactsRequest& request = {});

// Marks the documents older than their max-age as stale. A document whose time of gathering is not known, and
// any document while there is no `now`, is not.
void judge_age(Facts& facts);

}  // namespace tsg
