// SPDX-License-Identifier: MIT
#include "engine/lua/rule_library.h"

namespace tsg::lua {

RuleLibrary::RuleLibrary(std::span<const RuleSource> sources, std::span<const Catalogue> catalogues)
    : catalogues_(catalogues) {
  for (const RuleSource& source : sources) {
    (source.is_module ? modules_ : rules_).emplace(source.domain + "/" + source.id, &source);
  }
}

const RuleSource* RuleLibrary::found(const ByName& sources, std::string_view name) {
  const auto source = sources.find(name);
  return source == sources.end() ? nullptr : source->second;
}

const Catalogue* RuleLibrary::catalogue(std::string_view domain) const {
  for (const Catalogue& catalogue : catalogues_) {
    if (catalogue.domain == domain) return &catalogue;
  }
  return nullptr;
}

std::vector<std::string> RuleLibrary::rule_names() const {
  std::vector<std::string> names;
  for (const auto& [name, source] : rules_) names.push_back(name);
  return names;
}

const RuleSource* RuleLibrary::module(std::string_view name, std::string_view asking) const {
  const std::size_t dot = name.find('.');
  if (dot == std::string_view::npos) return nullptr;
  const std::string_view domain = name.substr(0, dot);
  const std::string whole =
      std::string(domain == "lib" ? asking : domain).append("/lib").append(name.substr(dot));
  return found(modules_, whole);
}

std::vector<std::string> RuleLibrary::module_names(std::string_view asking) const {
  std::vector<std::string> names;
  for (const auto& [name, source] : modules_) names.push_back(module_name(*source, asking));
  return names;
}

}  // namespace tsg::lua
