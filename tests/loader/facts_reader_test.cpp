// SPDX-License-Identifier: MIT
#include "tests/loader/facts_reading.h"

using namespace tsg;

namespace {

constexpr std::string_view gateway = R"(
[gateway]
[gateway.paths]
"name" = "string"
"count" = "integer?"
"weight" = "number?"
"on" = "boolean?"
"made" = "date-time?"
"sku.tier" = "string"
"zones" = "string[]?"
"pools[].name" = "string"
"pools[].members[].ipAddress" = "string?"
"tags" = "{}string?"
"grid" = "integer[][]?"
"rules" = "{}object?"
"rules.{}.access" = "string"
[numbers]
type = "integer[]"
[nsg.paths]
"[].name" = "string"
[tags.paths]
"{}" = "string[]"
)";

}  // namespace

TEST_CASE("az and REST shapes, in any order and case, give the same facts") {
  for (
      const char* json :
      {R"({"gateway": {"name": "g", "sku": {"tier": "v2"}, "zones": ["1", "2"]}})",
       R"({"GATEWAY": {"properties": {"ZONES": ["1", "2"], "Sku": {"TIER": "v2", "x": 1}}, "Name": "g"}})",
       R"({"gateway": {"Properties": {"sku": {"properties": {"tier": "v2"}}, "zones": {"value": ["1", "2"]}}, "name": "g"}})",
       R"({"gateway": {"name": "g", "properties": {"name": "g", "sku": {"tier": "v2"}, "zones": ["1", "2"]}}})"}) {
    INFO(json);
    ReadFacts read(gateway);
    read.read(json);
    CHECK(read.accepted);
    CHECK(read.diagnostics.empty());
    CHECK(read.string("gateway.name") == "g");
    CHECK(read.string("gateway.sku.tier") == "v2");
    const FactCell& zones = read.at("gateway.zones");
    REQUIRE(zones.size == 2);
    CHECK(read.facts.item(read.catalogue->find("gateway.zones[]"), zones.first + 1).string() == "2");
    CHECK(read.state("gateway.count") == CellState::Absent);
    CHECK(read.state("nsg") == CellState::Absent);
  }
}

TEST_CASE("a member given twice is a conflict with both places, whatever stands around it") {
  ReadFacts read(gateway);
  read.read(
      "{\"gateway\": {\n  \"name\": \"g\", \"properties\": {\"a\": [{}, 1]},\n  \"pools\": [{}, "
      "{\"members\": [\n"
      "    {\"ipAddress\": \"10.0.0.1\",\n     \"ipAddress\": \"10.0.0.2\"}]}]}}");
  CHECK(read.accepted);
  REQUIRE(read.diagnostics.size() == 1);
  const Diagnostic& found = read.diagnostics[0];
  CHECK(found.code.id == "TSG324");
  CHECK(found.message == "`gateway.pools[1].members[0].ipAddress` is given twice");
  CHECK(found.place.line == 5);
  CHECK(found.place.column == 6);
  CHECK(found.source_line.empty());
  REQUIRE(found.notes.size() == 1);
  CHECK(found.notes[0].place.line == 4);
  CHECK(found.notes[0].place.column == 6);
  CHECK(read.state("gateway.pools[].members[].ipAddress") == CellState::Conflict);
  CHECK(read.string("gateway.name") == "g");
}

TEST_CASE(
    "a member is given twice also by case, with equal values, in both of two `properties`, and as a "
    "document") {
  const std::pair<const char*, const char*> table[] = {
      {R"({"gateway": {"name": "a", "NAME": "a"}})", "gateway.name"},
      {R"({"gateway": {"properties": {"name": "a"}, "properties": {"name": "a"}}})", "gateway.name"},
      {R"({"gateway": {"properties": {"name": "a"}, "Properties": {}}})", "gateway.name"},
      {R"({"gateway": {"properties": {"name": "a", "name": "a"}}})", "gateway.name"},
      {R"({"gateway": {"name": "a"}, "Gateway": {"name": "a"}})", "gateway"},
      {R"({"numbers": {"value": [1], "value": [1]}})", "numbers"},
  };
  for (const auto& [json, path] : table) {
    INFO(json);
    ReadFacts read(gateway);
    read.read(json);
    CHECK(read.accepted);
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].code.id == "TSG324");
    CHECK(read.diagnostics[0].notes.size() == 1);
    CHECK(read.diagnostics[0].notes[0].place.range.begin < read.diagnostics[0].place.range.begin);
    CHECK(read.state(path) == CellState::Conflict);
  }
}

