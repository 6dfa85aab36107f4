// SPDX-License-Identifier: MIT
// Collects the facts a traced run reads: each path once, in the order of first reading.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "engine/model/facts.h"
#include "engine/model/verdict.h"

namespace tsg::lua {

class EvidenceRecorder {
 public:
  // Borrows `facts`, which must outlive it.
  explicit EvidenceRecorder(const Facts& facts) : facts_(&facts) {}

  // `node` tells class and document; `value` is cut to limits::evidence_bytes. After limits::evidence_entries
  // the rest is left out.
  void record(NodeIndex node, std::string path, std::string_view value);
  std::vector<Evidence> take() { return std::move(entries_); }

 private:
  const Facts* facts_;
  std::vector<Evidence> entries_;
  std::unordered_set<std::string> seen_;
};

// `text` cut to at most limits::evidence_bytes on a character's border, with a mark that says so.
std::string cut_for_evidence(std::string_view text);

}  // namespace tsg::lua
