// SPDX-License-Identifier: MIT
// Which documents of facts must be gathered before a rule can answer, by the `reads` of its contract.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "engine/model/facts.h"
#include "engine/model/pack.h"
#include "engine/model/rule.h"
#include "engine/model/verdict.h"

namespace tsg {

class LackingDocuments {
 public:
  // Borrows all of it. `facts`: at most one for each domain; a domain without any has nothing gathered.
  LackingDocuments(const Pack& pack, const RuleRunner& rules, std::span<const Facts* const> facts)
      : pack_(pack), rules_(rules), facts_(facts) {}

  // Documents under the `reads` of "domain/rule" that are absent or too old, in the catalogue's order.
  // Nothing when no contract tells. A document that is `null` is there: it says that there is nothing.
  std::optional<std::vector<const CatalogueDocument*>> of(std::string_view rule) const;
  // Could gathering bring the rule on? Not when it lacks something of a document that is there.
  // REQUIRES: the verdict is that of the rule
  bool would_help(std::string_view rule, const Verdict& unknown) const;

 private:
  const Catalogue* catalogue_of(std::string_view rule) const;
  bool is_there(const Catalogue& catalogue, std::size_t document) const;
  bool lacks_document(const Catalogue& catalogue, const Need& need) const;

  const Pack& pack_;
  const RuleRunner& rules_;
  std::span<const Facts* const> facts_;
};

}  // namespace tsg
