// SPDX-License-Identifier: MIT
// Real answers of the Azure APIs and CLI, where they are at hand.
#include <simdjson.h>
#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <random>

#include "engine/loader/facts_binding.h"
#include "engine/loader/json_problem.h"
#include "engine/text/ascii.h"
#include "engine/text/file.h"
#include "engine/text/json_writer.h"
#include "tests/loader/facts_reading.h"

using namespace tsg;

namespace {

namespace fs = std::filesystem;
using simdjson::dom::element;

// What the Azure network documents have in common, so that one catalogue meets them all.
constexpr std::string_view everything = R"(
[doc.paths]
"name" = "string?"
"id" = "string?"
"type" = "string?"
"location" = "string?"
"zones" = "string[]?"
"tags" = "{}string?"
"provisioningState" = "string?"
"sku.tier" = "string?"
"sku.capacity" = "integer?"
"resourceGuid" = "string?"
"backendAddressPools[].name" = "string?"
"backendAddressPools[].id" = "string?"
"backendAddressPools[].backendAddresses[].ipAddress" = "string?"
"backendAddressPools[].backendAddresses[].fqdn" = "string?"
"backendAddressPools[].backendHttpSettingsCollection[].servers[].health" = "string?"
"backendAddressPools[].backendHttpSettingsCollection[].backendHttpSettings.id" = "string?"
"backendHttpSettingsCollection[].port" = "integer?"
"backendHttpSettingsCollection[].probe.id" = "string?"
"httpListeners[].frontendPort.id" = "string?"
"probes[].timeout" = "integer?"
"probes[].match.statusCodes" = "string[]?"
"securityRules[].priority" = "integer?"
"securityRules[].access" = "string?"
"securityRules[].destinationPortRanges" = "string[]?"
"defaultSecurityRules[].priority" = "number?"
"subnets[].addressPrefix" = "string?"
"subnets[].networkSecurityGroup.id" = "string?"
"routes[].nextHopType" = "string?"
"ipConfigurations[].privateIPAddress" = "string?"
"ipConfigurations[].primary" = "boolean?"
"addressSpace.addressPrefixes" = "string[]?"
"values[].addressPrefixes" = "string[]?"
"hops[].nextHopIds" = "string[]?"
"results[].profile.source" = "string?"
[items.paths]
"[].name" = "string?"
"[].priority" = "integer?"
"[].addressPrefix" = "string[]?"
"[].effectiveSecurityRules[].priority" = "integer?"
)";

