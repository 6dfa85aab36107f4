// SPDX-License-Identifier: MIT
#include "engine/lua/read_access.h"

#include <algorithm>
#include <set>

namespace tsg::lua {

namespace {

bool is_item(const CatalogueNode& node) {
  return node.name == "[]" || node.name == "{}";
}

}  // namespace

std::string prefix_of(const Catalogue& catalogue, NodeIndex node) {
  std::string prefix;
  for (NodeIndex at = node; at != 0 && at != no_node; at = catalogue.node(at).parent) {
    const CatalogueNode& each = catalogue.node(at);
    if (is_item(each)) continue;
    prefix = prefix.empty() ? each.name : each.name + "." + prefix;
  }
  return prefix;
}

NodeIndex node_of_prefix(const Catalogue& catalogue, std::string_view prefix) {
  for (NodeIndex node = 1; node < catalogue.nodes.size(); ++node) {
    if (!is_item(catalogue.node(node)) && prefix_of(catalogue, node) == prefix) return node;
  }
  return no_node;
}

std::vector<std::string> prefixes_of(const Catalogue& catalogue) {
  std::set<std::string> prefixes;
  for (NodeIndex node = 1; node < catalogue.nodes.size(); ++node) prefixes.insert(prefix_of(catalogue, node));
  return {prefixes.begin(), prefixes.end()};
}

void allow(ReadAccess& access, const Catalogue& catalogue, NodeIndex node) {
  access.resize(catalogue.nodes.size(), Access::Outside);
  for (NodeIndex at = catalogue.node(node).parent; at != no_node; at = catalogue.node(at).parent) {
    if (access[at] == Access::Outside) access[at] = Access::Above;
    if (at == 0) break;
  }
  std::vector<NodeIndex> open = {node};
  while (!open.empty()) {
    const CatalogueNode& each = catalogue.node(open.back());
    access[open.back()] = Access::Inside;
    open.pop_back();
    open.insert(open.end(), each.members.begin(), each.members.end());
    if (each.item != no_node) open.push_back(each.item);
  }
}

DataClass highest_class(const ReadAccess& access, const Catalogue& catalogue) {
  DataClass highest = DataClass::Public;
  for (NodeIndex node = 1; node < access.size(); ++node) {
    const CatalogueNode& each = catalogue.node(node);
    if (access[node] != Access::Inside || is_container(each.type)) continue;
    highest = std::max(highest, each.data_class);
  }
  return highest;
}

}  // namespace tsg::lua
