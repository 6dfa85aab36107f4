// SPDX-License-Identifier: MIT
#include "engine/loader/catalogue_reader.h"

#include <catch2/catch.hpp>
#include <random>

#include "engine/model/limits.h"

using namespace tsg;

namespace {

CatalogueReading read(std::string_view declarations) {
  return read_catalogue("net", "facts.toml", "format = 1\n" + std::string(declarations));
}

const CatalogueNode& node(const CatalogueReading& reading, std::string_view path) {
  const NodeIndex index = reading.catalogue.find(path);
  INFO(path);
  REQUIRE(index != no_node);
  return reading.catalogue.node(index);
}

constexpr std::string_view gateway = R"(
[gateway]
gather = ["az", "show", "-n", "{name}"]
resource-type = "Microsoft.Network/applicationGateways"
cost = 3
class = "customer"
max-age = "24h"
[gateway.paths]
"name" = "string"
"sku.tier" = "string"
"opt.inner" = "string?"
"pools[].addresses" = "object[]?"
"pools[].addresses[].fqdn" = "string"
"probes[].host" = { type = "string?", absent = "the default", see = "https://x", sample = "contoso.com", class = "secret" }
"probes[].port" = { type = "integer?", sample = 443 }
"tags" = "{}string?"
"grid" = "number[][]"
[health]
type = "string"
[serviceTags.paths]
"{}" = "string[]"
[nsg.paths]
"[].name" = "string"
)";

}  // namespace

TEST_CASE("a catalogue becomes a tree") {
  const CatalogueReading reading = read(gateway);
  CHECK(reading.diagnostics.empty());
  const Catalogue& catalogue = reading.catalogue;
  REQUIRE(catalogue.documents.size() == 5);
  const CatalogueDocument& document = catalogue.documents[0];
  CHECK(document.key == "gateway");
  CHECK(document.gather == std::vector<std::string>{"az", "show", "-n", "{name}"});
  CHECK(document.cost == 3);
  CHECK(document.max_age_seconds == 86400);
  CHECK(document.resource_types == std::vector<std::string>{"Microsoft.Network/applicationGateways"});
  CHECK(document.place.line == 3);
  CHECK(node(reading, "gateway.pools").type == FactType::List);
  CHECK(node(reading, "gateway.pools[].addresses[].fqdn").path == "gateway.pools[].addresses[].fqdn");
  CHECK(node(reading, "gateway.grid[][]").type == FactType::Number);
  CHECK(node(reading, "gateway.tags.{}").type == FactType::String);
  CHECK(node(reading, "gateway.tags.any.key").path == "gateway.tags.{}");
  CHECK(node(reading, "GATEWAY.Sku.TIER").name == "tier");
  CHECK(node(reading, "serviceTags").type == FactType::Map);
  CHECK(node(reading, "serviceTags.{}[]").type == FactType::String);
  CHECK(node(reading, "nsg[].name").path == "nsg[].name");
  CHECK(node(reading, "health").type == FactType::String);
  CHECK(node(reading, "gateway.probes[].host").absent == "the default");
  CHECK(node(reading, "gateway.probes[].port").sample == "443");
  CHECK(node(reading, "gateway.name").place.line == 10);
}

TEST_CASE("every object has a table and every member a column") {
  const Catalogue catalogue = read(gateway).catalogue;
  std::size_t objects = 0;
  for (NodeIndex i = 0; i < catalogue.nodes.size(); ++i) {
    const CatalogueNode& each = catalogue.node(i);
    if (each.type != FactType::Object) continue;
    ++objects;
    CHECK(catalogue.shapes.at(each.shape) == i);
    for (std::uint32_t column = 0; column < each.members.size(); ++column) {
      CHECK(catalogue.node(each.members[column]).column == column);
    }
  }
  CHECK(objects == catalogue.shapes.size());
  CHECK(catalogue.shapes[0] == 0);
}

