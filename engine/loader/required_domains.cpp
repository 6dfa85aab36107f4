// SPDX-License-Identifier: MIT
#include "engine/loader/required_domains.h"

#include <vector>

namespace tsg {

namespace {

bool names_module_of(const RuleSource& source, const std::string& domain) {
  for (const char quote : {'"', '\'', '['}) {
    if (source.text.find(quote + domain + ".") != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::set<std::string> domains_reached_from(const std::string& domain, std::span<const RuleSource> sources) {
  std::set<std::string> known;
  for (const RuleSource& source : sources) known.insert(source.domain);
  std::set<std::string> reached = {domain};
  std::vector<std::string> waiting = {domain};
  while (!waiting.empty()) {
    const std::string from = waiting.back();
    waiting.pop_back();
    for (const RuleSource& source : sources) {
      // Of another domain only the modules are reached.
      if (source.domain != from || (from != domain && !source.is_module)) continue;
      for (const std::string& other : known) {
        if (reached.count(other) > 0 || !names_module_of(source, other)) continue;
        reached.insert(other);
        waiting.push_back(other);
      }
    }
  }
  return reached;
}

}  // namespace tsg
