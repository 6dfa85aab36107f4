// SPDX-License-Identifier: MIT
// A catalogue from declared paths, as the loader would build it from facts.toml.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/catalogue.h"

namespace tsg::test {

class CatalogueBuilder {
 public:
  explicit CatalogueBuilder(std::string domain) {
    catalogue_.domain = std::move(domain);
    catalogue_.file = "rules/" + catalogue_.domain + "/facts.toml";
    catalogue_.nodes.push_back({});
    catalogue_.nodes[0].type = FactType::Object;
    catalogue_.shapes.push_back(0);
  }

  // "gateway.pools[].name" with "string", "string?", "integer", "object[]", "{}string", ...
  CatalogueBuilder& path(std::string_view path, std::string type,
                         DataClass data_class = DataClass::Internal) {
    const bool optional = !type.empty() && type.back() == '?';
    if (optional) type.pop_back();
    const std::string suffix = type.ends_with("[]") ? "[]" : type.starts_with("{}") ? "{}" : "";
    if (suffix == "[]") type.resize(type.size() - 2);
    if (suffix == "{}") type.erase(0, 2);
    const NodeIndex node = walk(path);
    set_type(node, suffix == "[]" ? FactType::List : suffix == "{}" ? FactType::Map : scalar(type));
    catalogue_.nodes[node].declared = true;
    catalogue_.nodes[node].required = !optional;
    catalogue_.nodes[node].data_class = data_class;
    if (suffix.empty()) return *this;
    const NodeIndex item = step(node, suffix);
    set_type(item, scalar(type));
    catalogue_.nodes[item].declared = true;
    catalogue_.nodes[item].required = true;
    catalogue_.nodes[item].data_class = data_class;
    return *this;
  }

  CatalogueBuilder& gather(std::string_view document, std::vector<std::string> arguments) {
    catalogue_.documents[document_at(document)].gather = std::move(arguments);
    return *this;
  }

  CatalogueBuilder& max_age(std::string_view document, std::int64_t seconds) {
    catalogue_.documents[document_at(document)].max_age_seconds = seconds;
    return *this;
  }

  // Shapes, columns, and what is required because a member below it is.
  Catalogue build() {
    for (NodeIndex node = static_cast<NodeIndex>(catalogue_.nodes.size()); node-- > 1;) raise_required(node);
    for (NodeIndex node = 0; node < catalogue_.nodes.size(); ++node) {
      CatalogueNode& each = catalogue_.nodes[node];
      for (std::uint32_t i = 0; i < each.members.size(); ++i) catalogue_.nodes[each.members[i]].column = i;
      if (node == 0 || each.type != FactType::Object) continue;
      each.shape = static_cast<std::uint32_t>(catalogue_.shapes.size());
      catalogue_.shapes.push_back(node);
    }
    return catalogue_;
  }

 private:
  static FactType scalar(const std::string& name) {
    for (const FactType type : {FactType::Object, FactType::List, FactType::Map, FactType::String,
                                FactType::Integer, FactType::Number, FactType::Boolean, FactType::DateTime}) {
      if (name_of(type) == name) return type;
    }
    throw std::invalid_argument(name);
  }

  void raise_required(NodeIndex node) {
    CatalogueNode& parent = catalogue_.nodes[catalogue_.nodes[node].parent];
    if (!parent.declared && catalogue_.nodes[node].required) parent.required = true;
  }

  std::uint32_t document_at(std::string_view key) const {
    for (std::uint32_t i = 0; i < catalogue_.documents.size(); ++i) {
      if (catalogue_.documents[i].key == key) return i;
    }
    throw std::invalid_argument(std::string(key));
  }

  void set_type(NodeIndex node, FactType type) { catalogue_.nodes[node].type = type; }

  NodeIndex step(NodeIndex parent, const std::string& name) {
    const bool item = name == "[]" || name == "{}";
    if (item) {
      set_type(parent, name == "[]" ? FactType::List : FactType::Map);
      if (catalogue_.nodes[parent].item != no_node) return catalogue_.nodes[parent].item;
    } else if (const NodeIndex known = catalogue_.member(parent, name); known != no_node) {
      return known;
    }
    const auto added = static_cast<NodeIndex>(catalogue_.nodes.size());
    CatalogueNode node;
    node.name = name;
    node.parent = parent;
    const std::string& above = catalogue_.nodes[parent].path;
    node.path = item || above.empty() ? above + name : above + "." + name;
    node.document = parent == 0 ? static_cast<std::uint32_t>(catalogue_.documents.size())
                                : catalogue_.nodes[parent].document;
    if (parent == 0) {
      CatalogueDocument document;
      document.key = name;
      document.node = added;
      catalogue_.documents.push_back(std::move(document));
    }
    catalogue_.nodes.push_back(std::move(node));
    if (item) {
      catalogue_.nodes[parent].item = added;
    } else {
      catalogue_.nodes[parent].members.push_back(added);
    }
    return added;
  }

  NodeIndex walk(std::string_view path) {
    NodeIndex at = 0;
    while (!path.empty()) {
      if (path.front() == '.') path.remove_prefix(1);
      const bool item = path.starts_with("[]") || path.starts_with("{}");
      const std::size_t end = item ? 2 : std::min(path.find_first_of(".[{"), path.size());
      at = step(at, std::string(path.substr(0, end)));
      path.remove_prefix(end);
    }
    return at;
  }

  Catalogue catalogue_;
};

}  // namespace tsg::test
