// SPDX-License-Identifier: MIT
// The catalogue of a rule domain: which fact paths exist, their types, how each document is gathered.
// Compiled to a tree of nodes; facts are stored in columns by it (facts.h), and rules can read nothing else.
//
//   applicationGateway                                  Object, a document
//     name                                              String
//     backendAddressPools                               List
//       []                                              Object, the list's item
//         name                                          String
//   serviceTags                                         Map, a document
//     {}                                                List, the map's item
//       []                                              String
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/data_class.h"
#include "engine/text/place.h"

namespace tsg {

enum class FactType : std::uint8_t { Object, List, Map, String, Integer, Number, Boolean, DateTime };

std::string_view name_of(
    FactType type);  // "object", "list", "map", "string", "integer", "number", "boolean", "date-time"

constexpr bool is_container(FactType type) {
  return type == FactType::Object || type == FactType::List || type == FactType::Map;
}

using NodeIndex = std::uint32_t;
inline constexpr NodeIndex no_node = UINT32_MAX;

struct CatalogueNode {
  std::string name = {};  // the member's spelling in the catalogue; "[]" for a list's item, "{}" for a map's
  std::string path = {};  // as declared: "applicationGateway.backendAddressPools[].name"
  FactType type = FactType::Object;
  bool declared = false;  // it has an entry of its own; else it only stands above others
  // An absent or null value stops the rule. For what is not declared: a member below it is required.
  bool required = false;
  std::string absent = {};  // what absence means, when that is documented
  std::string see = {};     // the page that says so
  std::string sample = {};
  DataClass data_class = DataClass::Internal;  // its own, else its parent's, else its document's
  NodeIndex parent = no_node;
  std::vector<NodeIndex> members = {};  // of an Object, in the order of declaration
  NodeIndex item = no_node;             // of a List or a Map
  std::uint32_t document = 0;           // index into Catalogue::documents
  // Of an Object: which table of rows holds it. Of a member: its column in its parent's table.
  std::uint32_t shape = 0;
  std::uint32_t column = 0;
  Place place = {};

  bool operator==(const CatalogueNode&) const = default;
};

struct CatalogueDocument {
  std::string key = {};  // the top-level key of the facts: "applicationGateway"
  NodeIndex node = no_node;
  std::vector<std::string> gather = {};  // an argument list; {name} parts are filled by who runs it
  int cost = 1;
  DataClass data_class = DataClass::Internal;
  std::optional<std::int64_t> max_age_seconds = {};
  // `type` of the Azure resource it holds, or of several kinds: see docs/facts-format.md. Ignores ASCII case.
  std::vector<std::string> resource_types = {};
  Place place = {};
  bool operator==(const CatalogueDocument&) const = default;
};

struct Catalogue {
  std::string domain = {};
  std::string file = {};
  // nodes[0] is the root: an Object whose members are the documents, in the order of `documents`.
  std::vector<CatalogueNode> nodes = {};
  std::vector<CatalogueDocument> documents = {};
  std::vector<NodeIndex> shapes = {};  // shape -> the Object node it belongs to; shapes[0] == 0

  const CatalogueNode& node(NodeIndex index) const { return nodes[index]; }
  // A member by name, ignoring ASCII case; no_node when there is none. REQUIRES: nodes[object] is an Object
  NodeIndex member(NodeIndex object, std::string_view name) const;
  // The node of a declared path ("a.b[].c") or of a concrete one ("a.b[3].c"). Below a map, the key is what
  // stands between its dot and the rest that the map's item can still explain; a map of scalars takes all
  // that is left.
  NodeIndex find(std::string_view path) const;
  const CatalogueDocument* document_of(NodeIndex index) const;

  bool operator==(const Catalogue&) const = default;
};

}  // namespace tsg
