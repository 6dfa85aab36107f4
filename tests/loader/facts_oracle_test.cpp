// SPDX-License-Identifier: MIT
// Facts against a plain reading: random JSON over a random catalogue, walked by a few lines that know nothing
// of slots, columns or simdjson.
#include <algorithm>
#include <catch2/catch.hpp>
#include <memory>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "engine/loader/facts_writer.h"
#include "engine/text/ascii.h"
#include "engine/text/json_writer.h"
#include "tests/loader/facts_reading.h"

using namespace tsg;

namespace {

struct Json {
  enum Kind { Null, Boolean, Integer, Number, String, Array, Object } kind = Null;
  std::int64_t integer = 0;
  std::string string = {};
  std::vector<std::pair<std::string, Json>> members = {};  // an Array's have no names
};

bool operator==(const Json& a, const Json& b) {
  if (a.kind != b.kind || a.integer != b.integer || a.string != b.string ||
      a.members.size() != b.members.size()) {
    return false;
  }
  if (a.kind == Json::Array) return a.members == b.members;
  std::vector<bool> used(b.members.size());
  for (const auto& each : a.members) {
    bool found = false;
    for (std::size_t i = 0; i < b.members.size() && !found; ++i) {
      if (used[i] || !(b.members[i] == each)) continue;
      used[i] = found = true;
    }
    if (!found) return false;
  }
  return true;
}

void write(const Json& json, JsonWriter& out) {
  switch (json.kind) {
    case Json::Null:
      out.null();
      return;
    case Json::Boolean:
      out.boolean(json.integer != 0);
      return;
    case Json::Integer:
      out.integer(json.integer);
      return;
    case Json::Number:
      out.number(static_cast<double>(json.integer) + 0.5);
      return;
    case Json::String:
      out.string(json.string);
      return;
    case Json::Array:
      out.begin_array();
      break;
    case Json::Object:
      out.begin_object();
      break;
  }
  for (const auto& [name, value] : json.members) {
    if (json.kind == Json::Object) out.key(name);
    write(value, out);
  }
  json.kind == Json::Array ? out.end_array() : out.end_object();
}

class Maker {
 public:
  explicit Maker(unsigned seed) : random_(seed) {}
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  // A catalogue of names a to e, with lists and maps, nested up to four times.
  std::string catalogue() {
    paths_.clear();
    members("", 0);
    std::string text = "[doc.paths]\n";
    for (const std::string& path : paths_) text += path + "\n";
    return text;
  }

  Json value(int depth) {
    Json json;
    json.kind = static_cast<Json::Kind>(depth == 0 ? 5 + below(2) : below(depth > 5 ? 5 : 7));
    if (json.kind != Json::Null && json.kind < Json::String) json.integer = below(2);
    if (json.kind == Json::String)
      json.string = below(4) == 0 ? "2026-11-20T12:00:00Z" : std::string(1, letter());
    if (json.kind < Json::Array) return json;
    const int count = below(9);
    const bool careful = below(4) != 0;  // no name twice
    for (int i = 0; i < count; ++i) {
      std::string member = json.kind == Json::Object ? name() : "";
      if (json.kind == Json::Object && careful && names(json, member)) continue;
      json.members.emplace_back(std::move(member), value(depth + 1));
    }
    if (json.kind == Json::Object && below(3) == 0) json.members.emplace_back("properties", value(depth + 1));
    if (json.kind == Json::Object && below(5) == 0) json.members.emplace_back("value", value(depth + 1));
    return json;
  }

 private:
  static bool names(const Json& object, std::string_view name) {
    return std::any_of(object.members.begin(), object.members.end(),
                       [name](const auto& each) { return equal_ignoring_case(each.first, name); });
  }
  char letter() { return static_cast<char>('a' + below(5)); }
  std::string name() {
    if (below(12) == 0) return "Properties";
    return below(6) == 0 ? std::string(1, static_cast<char>('A' + below(5))) : std::string(1, letter());
  }

  void members(const std::string& path, int depth) {
    for (char c = 'a'; c < 'f'; ++c) {
      if (below(3) != 0) node(path.empty() ? std::string(1, c) : path + "." + c, depth + 1);
    }
    if (path.empty() && paths_.empty()) node("a", depth + 1);
  }

  void node(const std::string& path, int depth) {
    const int kind = below(depth > 3 ? 5 : 9);
    const char* scalars[] = {"string", "integer", "number", "boolean", "date-time"};
    if (kind < 5) paths_.push_back("\"" + path + "\" = \"" + scalars[kind] + "?\"");
    if (kind == 5) node(path + "[]", depth + 1);
    if (kind == 6) node(path + ".{}", depth + 1);
    if (kind > 6) {
      paths_.push_back("\"" + path + "\" = \"object?\"");
      members(path, depth);
    }
  }

