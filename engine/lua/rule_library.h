// SPDX-License-Identifier: MIT
// The sources a rule engine was made from, found by name.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"
#include "engine/model/rule.h"

namespace tsg::lua {

// Borrows the sources and catalogues, which must outlive it.
class RuleLibrary {
 public:
  RuleLibrary(std::span<const RuleSource> sources, std::span<const Catalogue> catalogues);

  const RuleSource* rule(std::string_view name) const { return found(rules_, name); }  // "domain/id"
  // "lib.x" of the domain that asks, or "<domain>.x" of any.
  const RuleSource* module(std::string_view name, std::string_view asking) const;
  const Catalogue* catalogue(std::string_view domain) const;
  std::vector<std::string> rule_names() const;
  // All modules as a file of this domain names them.
  std::vector<std::string> module_names(std::string_view asking) const;

 private:
  using ByName = std::map<std::string, const RuleSource*, std::less<>>;
  static const RuleSource* found(const ByName& sources, std::string_view name);

  ByName rules_;
  ByName modules_;
  std::span<const Catalogue> catalogues_;
};

}  // namespace tsg::lua