TEST_CASE("`properties` may repeat what stands above it, and must not disagree") {
  ReadFacts read(gateway);
  read.read(
      R"({"gateway": {"sku": {"a": 1, "tier": "x"}, "properties": {"sku": {"tier": "x", "a": 1.0}, "name": "p"}, "name": "q"}})");
  CHECK(read.string("gateway.sku.tier") == "x");
  CHECK(read.state("gateway.name") == CellState::Conflict);
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code.id == "TSG325");
  CHECK(read.diagnostics[0].message == "`gateway.name` has one value in `properties` and another above it");
}

TEST_CASE("a catalogue that declares `properties` gets it unmerged") {
  ReadFacts read("[a.paths]\n\"properties.x\" = \"string?\"\n\"x\" = \"string?\"\n");
  read.read(R"({"a": {"properties": {"x": "inner"}}})");
  CHECK(read.string("a.properties.x") == "inner");
  CHECK(read.state("a.x") == CellState::Absent);
}

TEST_CASE("keys of maps are data: neither folded, merged nor split") {
  ReadFacts read(gateway);
  read.read(
      R"({"tags": {"b": ["2"], "B": ["1"], "properties": ["3"], "Storage.WestUS": ["4", "5"], "value": []}})");
  CHECK(read.diagnostics.empty());
  const FactCell& tags = read.at("tags");
  REQUIRE(tags.size == 5);
  const NodeIndex list = read.catalogue->find("tags.{}");
  std::string keys;
  for (std::uint32_t i = 0; i < 5; ++i) keys += std::string(read.facts.map_key(list, tags.first + i)) + " ";
  CHECK(keys == "B Storage.WestUS b properties value ");
  const FactCell& west = read.facts.item(list, tags.first + 1);
  REQUIRE(west.size == 2);
  const NodeIndex text = read.catalogue->find("tags.{}[]");
  CHECK(read.facts.item(text, west.first + 1).string() == "5");
  CHECK(read.facts.item_path(text, west.first + 1) == "tags.Storage.WestUS[1]");
  CHECK(read.catalogue->find("tags.Storage.WestUS[1]") == text);
}

TEST_CASE("a key given twice in a map is one entry in conflict") {
  ReadFacts read(gateway);
  read.read(
      R"({"gateway": {"name": "g", "rules": {"x": {"access": "a"}, "y": {"access": "b"}, "x": {"access": "c"}, "x": 1}}})");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].message == "the key `x` is given twice in `gateway.rules`");
  const FactCell& rules = read.at("gateway.rules");
  CHECK(rules.size == 2);
  CHECK(read.state("gateway.rules.{}.access", rules.first) == CellState::Conflict);
  CHECK(read.string("gateway.rules.{}.access", rules.first + 1) == "b");
  CHECK(read.facts.path_of(read.catalogue->find("gateway.rules.{}.access"), rules.first + 1) ==
        "gateway.rules.y.access");
}