  std::mt19937 random_;
  std::vector<std::string> paths_ = {};
};

// The brute-force reading: compares cell by cell.
class Oracle {
 public:
  Oracle(const Catalogue& catalogue, const Facts& facts) : catalogue_(catalogue), facts_(facts) {}

  void document(const Json& value) {
    const NodeIndex node = catalogue_.find("doc");
    const FactCell& cell = facts_.cell(node, 0);
    const bool list = catalogue_.node(node).type == FactType::List;
    if (value.kind == Json::Null || (value.kind == Json::Array && value.members.empty() && !list)) {
      expect(cell, list ? CellState::Present : CellState::Null);
      return;
    }
    check(node, 0, cell, value);
  }

  int conflicts = 0;
  int present = 0;

 private:
  struct Given {
    const Json* object;
    const Json* value;
    bool spoilt;
  };

  static void flatten(const Json& object, bool merge, bool spoilt,
                      std::vector<std::pair<std::string, Given>>& out) {
    int properties = 0;
    for (const auto& [name, value] : object.members) {
      properties += merge && equal_ignoring_case(name, "properties") && value.kind == Json::Object;
    }
    for (const auto& [name, value] : object.members) {
      if (merge && equal_ignoring_case(name, "properties") && value.kind == Json::Object) {
        flatten(value, merge, spoilt || properties > 1, out);
      } else {
        out.push_back({ascii_lowered(name), {&object, &value, spoilt}});
      }
    }
  }

  void expect(const FactCell& cell, CellState state) {
    CHECK(static_cast<int>(cell.state) == static_cast<int>(state));
    conflicts += state == CellState::Conflict;
    present += state == CellState::Present;
  }

  void row(NodeIndex object, RowIndex row, const Json& value) {
    std::vector<std::pair<std::string, Given>> given;
    flatten(value, catalogue_.member(object, "properties") == no_node, false, given);
    for (const NodeIndex member : catalogue_.node(object).members) {
      const FactCell& cell = facts_.cell(member, row);
      INFO(facts_.path_of(member, row));
      CHECK(catalogue_.find(facts_.path_of(member, row)) == member);
      const Given* first = nullptr;
      bool conflict = false;
      for (const auto& [name, each] : given) {
        if (name != catalogue_.node(member).name) continue;
        conflict = conflict || each.spoilt ||
                   (first && (first->object == each.object || !(*first->value == *each.value)));
        if (!first) first = &each;
      }
      if (!first) {
        expect(cell, CellState::Absent);
      } else if (conflict) {
        expect(cell, CellState::Conflict);
      } else {
        check(member, row, cell, *first->value);
      }
    }
  }

  void check(NodeIndex node, std::uint32_t at, const FactCell& cell, const Json& value) {
    static_cast<void>(at);
    if (value.kind == Json::Null) return expect(cell, CellState::Null);
    switch (catalogue_.node(node).type) {
      case FactType::Object:
        return object(node, cell, value);
      case FactType::List:
        return list(node, cell, value);
      case FactType::Map:
        return map(node, cell, value);
      case FactType::String:
        return expect(cell, right(value.kind == Json::String));
      case FactType::Integer:
        return expect(cell, right(value.kind == Json::Integer));
      case FactType::Number:
        return expect(cell, right(value.kind == Json::Integer || value.kind == Json::Number));
      case FactType::Boolean:
        return expect(cell, right(value.kind == Json::Boolean));
      case FactType::DateTime:
        return expect(cell, right(value.kind == Json::String && value.string.size() > 1));
    }
  }

  static CellState right(bool is) { return is ? CellState::Present : CellState::WrongType; }

  void object(NodeIndex node, const FactCell& cell, const Json& value) {
    expect(cell, right(value.kind == Json::Object));
    if (value.kind == Json::Object) row(node, cell.first, value);
  }

  void list(NodeIndex node, const FactCell& cell, const Json& value) {
    const Json* items = value.kind == Json::Array ? &value : nullptr;
    for (const auto& [name, member] : value.members) {
      if (value.kind != Json::Object || !equal_ignoring_case(name, "value")) continue;
      if (items) return expect(cell, CellState::Conflict);
      if (member.kind == Json::Array) items = &member;
    }
    expect(cell, right(items != nullptr));
    if (items == nullptr) return;
    REQUIRE(cell.size == items->members.size());
    for (std::uint32_t i = 0; i < cell.size; ++i)
      item(catalogue_.node(node).item, cell.first + i, items->members[i].second);
  }

  void item(NodeIndex node, std::uint32_t at, const Json& value) {
    if (catalogue_.node(node).type != FactType::Object) {
      CHECK(catalogue_.find(facts_.item_path(node, at)) == node);
      return check(node, at, facts_.item(node, at), value);
    }
    if (value.kind == Json::Object) return row(node, at, value);
    for (const NodeIndex member : catalogue_.node(node).members)
      expect(facts_.cell(member, at), CellState::WrongType);
  }