TEST_CASE("what stands above declared paths is required when a member below it is") {
  const CatalogueReading reading = read(gateway);
  const std::pair<const char*, bool> table[] = {
      {"gateway", true},
      {"gateway.name", true},
      {"gateway.sku", true},
      {"gateway.opt", false},
      {"gateway.pools", false},  // what is below stands below an optional list
      {"gateway.probes", false},
      {"gateway.tags", false},
      {"gateway.pools[].addresses", false},
      {"gateway.grid", true},
      {"nsg", true},
      {"gateway.pools[].addresses[].fqdn", true},
  };
  for (const auto& [path, required] : table) {
    INFO(path);
    CHECK(node(reading, path).required == required);
  }
  CHECK_FALSE(node(reading, "gateway.sku").declared);
  CHECK(node(read("[a.paths]\n\"l[].m[].n\" = \"string\""), "a.l").required);
}

TEST_CASE("a class holds for what stands below it") {
  const CatalogueReading reading = read(gateway);
  CHECK(node(reading, "gateway.sku.tier").data_class == DataClass::Customer);
  CHECK(node(reading, "gateway.probes[].host").data_class == DataClass::Secret);
  CHECK(node(reading, "gateway.probes[].port").data_class == DataClass::Customer);
  CHECK(node(reading, "serviceTags.{}[]").data_class == DataClass::Internal);
  CHECK(node(reading, "now").data_class == DataClass::Public);
  const CatalogueReading late =
      read("[a.paths]\n\"x.y\" = \"string\"\n\"x\" = { type = \"object\", class = \"public\" }");
  CHECK(node(late, "a.x.y").data_class == DataClass::Public);
}

TEST_CASE("the current time is always there") {
  CHECK(node(read(""), "now").type == FactType::DateTime);
  const CatalogueReading own = read("[now]\nclass = \"customer\"\n");
  CHECK(own.diagnostics.empty());
  CHECK(node(own, "now").type == FactType::DateTime);
  CHECK(own.catalogue.documents.size() == 1);
}