TEST_CASE("a value of another type is known to be wrong, and null to be null") {
  struct Case {
    const char* json;
    const char* path;
    CellState state;
    JsonKind found;
  };
  const Case table[] = {
      {R"({"gateway": {"name": 1}})", "gateway.name", CellState::WrongType, JsonKind::Integer},
      {R"({"gateway": {"name": null}})", "gateway.name", CellState::Null, JsonKind::Null},
      {R"({"gateway": {"count": 30.0}})", "gateway.count", CellState::Present, JsonKind::Number},
      {R"({"gateway": {"count": 1e2}})", "gateway.count", CellState::Present, JsonKind::Number},
      {R"({"gateway": {"count": 30.5}})", "gateway.count", CellState::WrongType, JsonKind::Number},
      {R"({"gateway": {"count": "30"}})", "gateway.count", CellState::WrongType, JsonKind::String},
      {R"({"gateway": {"count": 9223372036854775807}})", "gateway.count", CellState::Present,
       JsonKind::Integer},
      {R"({"gateway": {"count": 9223372036854775808}})", "gateway.count", CellState::WrongType,
       JsonKind::Integer},
      {R"({"gateway": {"count": 9.3e18}})", "gateway.count", CellState::WrongType, JsonKind::Number},
      {R"({"gateway": {"weight": 3}})", "gateway.weight", CellState::Present, JsonKind::Integer},
      {R"({"gateway": {"weight": 18446744073709551615}})", "gateway.weight", CellState::Present,
       JsonKind::Integer},
      {R"({"gateway": {"on": "true"}})", "gateway.on", CellState::WrongType, JsonKind::String},
      {R"({"gateway": {"on": true}})", "gateway.on", CellState::Present, JsonKind::Boolean},
      {R"({"gateway": {"made": "2026-11-20T12:00:00Z"}})", "gateway.made", CellState::Present,
       JsonKind::String},
      {R"({"gateway": {"made": "yesterday"}})", "gateway.made", CellState::WrongType, JsonKind::String},
      {R"({"gateway": {"sku": "v2"}})", "gateway.sku", CellState::WrongType, JsonKind::String},
      {R"({"gateway": {"sku": []}})", "gateway.sku", CellState::WrongType, JsonKind::Array},
      {R"({"gateway": {"zones": {}}})", "gateway.zones", CellState::WrongType, JsonKind::Object},
      {R"({"gateway": {"zones": {"value": 1}}})", "gateway.zones", CellState::WrongType, JsonKind::Object},
      {R"({"gateway": {"zones": []}})", "gateway.zones", CellState::Present, JsonKind::Array},
      {R"({"gateway": {"tags": []}})", "gateway.tags", CellState::WrongType, JsonKind::Array},
      {R"({"gateway": {"pools": ["10.0.0.1"]}})", "gateway.pools[].name", CellState::WrongType,
       JsonKind::String},
      {R"({"gateway": {"pools": [null]}})", "gateway.pools[].name", CellState::WrongType, JsonKind::Null},
      {R"({"gateway": []})", "gateway", CellState::Null, JsonKind::Array},
      {R"({"gateway": null})", "gateway", CellState::Null, JsonKind::Null},
      {R"({"gateway": [1]})", "gateway", CellState::WrongType, JsonKind::Array},
      {R"({"numbers": null})", "numbers", CellState::Present, JsonKind::Null},
      {R"({"numbers": []})", "numbers", CellState::Present, JsonKind::Array},
      {R"({"tags": []})", "tags", CellState::Null, JsonKind::Array},
      {R"({"now": []})", "now", CellState::Null, JsonKind::Array},
  };
  for (const Case& each : table) {
    INFO(each.json);
    ReadFacts read(gateway);
    read.read(each.json);
    CHECK(read.accepted);
    CHECK(read.diagnostics.empty());
    CHECK(read.state(each.path) == each.state);
    CHECK(read.at(each.path).found == each.found);
  }
}

TEST_CASE("numbers keep their values") {
  ReadFacts read(gateway);
  read.read(R"({"gateway": {"count": -3e2, "weight": 0.25, "grid": [[1, 2], [], [3]]}})");
  CHECK(read.at("gateway.count").integer == -300);
  CHECK(read.at("gateway.weight").number == 0.25);
  const NodeIndex inner = read.catalogue->find("gateway.grid[]");
  const FactCell& grid = read.at("gateway.grid");
  REQUIRE(grid.size == 3);
  const FactCell& last = read.facts.item(inner, grid.first + 2);
  REQUIRE(last.size == 1);
  const NodeIndex number = read.catalogue->find("gateway.grid[][]");
  CHECK(read.facts.item(number, last.first).integer == 3);
  CHECK(read.facts.item_path(number, last.first) == "gateway.grid[2][0]");
}

TEST_CASE("a string longer than a rule may read is withheld") {
  ReadFacts read(gateway);
  read.read(R"({"gateway": {"name": ")" + std::string(65536, 'x') + R"("}})");
  CHECK(read.state("gateway.name") == CellState::Present);
  read.read(R"({"gateway": {"name": ")" + std::string(65537, 'x') + R"("}})");
  CHECK(read.state("gateway.name") == CellState::Withheld);
}

