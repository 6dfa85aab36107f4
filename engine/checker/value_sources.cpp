// SPDX-License-Identifier: MIT
#include "engine/checker/value_sources.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t longest_alias_chain = 16;  // as engine/evaluator/value_chain.cpp has it

const ValueSource* line_for(const Guide& guide, std::string_view name) {
  const auto found = std::find_if(guide.values.begin(), guide.values.end(), [name](const ValueSource& each) {
    return equal_ignoring_case(each.name, name);
  });
  return found == guide.values.end() ? nullptr : &*found;
}

}  // namespace

bool always_there(const Catalogue& catalogue, std::string_view path) {
  NodeIndex at = catalogue.find(path);
  if (at == no_node || is_container(catalogue.node(at).type)) return false;
  if (catalogue.node(at).data_class == DataClass::Secret) return false;
  for (; catalogue.node(at).parent != no_node; at = catalogue.node(at).parent) {
    const NodeIndex above = catalogue.node(at).parent;
    if (!catalogue.node(at).required || catalogue.node(above).type != FactType::Object) return false;
  }
  return true;
}

ValueSources sources_of(const Pack& pack, const GuideSet& guides, std::string_view placeholder) {
  ValueSources sources;
  sources.names.push_back(ascii_lowered(placeholder));
  sources.always = names_insight(placeholder);
  std::size_t done = 0;
  for (std::size_t aliases = 0; aliases <= longest_alias_chain; ++aliases) {
    const std::size_t end = sources.names.size();
    for (; done < end; ++done) {
      for (const Guide* guide : guides) {
        const ValueSource* line = line_for(*guide, sources.names[done]);
        if (line == nullptr) continue;
        const Catalogue* catalogue = line->fact.empty() ? nullptr : pack.catalogue(guide->domain);
        if (catalogue != nullptr && always_there(*catalogue, line->fact)) sources.always = true;
        if (!line->fact.empty() || aliases == longest_alias_chain) continue;
        std::string name = ascii_lowered(line->placeholder);
        const auto known = std::find(sources.names.begin(), sources.names.end(), name);
        if (known == sources.names.end()) sources.names.push_back(std::move(name));
      }
    }
  }
  return sources;
}

}  // namespace tsg
