// SPDX-License-Identifier: MIT
#include "engine/composer/withholding.h"

#include "engine/composer/shell_quote.h"

namespace tsg {

bool may_see(Audience audience, DataClass data_class) {
  switch (audience) {
    case Audience::Agent:
      return true;
    case Audience::Customer:
      return data_class == DataClass::Public || data_class == DataClass::Customer;
  }
  return false;
}

DataClass class_of_path(const Pack& pack, std::string_view guide, std::string_view path) {
  const Guide* found = pack.guide(guide);
  const Catalogue* catalogue = found == nullptr ? nullptr : pack.catalogue(found->domain);
  if (catalogue == nullptr || catalogue->nodes.empty()) return DataClass::Internal;
  const NodeIndex node = catalogue->find(path);
  return node == no_node ? DataClass::Internal : catalogue->node(node).data_class;
}

std::vector<ComposedEvidence> visible_evidence(const std::vector<Evidence>& evidence, Audience audience) {
  std::vector<ComposedEvidence> visible;
  for (const Evidence& each : evidence) {
    const bool shown = may_see(audience, each.data_class);
    visible.push_back({.path = each.path,
                       .value = shown ? each.value : std::string(withheld_mark),
                       .gathered_at = each.gathered_at});
  }
  return visible;
}

std::vector<ComposedNeed> visible_needs(const std::vector<Need>& needs, const Pack& pack,
                                        std::string_view guide, Audience audience) {
  std::vector<ComposedNeed> visible;
  for (const Need& need : needs) {
    const bool hidden =
        audience == Audience::Customer && !may_see(audience, class_of_path(pack, guide, need.path));
    if (hidden) continue;
    visible.push_back({need.path, need.expected, need.found, shell_line(need.gather)});
  }
  return visible;
}

}  // namespace tsg
