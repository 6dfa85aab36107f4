// SPDX-License-Identifier: MIT
// Facts back into JSON documents that may be kept: what the catalogue declares and nothing else, each secret
// replaced by a mark. Reading the documents again gives facts over which every rule says what it said before:
//
//   {"applicationGateway":{"name":"gw","sku":{"tier":"WAF_v2"}},"connection":{"sharedKey":"secret-1"}}
//
// A mark tells no more of a secret than a rule may know: that it is there, and which secrets are equal.
// A cell that could not be trusted (given twice, of another type, too long) is written so that it reads the
// same again, without its contents.
#pragma once

#include <string>
#include <vector>

#include "engine/model/facts.h"

namespace tsg {

// The text of one top-level document; `_gathered`, when anything is known of the gathering, is the last.
struct KeptDocument {
  std::string key = {};
  std::string json = {};
  bool operator==(const KeptDocument&) const = default;
};

// In the catalogue's order, each key once; documents that were not given are left out.
std::vector<KeptDocument> write_facts(const Facts& facts);

// One object whose members are the documents, as load_facts_text reads it.
std::string join_documents(const std::vector<KeptDocument>& documents);

}  // namespace tsg
