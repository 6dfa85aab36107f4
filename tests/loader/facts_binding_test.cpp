// SPDX-License-Identifier: MIT
#include "engine/loader/facts_binding.h"

#include <catch2/catch.hpp>

#include "engine/loader/catalogue_reader.h"
#include "tests/loader/temporary_folder.h"

using namespace tsg;

namespace {

const Catalogue& network() {
  static const Catalogue catalogue = read_catalogue("network", "facts.toml", R"(format = 1
[gateway]
resource-type = "Microsoft.Network/applicationGateways"
max-age = "1h"
[gateway.paths]
"name" = "string"
"sku.tier" = "string"
"backendAddressPools[].name" = "string"
"probes[].name" = "string"
[backendHealth.paths]
"backendAddressPools[].servers[].health" = "string"
[backendNsg.paths]
"[].name" = "string"
"[].priority" = "integer"
[gatewayNsg.paths]
"[].name" = "string"
"[].priority" = "integer"
[routes.paths]
"[].name" = "string"
"[].nextHopType" = "string"
[request.paths]
"url" = "string"
)")
                                         .catalogue;
  return catalogue;
}

constexpr std::string_view gateway_json =
    R"({"name": "g", "etag": "x", "id": "/g", "properties": {"sku": {"tier": "v2"}, "backendAddressPools": [{"name": "p"}]}})";

FactsLoading load(std::vector<std::string> sources, std::string now = {},
                  Strictness strictness = Strictness::Lenient) {
  return load_facts(network(), {std::move(sources), std::move(now), strictness});
}

CellState state(const FactsLoading& loading, std::string_view path) {
  return loading.facts.cell(network().find(path), 0).state;
}

bool said(const FactsLoading& loading, std::string_view words) {
  for (const Diagnostic& each : loading.diagnostics) {
    if ((each.message + " " + each.help).find(words) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("a file without a key is known by the documents in it, its type or its members") {
  const TemporaryFolder folder;
  struct Case {
    const char* name;
    std::string json;
    const char* document;
    const char* words;  // nullptr: nothing is said
  };
  const Case table[] = {
      {"all.json", R"({"gateway": null, "request": {"url": "x"}, "other": 1})", "request",
       "no catalogue declares"},
      {"typo.json", R"({"gatewy": {}})", "none", "did you mean `gateway`?"},
      {"a.json", R"({"url": "x", "verb": "GET", "name": "n"})", "request",
       "as `request`: 1 of its 2 members are declared there"},
      {"b.json",
       R"({"type": "microsoft.network/APPLICATIONGATEWAYS", "x": 1, "y": 2, "id": 3, "z": 4, "w": 5, "name": "n"})",
       "gateway", "its `type` is `microsoft.network/APPLICATIONGATEWAYS`"},
      {"c.json", R"({"backendAddressPools": [{"servers": [{"health": "Up"}]}]})", "backendHealth",
       "as `backendHealth`"},
      {"d.json", R"({"value": [{"name": "r", "nextHopType": "Internet"}]})", "routes", "as `routes`"},
      {"gatewayNsg.json", R"([{"name": "r", "priority": 1}])", "gatewayNsg", "as `gatewayNsg`"},
      {"GATEWAYNSG.json", R"([])", "gatewayNsg", "as `gatewayNsg`: the file has its name"},
  };
  for (const Case& each : table) {
    INFO(each.json);
    const FactsLoading loading = load({folder.write(each.name, each.json)});
    CHECK_FALSE(loading.refused);
    for (const CatalogueDocument& document : network().documents) {
      INFO(document.key);
      CHECK((state(loading, document.key) == CellState::Present) == (document.key == each.document));
    }
    CHECK(said(loading, each.words));
  }
}

TEST_CASE("a resource is taken by its type alone, and one may stand for a list") {
  const Catalogue catalogue = read_catalogue("network", "facts.toml", R"(format = 1
[gateway]
resource-type = "Microsoft.Network/applicationGateways"
[gateway.paths]
"name" = "string"
"sku.tier" = "string"
[subnetNsg]
resource-type = "Microsoft.Network/networkSecurityGroups"
[subnetNsg.paths]
"name" = "string"
"securityRules[].access" = "string"
[nsgs]
resource-type = ["Microsoft.Network/networkSecurityGroups", "Contoso.Network/groups"]
[nsgs.paths]
"[].name" = "string"
"[].securityRules[].access" = "string"
[nextHop.paths]
"nextHopType" = "string"
[metrics]
resource-type = "Microsoft.Insights/metrics"
[metrics.paths]
"value[].name.value" = "string"
)")
                                  .catalogue;
  const TemporaryFolder folder;
  struct Case {
    const char* json;
    const char* document;
    const char* words;
  };
  const std::string id = "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/";
  const Case table[] = {
      {R"({"id": "ID/networkSecurityGroups/n/securityRules/r", "name": "r", "properties": {"access": "Deny"}})",
       "none", "cannot tell"},
      {R"({"id": "ID/routeTables/t/routes/r", "name": "r", "properties": {"nextHopType": "None"}})", "none",
       "cannot tell"},
      {R"({"id": "ID/virtualNetworks/v/subnets/s", "name": "s", "sku": {"tier": "x"}})", "none",
       "cannot tell"},
      {R"({"id": "ID/applicationGateways", "sku": {"tier": "x"}})", "none", "cannot tell"},
      {R"({"id": "ID/nextHops", "nextHopType": "None"})", "nextHop", "1 of its 1 members"},
      {R"({"id": "ID/APPLICATIONGATEWAYS/g", "securityRules": []})", "gateway", "its `type` is"},
      {R"([{"type": "Microsoft.Network/applicationGateways", "sku": {"tier": "x"}}])", "none", "cannot tell"},
      {R"({"id": "ID/networkSecurityGroups/n", "name": "n"})", "none", "equally well: `subnetNsg`, `nsgs`"},
      {R"([{"id": "ID/networkSecurityGroups/n", "name": "n"}])", "nsgs", "its `type` is"},
      {R"({"value": [{"id": "ID/networkSecurityGroups/n", "name": "n"}]})", "nsgs", "its `type` is"},
      {R"([{"type": "contoso.network/GROUPS", "sku": 1}])", "nsgs", "its `type` is"},
      {R"({"type": "Contoso.Network/groups", "name": "n"})", "nsgs", "its `type` is"},
      {R"({"cost": 0, "value": [{"type": "Microsoft.Insights/metrics", "name": {"value": "x"}}]})", "metrics",
       "its `type` is"},
      {R"({"value": [{"name": "x", "sku": {"tier": "x"}}]})", "none", "cannot tell"},
      {R"({"name": "x", "location": "y"})", "none", "cannot tell"},
  };
  for (const Case& each : table) {
    std::string json = each.json;
    if (const std::size_t at = json.find("ID/"); at != std::string::npos) json.replace(at, 3, id);
    INFO(json);
    const FactsLoading loading = load_facts(catalogue, {{folder.write("x.json", json)}, {}, {}});
    for (const CatalogueDocument& document : catalogue.documents) {
      INFO(document.key);
      const CellState found = loading.facts.cell(document.node, 0).state;
      CHECK((found == CellState::Present) == (document.key == each.document));
    }
    CHECK(said(loading, each.words));
  }
  const std::string one =
      folder.write("one.json", R"({"type": "Microsoft.Network/networkSecurityGroups", "name": "n"})");
  const FactsLoading listed = load_facts(catalogue, {{"nsgs=" + one}, {}, {}});
  CHECK(listed.facts.cell(catalogue.find("nsgs"), 0).size == 1);
  CHECK(listed.facts.cell(catalogue.find("nsgs[].name"), 0).string() == "n");
  const std::string other =
      folder.write("other.json", R"({"type": "Microsoft.Network/routeTables", "name": "n"})");
  const FactsLoading wrong = load_facts(catalogue, {{"nsgs=" + other}, {}, {}});
  CHECK(wrong.facts.cell(catalogue.find("nsgs"), 0).state == CellState::WrongType);
}

TEST_CASE("what fits two documents equally well, or none, is refused by name") {
  const TemporaryFolder folder;
  const FactsLoading tie = load({folder.write("rules.json", R"([{"name": "r", "priority": 1}])")});
  CHECK(tie.refused);
  CHECK(said(tie, "fits these documents equally well: `backendNsg`, `gatewayNsg`"));
  const FactsLoading none = load({folder.write("x.json", R"({"vmSize": 1, "osDisk": 2})")});
  CHECK(none.refused);
  CHECK(said(none, "cannot tell which document"));
  const FactsLoading other = load(
      {folder.write("y.json", R"({"type": "Microsoft.Compute/disks", "name": "n", "sku": {"tier": "x"}})")});
  CHECK(other.refused);
}

TEST_CASE("KEY=FILE says which document a file is") {
  const TemporaryFolder folder;
  const std::string file = folder.write("rules.json", R"([{"name": "r", "priority": 1}])");
  const FactsLoading loading = load({"GatewayNSG=" + file});
  CHECK_FALSE(loading.refused);
  CHECK(loading.diagnostics.empty());
  CHECK(state(loading, "gatewayNsg") == CellState::Present);
  const FactsLoading unknown = load({"gatewayNgs=" + file});
  CHECK(unknown.refused);
  CHECK(said(unknown, "did you mean `gatewayNsg`?"));
  const FactsLoading absent = load({"gatewayNsg=" + folder.path() + "/none.json"});
  CHECK(absent.refused);
  CHECK(said(absent, "none.json"));
}

TEST_CASE("a folder's files are documents by their stems, and a document given twice is a conflict") {
  const TemporaryFolder folder;
  folder.write("Gateway.json", gateway_json);
  folder.write("now.json", "\"2026-11-20T12:00:00Z\"");
  folder.write("notes.txt", "no facts");
  folder.write("gatway.json", "{\"zone\": 1}");
  const FactsLoading loading = load({folder.path()});
  CHECK_FALSE(loading.refused);
  CHECK(state(loading, "gateway") == CellState::Present);
  CHECK(loading.facts.now() == "2026-11-20T12:00:00Z");
  CHECK(said(loading, "did you mean `gateway`?"));
  const FactsLoading twice = load({folder.path(), "gateway=" + folder.path() + "/Gateway.json"});
  CHECK_FALSE(twice.refused);
  CHECK(state(twice, "gateway") == CellState::Conflict);
  CHECK(said(twice, "the document `gateway` is given twice"));
  CHECK(load({folder.path()}, "", Strictness::Strict).refused);
}

TEST_CASE("facts older than their max-age are stale") {
  const TemporaryFolder folder;
  folder.write("gateway.json", gateway_json);
  folder.write("_gathered.json",
               R"({"gateway": {"at": "2026-11-20T11:00:00Z", "command": "az x", "tool": "azure-cli"}})");
  const auto stale = [&](const char* now) { return load({folder.path()}, now).facts.stale(0); };
  CHECK_FALSE(stale("2026-11-20T12:00:00Z"));
  CHECK(stale("2026-11-20T12:00:01Z"));
  CHECK_FALSE(stale(""));
  const FactsLoading loading = load({folder.path()}, "2026-11-20T12:00:01Z");
  CHECK(loading.facts.gathering(0) == Gathering{"2026-11-20T11:00:00Z", "az x", "azure-cli"});
  CHECK(loading.facts.state_of(network().find("gateway.name"), 0) == CellState::Stale);
}

TEST_CASE("notes on gathering that cannot be used are warnings") {
  const TemporaryFolder folder;
  folder.write("gateway.json", gateway_json);
  folder.write("_gathered.json", R"({"gateway": {"at": "noon"}, "gatewy": {}})");
  const FactsLoading loading = load({folder.path()});
  CHECK_FALSE(loading.refused);
  CHECK(said(loading, "`noon` is no time"));
  CHECK(said(loading, "did you mean `gateway`?"));
  CHECK(loading.facts.gathering(0).at.empty());
  CHECK(load({folder.path()}, "", Strictness::Strict).refused);
  folder.write("_gathered.json", "[1]");
  CHECK(said(load({folder.path()}), "no object"));
}

TEST_CASE("the time that is asked for stands for the fact") {
  const TemporaryFolder folder;
  const std::string file = folder.write("all.json", R"({"now": "2020-01-01T00:00:00Z"})");
  CHECK(load({file}).facts.now() == "2020-01-01T00:00:00Z");
  CHECK(load({file}, "2026-11-20T12:00:00Z").facts.now() == "2026-11-20T12:00:00Z");
  const FactsLoading wrong = load({file}, "noon");
  CHECK(wrong.refused);
  CHECK(said(wrong, "`noon` is no time"));
}

TEST_CASE("facts live as long as what was loaded, wherever it is moved") {
  const TemporaryFolder folder;
  std::vector<FactsLoading> kept;
  kept.push_back(load({"gateway=" + folder.write("a.json", gateway_json)}, "2026-11-20T12:00:00Z"));
  kept.push_back(load({}));
  CHECK(kept[0].facts.cell(network().find("gateway.sku.tier"), 0).string() == "v2");
  CHECK_FALSE(kept[1].refused);
}

TEST_CASE("a folder without facts, a missing file and a folder as a document are refused") {
  const TemporaryFolder folder;
  CHECK(load({folder.path()}).refused);
  CHECK(load({folder.path() + "/none.json"}).refused);
  CHECK(load({"gateway=" + folder.path()}).refused);
}

TEST_CASE("a text in memory is loaded like a file, with notes on gathering in it") {
  const FactsLoading loading = load_facts_text(
      network(), "scenario",
      R"({"gateway": {"name": "g"}, "_gathered": {"gateway": {"at": "2026-11-20T10:00:00Z"}}})",
      {{}, "2026-11-20T12:00:00Z", Strictness::Lenient});
  CHECK_FALSE(loading.refused);
  CHECK(loading.facts.stale(0));
  CHECK(load_facts_text(network(), "scenario", "[]").refused);
}

TEST_CASE("standard input and files together hold no more than one text may") {
  const TemporaryFolder folder;
  const FactsLoading refused = load({folder.write("big.json", "[" + std::string(64U << 20U, ' ') + "]")});
  CHECK(refused.refused);
  CHECK(said(refused, "larger than"));
}