std::vector<fs::path> shared_files() {
  const char* data = std::getenv("TSG_SHARED_DATA");
  std::vector<fs::path> files;
  if (data == nullptr) {
    std::cout << "TSG_SHARED_DATA is not set: the recorded answers are not read\n";
    return files;
  }
  for (const auto& each : fs::recursive_directory_iterator(fs::path(data) / "facts")) {
    if (each.path().extension() == ".json") files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

bool flattened_has(simdjson::dom::object object, std::string_view name) {
  for (auto [key, value] : object) {
    if (equal_ignoring_case(key, name)) return true;
  }
  return false;
}

void flatten(element value, JsonWriter& out);

// The members of an object as `az` would show them: those of `properties` among the others.
void flatten_members(simdjson::dom::object object, JsonWriter& out) {
  for (auto [key, value] : object) {
    if (key == "properties" && value.is_object()) {
      simdjson::dom::object properties = value.get_object().value_unsafe();
      for (auto [inner, member] : properties) {
        if (flattened_has(object, inner)) continue;
        out.key(inner);
        flatten(member, out);
      }
    } else {
      out.key(key);
      flatten(value, out);
    }
  }
}

void flatten(element value, JsonWriter& out) {
  if (value.is_object()) {
    simdjson::dom::object object = value.get_object().value_unsafe();
    out.begin_object();
    flatten_members(object, out);
    out.end_object();
  } else if (value.is_array()) {
    simdjson::dom::array array = value.get_array().value_unsafe();
    out.begin_array();
    for (element each : array) flatten(each, out);
    out.end_array();
  } else if (value.is_string()) {
    out.string(value.get_string().value_unsafe());
  } else if (value.is_bool()) {
    out.boolean(value.get_bool().value_unsafe());
  } else if (value.is_int64()) {
    out.integer(value.get_int64().value_unsafe());
  } else if (value.is_number()) {
    out.number(value.get_double().value_unsafe());
  } else {
    out.null();
  }
}

std::string text_of(const CatalogueNode& node, const FactCell& cell) {
  std::string text =
      std::string(name_of(cell.found)) + " " + std::to_string(static_cast<int>(cell.state)) + " ";
  if (cell.state != CellState::Present) return text;
  switch (node.type) {
    case FactType::String:
    case FactType::DateTime:
      return text + std::string(cell.string());
    case FactType::Integer:
      return text + std::to_string(cell.integer);
    case FactType::Number:
      return text + std::to_string(cell.number);
    case FactType::Boolean:
      return text + (cell.boolean ? "true" : "false");
    case FactType::List:
    case FactType::Map:
      return text + std::to_string(cell.size);
    case FactType::Object:
      return text;
  }
  return text;
}

// All facts, one line a cell: its path and what it holds.
void append_row(const Facts& facts, NodeIndex object, RowIndex row, std::vector<std::string>& out);

void append_below(const Facts& facts, NodeIndex node, const FactCell& cell, std::vector<std::string>& out) {
  const CatalogueNode& at = facts.catalogue().node(node);
  if (cell.state != CellState::Present) return;
  if (at.type == FactType::Object) append_row(facts, node, cell.first, out);
  if (at.type != FactType::List && at.type != FactType::Map) return;
  for (std::uint32_t i = 0; i < cell.size; ++i) {
    if (facts.catalogue().node(at.item).type == FactType::Object) {
      append_row(facts, at.item, cell.first + i, out);
    } else {
      const FactCell& item = facts.item(at.item, cell.first + i);
      out.push_back(facts.item_path(at.item, cell.first + i) + " " +
                    text_of(facts.catalogue().node(at.item), item));
      append_below(facts, at.item, item, out);
    }
  }
}

void append_row(const Facts& facts, NodeIndex object, RowIndex row, std::vector<std::string>& out) {
  for (const NodeIndex member : facts.catalogue().node(object).members) {
    const FactCell& cell = facts.cell(member, row);
    const std::string path = facts.path_of(member, row);
    CHECK(facts.catalogue().find(path) == member);
    // `{"value": []}` and `[]` are one list, though of two JSON kinds.
    out.push_back(path + " " + text_of(facts.catalogue().node(member), cell));
    append_below(facts, member, cell, out);
  }
}

std::vector<std::string> all_of(const Facts& facts) {
  std::vector<std::string> lines;
  append_row(facts, 0, 0, lines);
  return lines;
}

std::vector<std::string> lines_of(ReadFacts& read, const std::string& json) {
  read.read(json);
  return all_of(read.facts);
}

// The body itself, or the first body of a published sample of request and answers.
element body_of(element root) {
  element body;
  for (const char* pointer : {"/responses/200/body", "/responses/201/body"}) {
    if (root.at_pointer(pointer).get(body) == simdjson::SUCCESS) return body;
  }
  return root;
}

}  // namespace

TEST_CASE("every recorded answer reads, or says where it does not") {
  for (const fs::path& path : shared_files()) {
    INFO(path.string());
    const Result<std::string> bytes = read_file(path.string(), 1U << 26U);
    REQUIRE(bytes.ok());
    for (const std::uint32_t document : {0U, 1U}) {
      ReadFacts read(everything);
      const bool accepted =
          read.reader.read_document(document, path.string(), bytes.value(), read.diagnostics);
      CHECK((accepted || !read.diagnostics.empty()));
      for (const Diagnostic& each : read.diagnostics) CHECK(each.place.line > 0);
    }
  }
}

TEST_CASE("the nested and the flat shape of every recorded answer are the same facts") {
  std::size_t compared = 0;
  std::size_t present = 0;
  for (const fs::path& path : shared_files()) {
    INFO(path.string());
    simdjson::dom::parser parser;
    element root;
    if (parser.load(path.string()).get(root) != simdjson::SUCCESS) continue;
    JsonWriter flat;
    flatten(body_of(root), flat);
    const std::string nested = simdjson::minify(body_of(root));
    for (const std::string& key : {std::string("doc"), std::string("items")}) {
      ReadFacts a(everything);
      ReadFacts b(everything);
      const auto left = lines_of(a, "{\"" + key + "\": " + nested + "}");
      const auto right = lines_of(b, "{\"" + key + "\": " + flat.text() + "}");
      REQUIRE(a.accepted);
      CHECK(left == right);
      ++compared;
      present +=
          static_cast<std::size_t>(std::count_if(left.begin(), left.end(), [](const std::string& line) {
            return line.find(" 2 ") != std::string::npos;
          }));
    }
  }
  if (compared > 0) CHECK(present > 500);
}

TEST_CASE(
    "no byte changed in a recorded answer breaks the reader, and its judge of JSON agrees with simdjson") {
  std::mt19937 random(11);
  const std::string_view alphabet = "{}[]\",:\\0123456789.eE+-ntfu \n\x80\xC3\xFF/'";
  std::vector<std::string> texts = {
      R"({"doc": {"name": "a\u00e9\ud83d\ude00", "sku": {"capacity": 1.5e3, "tier": null}, "zones": ["1", true, -0]}})"};
  for (const fs::path& path : shared_files()) {
    const Result<std::string> bytes = read_file(path.string(), 1U << 26U);
    if (bytes.ok() && bytes.value().size() < 6000 && texts.size() < 30) texts.push_back(bytes.value());
  }
  ReadFacts read(everything);
  simdjson::dom::parser parser;
  const int rounds = 3000 / static_cast<int>(texts.size());
  for (const std::string& text : texts) {
    for (int round = 0; round < rounds; ++round) {
      std::string changed = text;
      for (int edits = 1 + static_cast<int>(random() % 3); edits > 0; --edits) {
        const std::size_t at = random() % changed.size();
        const char c = alphabet[random() % alphabet.size()];
        if (random() % 3 == 0) {
          changed.insert(at, 1, c);
        } else {
          changed[at] = c;
        }
      }
      INFO(changed);
      const bool json = parser.parse(changed).error() == simdjson::SUCCESS;
      CHECK(json == !find_json_problem(changed).has_value());
      read.read(changed);
      if (!json) {
        REQUIRE(read.diagnostics.size() == 1);
        CHECK(read.diagnostics[0].place.line > 0);
      }
    }
  }
}

TEST_CASE("the nested and the flat shape of a whole folder of answers bind to the same documents") {
  const std::vector<fs::path> files = shared_files();
  if (files.empty()) return;
  const Catalogue catalogue = read_catalogue("n", "facts.toml", R"(format = 1
[applicationGateway]
resource-type = "Microsoft.Network/applicationGateways"
[applicationGateway.paths]
"name" = "string"
"sku.tier" = "string"
"backendAddressPools[].name" = "string"
"backendAddressPools[].backendAddresses[].fqdn" = "string?"
"httpListeners[].name" = "string?"
"probes[].name" = "string?"
[backendHealth.paths]
"backendAddressPools[].backendHttpSettingsCollection[].servers[].health" = "string"
[nsgRules]
resource-type = "Microsoft.Network/networkSecurityGroups/securityRules"
[nsgRules.paths]
"[].name" = "string"
"[].priority" = "integer"
"[].access" = "string"
)")
                                  .catalogue;
  const auto taken_as = [&](const char* file) {
    const FactsLoading loading =
        load_facts(catalogue, {{(files.front().parent_path().parent_path() / file).string()}, {}, {}});
    for (const CatalogueDocument& document : catalogue.documents) {
      if (loading.facts.cell(document.node, 0).state == CellState::Present) return document.key;
    }
    return std::string("none");
  };
  CHECK(taken_as("lab/appgw-aca-broken-backend-health.json") == "backendHealth");
  CHECK(taken_as("lab/appgw-aca-broken-nsg-rules.json") == "nsgRules");
  CHECK(taken_as("lab/vijayrod-backend-health.json") == "backendHealth");
  CHECK(taken_as("body/ApplicationGatewayGet.json") == "applicationGateway");
  CHECK(taken_as("body/ApplicationGatewayBackendHealthGet.json") == "backendHealth");
  CHECK(taken_as("body/NetworkSecurityGroupRuleList.json") == "nsgRules");
  CHECK(taken_as("body/ServiceTagsList.json") == "none");
  CHECK(taken_as("body/DefaultSecurityRuleList.json") == "none");
  CHECK(taken_as("body/VirtualNetworkPeeringGet.json") == "none");
  CHECK(taken_as("body/ApplicationGatewayListAll.json") == "none");
}