TEST_CASE("a list of which only the first page was gathered is a warning") {
  ReadFacts read(gateway);
  read.read(R"({"nsg": {"value": [{"name": "a"}], "nextLink": "https://x"}})");
  REQUIRE(read.diagnostics.size() == 1);
  CHECK(read.diagnostics[0].code.id == "TSG332");
  CHECK(read.diagnostics[0].place.column == 36);
  CHECK(read.string("nsg[].name") == "a");
}

TEST_CASE("a document that no catalogue declares is a warning that names the nearest") {
  ReadFacts read(gateway);
  read.read(R"({"gatewy": {}, "$schema": 1, "_comment": "x", "zzzzzzzzzz": 1})");
  REQUIRE(read.diagnostics.size() == 2);
  CHECK(read.diagnostics[0].help == "did you mean `gateway`?");
  CHECK(read.diagnostics[0].place.column == 2);
  CHECK(read.diagnostics[1].help == "the documents are `gateway`, `numbers`, `nsg`, `tags`, `now`");
}

TEST_CASE("what is not JSON is refused with its place") {
  struct Case {
    std::string json;
    std::uint32_t line, column;
    std::string message;
  };
  const Case table[] = {
      {"", 1, 1, "the text is empty"},
      {"{\n  \"a\": 1,\n}", 3, 1,
       "a member name in double quotes (no comma may stand before `}`) belongs here, not `}`"},
      {"{\"a\" 1}", 1, 6, "`:` belongs here, not a number"},
      {"{\"a\": [1 2]}", 1, 10, "`,` or `]` belongs here, not a number"},
      {"{\"a\": 1e999}", 1, 7, "a number out of range"},
      {"{\"a\": 18446744073709551616}", 1, 7, "a number out of range"},
      {"{\"a\": 01}", 1, 7, "a number that JSON does not know"},
      {"{\"a\": NaN}", 1, 7, "a word that is not `true`, `false` or `null`, or a text without quotes"},
      {"{'a': 1}", 1, 2, "a text in single quotes"},
      {"{\"a\": \"b\n\"}", 1, 9, "a text that is not closed on its line"},
      {"{\"a\": \"\\q\"}", 1, 8, "an unknown escape in a text"},
      {"{\"a\": \"\\ud800\"}", 1, 8, "half of a surrogate pair"},
      {"{\"a\": \"\xFF\"}", 1, 8, "a byte that is no UTF-8"},
      {"{\"a\": 1} x", 1, 10, "a word that is not `true`, `false` or `null`, or a text without quotes"},
      {"{\"a\": 1} {}", 1, 10, "nothing more belongs here, not `{`"},
      {"{\"a\": [1", 1, 9, "the text ends where `,` or `]` belongs"},
      {"\xEF\xBB\xBF{\"a\": x}", 1, 8,
       "a word that is not `true`, `false` or `null`, or a text without quotes"},
      {"\xFF\xFE{", 1, 1, "the text is UTF-16"},
      {"[1, 2]", 1, 1, "the text is a list, not an object whose members are documents"},
      {std::string(65, '[') + "1" + std::string(65, ']'), 1, 65, "nested deeper than 64"},
      {std::string(3000000, '['), 1, 65, "nested deeper than 64"},
  };
  for (const Case& each : table) {
    INFO(each.json.substr(0, 100));
    ReadFacts read(gateway);
    read.read(each.json);
    CHECK_FALSE(read.accepted);
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].message == each.message);
    CHECK(read.diagnostics[0].place.line == each.line);
    CHECK(read.diagnostics[0].place.column == each.column);
    CHECK(read.diagnostics[0].severity == Severity::Error);
  }
}

TEST_CASE("64 levels are read, and a byte order mark is passed over") {
  ReadFacts read("[a]\ntype = \"object\"\n");
  read.read("\xEF\xBB\xBF{\"a\": {\"x\": " + std::string(62, '[') + "1" + std::string(62, ']') + "}}");
  CHECK(read.accepted);
  CHECK(read.state("a") == CellState::Present);
}

TEST_CASE("many small objects in a list do not fill the memory") {
  std::string declarations = "[a.paths]\n";
  for (int i = 0; i < 200; ++i) declarations += "\"list[].m" + std::to_string(i) + "\" = \"string?\"\n";
  ReadFacts read(declarations);
  std::string json = "{\"a\": {\"list\": [{}";
  for (int i = 0; i < 100000; ++i) json += ",{}";
  read.read(json + "]}}");
  CHECK_FALSE(read.accepted);
  CHECK(read.diagnostics.at(0).code.id == "TSG322");
}

TEST_CASE("thousands of members given twice are counted, not shown") {
  ReadFacts read(gateway);
  std::string json = "{\"gateway\": {\"pools\": [{}";
  for (int i = 0; i < 5000; ++i) json += ",{\"name\": 1, \"name\": 2}";
  read.read(json + "]}}");
  CHECK(read.accepted);
  REQUIRE(read.diagnostics.size() == 21);
  CHECK(read.diagnostics.back().message == "4980 more problems of this text are not shown");
}