TEST_CASE("every contradiction of a catalogue is named, with its place") {
  struct Case {
    const char* toml;
    const char* code;
    std::uint32_t line;
    const char* words;
    std::uint32_t first_line;  // 0: no second place
  };
  const Case table[] = {
      {"[a.paths]\n\"x\" = \"string\"\n\"X\" = \"string\"", "TSG302", 4, "`X` is spelled `a.x` elsewhere", 3},
      {"[a.paths]\n\"x\" = \"string\"\n\"x\" = \"string\"", "TSG590", 4, "redefine", 3},
      {"[a.paths]\n\"x{}\" = \"string\"\n\"x.{}\" = \"string\"", "TSG302", 4, "`a.x.{}` is declared twice",
       3},
      {"[a.paths]\n\"x\" = \"string\"\n\"x.y\" = \"string\"", "TSG303", 4,
       "an object with members here and a string", 3},
      {"[a.paths]\n\"x.y\" = \"string\"\n\"x\" = \"string\"", "TSG303", 4, "`a.x` is a string here", 3},
      {"[a.paths]\n\"x[].y\" = \"string\"\n\"x.y\" = \"string\"", "TSG303", 4,
       "`a.x` is an object with members here and a list", 3},
      {"[a.paths]\n\"x\" = \"string[]\"\n\"x[].y\" = \"string\"", "TSG303", 4, "`a.x[]`", 3},
      {"[a.paths]\n\"[].x\" = \"string\"\n\"y\" = \"string\"", "TSG303", 4, "`a` is an object", 3},
      {"[a]\ntype = \"string\"\n[a.paths]\n\"y\" = \"string\"", "TSG303", 5, "`a` is an object", 3},
      {"[a]\ntype = \"string?\"", "TSG304", 3, "never optional", 0},
      {"[a.paths]\n[A]\n", "TSG302", 3, "the document `A` is declared twice", 2},
      {"[a]\n[a]\n", "TSG590", 3, "redefine", 2},
      {"[a.paths]\nx = \"sting\"", "TSG301", 3, "did you mean `string`?", 0},
      {"[a.paths]\nx = \"int\"", "TSG301", 3, "did you mean `integer`?", 0},
      {"[a.paths]\nx = \"array\"", "TSG301", 3, "did you mean `string[]`?", 0},
      {"[a.paths]\nx = 3", "TSG301", 3, "not a string", 0},
      {"[a.paths]\nx = { class = \"public\" }", "TSG301", 3, "has no type", 0},
      {"[a.paths]\nx = { type = \"string\", clas = \"public\" }", "TSG594", 3, "did you mean `class`?", 0},
      {"[a.paths]\nx = { type = \"string\", class = \"customr\" }", "TSG306", 3, "did you mean `customer`?",
       0},
      {"[a.paths]\nsku.tier = \"string\"", "TSG300", 3, "quote the key: `\"sku.tier\" = ...`", 0},
      {"[a.paths]\nsku.type = \"string\"", "TSG300", 3, "quote the key: `\"sku.type\" = ...`", 0},
      {"[a.paths]\n\"x..y\" = \"string\"", "TSG300", 3, "no fact path", 0},
      {"[a.paths]\n\"x[0]\" = \"string\"", "TSG300", 3, "no fact path", 0},
      {"[a.paths]\n\"\" = \"string\"", "TSG300", 3, "no fact path", 0},
      {"[a.paths]\n\"x y\" = \"string\"", "TSG300", 3, "no fact path", 0},
      {"[a.paths]\nx = { type = \"string?\", absent = \"y\" }", "TSG305", 3, "add `see`", 0},
      {"[a.paths]\nx = { type = \"string\", absent = \"y\", see = \"https://x\" }", "TSG305", 3,
       "is required", 0},
      {"[a.paths]\nx = { type = \"string?\", absent = \" \", see = \"https://x\" }", "TSG305", 3,
       "says nothing", 0},
      {"[a]\nclass = \"top\"\n[a.paths]\nx = \"string\"", "TSG306", 3, "there is no class `top`", 0},
      {"[a]\nmax-age = \"soon\"\n[a.paths]\nx = \"string\"", "TSG306", 3, "`soon` is no age", 0},
      {"[a]\nmax-age = \"0s\"\n[a.paths]\nx = \"string\"", "TSG306", 3, "`0s` is no age", 0},
      {"[a]\nmax-age = 24\n[a.paths]\nx = \"string\"", "TSG595", 3, "`max-age` is an integer, not a string",
       0},
      {"[a]\ncost = -1\n[a.paths]\nx = \"string\"", "TSG306", 3, "a cost of -1", 0},
      {"[a]\ngather = \"az show\"\n[a.paths]\nx = \"string\"", "TSG595", 3, "not a list of strings", 0},
      {"[a]\ngather = [\"az\", 1]\n[a.paths]\nx = \"string\"", "TSG595", 3, "not a list of strings", 0},
      {"[a]\ngather = []\n[a.paths]\nx = \"string\"", "TSG306", 3, "names no program", 0},
      {"[a]\ngatehr = []\n[a.paths]\nx = \"string\"", "TSG594", 3, "did you mean `gather`?", 0},
      {"[a]\npaths = 1", "TSG595", 3, "not a table", 0},
      {"[a]\n", "TSG307", 2, "declares no path", 0},
      {"a = 1", "TSG304", 2, "is an integer, not a document", 0},
      {"[\"a.b\"]\n", "TSG304", 2, "cannot name a document", 0},
      {"[now]\ntype = \"string\"", "TSG304", 2, "the current time", 0},
      {"[a.paths]\nx = string", "TSG590", 3, "", 0},
  };
  for (const Case& each : table) {
    INFO(each.toml);
    const CatalogueReading reading = read(each.toml);
    REQUIRE_FALSE(reading.diagnostics.empty());
    const Diagnostic& found = reading.diagnostics.front();
    INFO(found.message + " / " + found.help);
    CHECK(found.code.id == each.code);
    CHECK(found.place.file == "facts.toml");
    CHECK(found.place.line == each.line);
    CHECK_FALSE(found.source_line.empty());
    CHECK((found.message + " / " + found.help).find(each.words) != std::string::npos);
    CHECK_FALSE(found.help.empty());
    REQUIRE(found.notes.size() == (each.first_line == 0 ? 0 : 1));
    if (each.first_line != 0) CHECK(found.notes[0].place.line == each.first_line);
    if (each.code != std::string_view("TSG304")) CHECK(reading.diagnostics.size() <= 2);
  }
}

