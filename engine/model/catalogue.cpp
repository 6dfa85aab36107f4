// SPDX-License-Identifier: MIT
#include "engine/model/catalogue.h"

#include "engine/text/ascii.h"

namespace tsg {

std::string_view name_of(FactType type) {
  switch (type) {
    case FactType::Object:
      return "object";
    case FactType::List:
      return "list";
    case FactType::Map:
      return "map";
    case FactType::String:
      return "string";
    case FactType::Integer:
      return "integer";
    case FactType::Number:
      return "number";
    case FactType::Boolean:
      return "boolean";
    case FactType::DateTime:
      return "date-time";
  }
  return "";
}

NodeIndex Catalogue::member(NodeIndex object, std::string_view name) const {
  for (const NodeIndex each : nodes[object].members) {
    const std::string& known = nodes[each].name;
    if (known.size() == name.size() && equal_ignoring_case(known, name)) return each;
  }
  return no_node;
}

namespace {

// Takes "[...]" off the front of `rest`; false when it does not begin with one.
bool take_index(std::string_view& rest) {
  if (!rest.starts_with('[')) return false;
  const std::size_t close = rest.find(']');
  if (close == std::string_view::npos) return false;
  rest.remove_prefix(close + 1);
  return true;
}

NodeIndex find_below(const Catalogue& catalogue, NodeIndex at, std::string_view rest);

NodeIndex find_in_object(const Catalogue& catalogue, NodeIndex object, std::string_view rest) {
  if (rest.starts_with('.')) rest.remove_prefix(1);
  const std::size_t end = rest.find_first_of(".[");
  const NodeIndex member = catalogue.member(object, rest.substr(0, end));
  if (member == no_node) return no_node;
  return find_below(catalogue, member, end == std::string_view::npos ? std::string_view() : rest.substr(end));
}

// Map keys may hold dots: the shortest key whose rest can be explained wins.
NodeIndex find_in_map(const Catalogue& catalogue, NodeIndex item, std::string_view rest) {
  if (rest.starts_with('.')) rest.remove_prefix(1);
  if (rest.starts_with("{}")) return find_below(catalogue, item, rest.substr(2));
  for (std::size_t end = rest.find_first_of(".["); end != std::string_view::npos;
       end = rest.find_first_of(".[", end + 1)) {
    const NodeIndex found = find_below(catalogue, item, rest.substr(end));
    if (found != no_node) return found;
  }
  return rest.empty() ? no_node : item;
}

NodeIndex find_below(const Catalogue& catalogue, NodeIndex at, std::string_view rest) {
  if (rest.empty()) return at;
  const CatalogueNode& node = catalogue.node(at);
  switch (node.type) {
    case FactType::Object:
      return find_in_object(catalogue, at, rest);
    case FactType::List:
      return take_index(rest) ? find_below(catalogue, node.item, rest) : no_node;
    case FactType::Map:
      return find_in_map(catalogue, node.item, rest);
    case FactType::String:
    case FactType::Integer:
    case FactType::Number:
    case FactType::Boolean:
    case FactType::DateTime:
      return no_node;
  }
  return no_node;
}

}  // namespace

NodeIndex Catalogue::find(std::string_view path) const {
  if (nodes.empty() || path.empty()) return no_node;
  return find_below(*this, 0, path);
}

const CatalogueDocument* Catalogue::document_of(NodeIndex index) const {
  if (index == 0 || index >= nodes.size()) return nullptr;
  return &documents[nodes[index].document];
}

}  // namespace tsg
