// SPDX-License-Identifier: MIT
#include "engine/model/facts.h"

#include <catch2/catch.hpp>

using namespace tsg;

namespace {

// doc: {lists: [[{name}]], map: {}: {key: string}} by hand, as the loader would build it.
Catalogue nested() {
  Catalogue catalogue;
  const auto add = [&](std::string name, FactType type, NodeIndex parent) {
    const auto index = static_cast<NodeIndex>(catalogue.nodes.size());
    CatalogueNode node;
    node.name = std::move(name);
    node.type = type;
    node.parent = parent;
    catalogue.nodes.push_back(node);
    if (type == FactType::Object) {
      catalogue.nodes[index].shape = static_cast<std::uint32_t>(catalogue.shapes.size());
      catalogue.shapes.push_back(index);
    }
    if (parent == no_node) return index;
    CatalogueNode& above = catalogue.nodes[parent];
    if (above.type == FactType::Object) {
      catalogue.nodes[index].column = static_cast<std::uint32_t>(above.members.size());
      above.members.push_back(index);
    } else {
      above.item = index;
    }
    return index;
  };
  const NodeIndex root = add("", FactType::Object, no_node);
  const NodeIndex document = add("doc", FactType::Object, root);
  const NodeIndex lists = add("lists", FactType::List, document);
  const NodeIndex inner = add("[]", FactType::List, lists);
  const NodeIndex object = add("[]", FactType::Object, inner);
  add("name", FactType::String, object);
  const NodeIndex map = add("map", FactType::Map, document);
  const NodeIndex entry = add("{}", FactType::Map, map);
  add("{}", FactType::String, entry);
  const NodeIndex now = add("now", FactType::DateTime, root);
  catalogue.nodes[now].document = 1;
  catalogue.documents = {{.key = "doc", .node = document}, {.key = "now", .node = now}};
  return catalogue;
}

}  // namespace

TEST_CASE("rows and items know their places in lists of lists and maps of maps") {
  const Catalogue catalogue = nested();
  Facts facts(catalogue);
  const NodeIndex document = catalogue.find("doc");
  const NodeIndex inner = catalogue.find("doc.lists[]");
  const NodeIndex object = catalogue.find("doc.lists[][]");
  const NodeIndex name = catalogue.find("doc.lists[][].name");
  const NodeIndex entry = catalogue.member(document, "map") + 1;
  const NodeIndex text = entry + 1;
  REQUIRE(facts.add_rows(document, 0, 1) == 0);
  const std::uint32_t first = facts.add_items(inner, 2, 0);
  facts.add_rows(object, first, 1);
  const RowIndex second = facts.add_rows(object, first + 1, 3);
  CHECK(facts.path_of(name, 0) == "doc.lists[0][0].name");
  CHECK(facts.path_of(name, second + 2) == "doc.lists[1][2].name");
  CHECK(facts.row_path(object, second) == "doc.lists[1][0]");
  CHECK(facts.item_path(inner, first + 1) == "doc.lists[1]");
  CHECK(facts.row_count(object) == 4);
  const std::uint32_t outer = facts.add_items(entry, 1, 0);
  facts.set_map_key(entry, outer, "a.b");
  const std::uint32_t value = facts.add_items(text, 2, outer);
  facts.set_map_key(text, value + 1, "c");
  CHECK(facts.item_path(text, value + 1) == "doc.map.a.b.c");
}

TEST_CASE("a path finds its node, concrete or declared, without case") {
  const Catalogue catalogue = nested();
  const NodeIndex name = catalogue.find("doc.lists[][].name");
  CHECK(catalogue.node(name).name == "name");
  CHECK(catalogue.find("DOC.Lists[3][17].NAME") == name);
  CHECK(catalogue.node(catalogue.find("doc.map.x")).name == "{}");
  CHECK(catalogue.find("doc.map.{}.{}") == catalogue.find("doc.map.x.y"));
  for (const char* path : {"", "x", "doc.", "doc.list", "doc.lists.name", "doc.lists[", "doc.lists[0].name",
                           "doc.lists[0][0].nam", "now.x", "doc.map."}) {
    INFO(path);
    CHECK(catalogue.find(path) == no_node);
  }
  CHECK(catalogue.document_of(name)->key == "doc");
  CHECK(catalogue.document_of(0) == nullptr);
}

TEST_CASE("cleared facts are absent again") {
  const Catalogue catalogue = nested();
  Facts facts(catalogue);
  const NodeIndex now = catalogue.find("now");
  const std::string text = "2026-11-20T12:00:00Z";
  FactCell& cell = facts.cell(now, 0);
  cell.state = CellState::Present;
  cell.text = text.data();
  cell.size = static_cast<std::uint32_t>(text.size());
  facts.set_stale(1);
  facts.set_gathering(0, {"a", "b", "c"});
  CHECK(facts.now() == text);
  CHECK(facts.state_of(now, 0) == CellState::Stale);
  facts.clear();
  CHECK(facts.now().empty());
  CHECK(facts.state_of(now, 0) == CellState::Absent);
  CHECK(facts.gathering(0) == Gathering{});
  CHECK(facts.row_count(0) == 1);
}