  void map(NodeIndex node, const FactCell& cell, const Json& value) {
    expect(cell, right(value.kind == Json::Object));
    if (value.kind != Json::Object) return;
    std::vector<std::string> keys;
    for (const auto& [name, member] : value.members) keys.push_back(name);
    std::sort(keys.begin(), keys.end());
    const std::vector<std::string> all = keys;
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    REQUIRE(cell.size == keys.size());
    for (std::uint32_t i = 0; i < cell.size; ++i) {
      const NodeIndex below = catalogue_.node(node).item;
      CHECK(facts_.map_key(below, cell.first + i) == keys[i]);
      if (std::count(all.begin(), all.end(), keys[i]) > 1) continue;
      for (const auto& [name, member] : value.members) {
        if (name == keys[i]) item(below, cell.first + i, member);
      }
    }
  }

  const Catalogue& catalogue_;
  const Facts& facts_;
};

}  // namespace

TEST_CASE("facts say of every declared path what a plain reading says") {
  int conflicts = 0;
  int present = 0;
  for (unsigned seed = 1; seed <= 60; ++seed) {
    Maker maker(seed);
    ReadFacts read(maker.catalogue());
    for (int round = 0; round < 60; ++round) {
      const Json value = maker.value(0);
      JsonWriter json;
      json.begin_object().key("doc");
      write(value, json);
      json.end_object();
      INFO(seed << " " << json.text());
      read.read(json.text());
      REQUIRE(read.accepted);
      Oracle oracle(*read.catalogue, read.facts);
      oracle.document(value);
      CHECK((oracle.conflicts > 0 ? !read.diagnostics.empty() : true));
      conflicts += oracle.conflicts;
      present += oracle.present;
    }
  }
  // The test would say nothing if random texts never met the catalogue.
  CHECK(conflicts > 100);
  CHECK(present > 2000);
}

TEST_CASE("facts that were written and read again are the same") {
  int conflicts = 0;
  for (unsigned seed = 1; seed <= 40; ++seed) {
    Maker maker(seed);
    const std::string catalogue = maker.catalogue();
    ReadFacts first(catalogue);
    ReadFacts second(catalogue);
    for (int round = 0; round < 40; ++round) {
      const Json value = maker.value(0);
      JsonWriter json;
      json.begin_object().key("doc");
      write(value, json);
      json.end_object();
      first.read(json.text());
      const std::vector<KeptDocument> kept = write_facts(first.facts);
      INFO(seed << " " << json.text() << " " << join_documents(kept));
      second.read(join_documents(kept));
      REQUIRE(second.accepted);
      Oracle oracle(*second.catalogue, second.facts);
      oracle.document(value);
      CHECK(write_facts(second.facts) == kept);
      conflicts += oracle.conflicts;
    }
  }
  CHECK(conflicts > 50);
}

TEST_CASE("what is secret is not written, and is equal to what it was equal to") {
  ReadFacts first(
      "[doc]\nclass = \"secret\"\n[doc.paths]\na = \"string?\"\nb = \"string?\"\nc = \"string?\"\n"
      "d = \"integer?\"\ne = \"boolean?\"\nf = \"date-time?\"\n\"g.{}\" = \"number?\"\n\"h[]\" = "
      "\"string?\"\n");
  first.read(R"({"doc": {"a": "hunter2-a", "b": "hunter2-b", "c": "hunter2-a", "d": 4711, "e": true,
                 "f": "2026-11-20T12:00:00Z", "g": {"hunter2-key": 47.11}, "h": ["hunter2-b", 7], "other": "hunter2"}})");
  const std::string text = join_documents(write_facts(first.facts));
  for (const char* secret : {"hunter2", "4711", "47.11", "2026"}) {
    INFO(text);
    CHECK(text.find(secret) == std::string::npos);
  }
  ReadFacts second(
      "[doc]\nclass = \"secret\"\n[doc.paths]\na = \"string?\"\nb = \"string?\"\nc = \"string?\"\n"
      "d = \"integer?\"\ne = \"boolean?\"\nf = \"date-time?\"\n\"g.{}\" = \"number?\"\n\"h[]\" = "
      "\"string?\"\n");
  second.read(text);
  CHECK(second.string("doc.a") == second.string("doc.c"));
  CHECK(second.string("doc.a") != second.string("doc.b"));
  for (const char* path : {"doc.d", "doc.e", "doc.f", "doc.g", "doc.h"}) {
    INFO(path);
    CHECK(static_cast<int>(second.state(path)) == static_cast<int>(CellState::Present));
  }
  const FactCell& list = second.at("doc.h");
  const NodeIndex item = second.catalogue->find("doc.h[]");
  CHECK(second.facts.item(item, list.first).string() == second.string("doc.b"));
  CHECK(second.facts.item(item, list.first + 1).state == CellState::WrongType);
}