TEST_CASE("a format that is missing or from the future is refused with what to do") {
  const CatalogueReading missing = read_catalogue("n", "f", "\xEF\xBB\xBF[a]\n");
  REQUIRE(missing.diagnostics.size() == 1);
  CHECK(missing.diagnostics[0].code.id == "TSG592");
  REQUIRE(missing.diagnostics[0].fix.has_value());
  CHECK(missing.diagnostics[0].fix->replacement == "format = 1\n");
  CHECK(missing.diagnostics[0].fix->range.begin == 3);
  const CatalogueReading future = read_catalogue("n", "f", "format = 7\n[a]\n");
  REQUIRE(future.diagnostics.size() == 1);
  CHECK(future.diagnostics[0].code.id == "TSG593");
  CHECK(future.diagnostics[0].help.find("format 7") != std::string::npos);
  CHECK(future.diagnostics[0].place.column == 10);
  CHECK(read_catalogue("n", "f", "format = \"1\"\n").diagnostics.at(0).code.id == "TSG593");
}

TEST_CASE("a place counts characters and the byte order mark") {
  const std::string text =
      "\xEF\xBB\xBF"
      "format = 1 # \xC3\xA9\r\n[a.paths]\r\n\"\xC3\xA9\" = \"sting\"\r\n";
  const CatalogueReading reading = read_catalogue("n", "f", text);
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].place.line == 3);
  CHECK(reading.diagnostics[0].place.column == 7);
  const ByteRange range = reading.diagnostics[0].place.range;
  CHECK(text.substr(range.begin, range.end - range.begin) == "\"sting\"");
}

TEST_CASE("TOML that would break its parser never reaches it") {
  std::string dots = "a";
  for (int i = 0; i < 100000; ++i) dots += ".a";
  for (const std::string& text :
       {dots + " = 1", "[" + dots + "]", "x = {" + dots + " = 1}", "x = " + std::string(100000, '['),
        std::string(2U << 20U, ' '), "x = '\n" + dots + " = 1", "x = \"\\\"\n" + dots + " = 1"}) {
    const CatalogueReading reading = read(text);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.diagnostics[0].code.id == "TSG591");
  }
  // Quotes that no string explains: whoever sees it first refuses it.
  CHECK_FALSE(read("x = \"\"\"" + std::string(10, '"') + "\n" + dots + " = 1").diagnostics.empty());
  CHECK(read("# " + dots + "\n[a.paths]\n\"x\" = { type = \"string\", sample = \"" + dots + "\" }")
            .diagnostics.empty());
}

TEST_CASE("a path may be as deep as facts are read, and a catalogue as large as its limit") {
  std::string deep = "x";
  for (int i = 0; i < 70; ++i) deep += ".x";
  CHECK(read("[a.paths]\n\"" + deep + "\" = \"string\"").diagnostics.at(0).code.id == "TSG300");
  std::string many = "[a.paths]\n";
  for (std::size_t i = 0; i < limits::catalogue_nodes + 10; ++i)
    many += "\"m" + std::to_string(i) + "\" = \"string\"\n";
  const CatalogueReading reading = read(many);
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.catalogue.nodes.size() == limits::catalogue_nodes);
}

TEST_CASE("no byte changed in a catalogue breaks its reader") {
  std::mt19937 random(5);
  const std::string_view alphabet = "[]{}\"'=.?#\n\\ ,abt\x80\xC3";
  for (int round = 0; round < 1500; ++round) {
    std::string changed = "format = 1\n" + std::string(gateway);
    for (int edits = 1 + static_cast<int>(random() % 4); edits > 0; --edits) {
      changed[random() % changed.size()] = alphabet[random() % alphabet.size()];
    }
    INFO(changed);
    const CatalogueReading reading = read_catalogue("n", "f", changed);
    CHECK(reading.catalogue.find("now") != no_node);
    for (const CatalogueNode& each : reading.catalogue.nodes) {
      const bool container = each.type == FactType::List || each.type == FactType::Map;
      CHECK(container == (each.item != no_node));
      if (each.type != FactType::Object) CHECK(each.members.empty());
    }
  }
}

TEST_CASE("a catalogue cut off at its limit can still be read over") {
  std::string many = "[a.paths]\n";
  for (std::size_t i = 0; i < limits::catalogue_nodes; ++i)
    many += "\"m" + std::to_string(i) + "[].x\" = \"{}string[]\"\n";
  const CatalogueReading reading = read(many);
  REQUIRE(reading.diagnostics.size() == 1);
  for (const CatalogueNode& each : reading.catalogue.nodes) {
    const bool container = each.type == FactType::List || each.type == FactType::Map;
    CHECK(container == (each.item != no_node));
  }
}
