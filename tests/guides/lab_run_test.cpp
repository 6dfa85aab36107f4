// SPDX-License-Identifier: MIT
// The recorded run of a real 502 (TSG_SHARED_DATA/facts/lab): before, broken and mended. The run kept the
// health and the security rules; the other documents are constructed here from its deploy-outputs, and
// `_gathered` says so.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>

#include "engine/diagnostics/text_form.h"
#include "engine/tsg.h"

using namespace tsg;

namespace {

using Json = nlohmann::ordered_json;

const std::string rule = "application-gateway/backend-nsg";

Json read_lab(const std::string& name) {
  std::ifstream file(std::string(std::getenv("TSG_SHARED_DATA")) + "/facts/lab/appgw-aca-" + name + ".json");
  REQUIRE(file);
  return Json::parse(file);
}

// What the run did not keep, as its deployment made it: one v2 gateway, one listener, one pool with the app's
// name.
Json constructed_gateway(const Json& health, const Json& outputs) {
  const Json& pool = health["backendAddressPools"][0];
  const std::string pool_id = pool["backendAddressPool"]["id"];
  const std::string setting_id = pool["backendHttpSettingsCollection"][0]["backendHttpSettings"]["id"];
  const std::string gateway = pool_id.substr(0, pool_id.find("/backendAddressPools/"));
  const std::string networks = gateway.substr(0, gateway.find("/applicationGateways/")) + "/virtualNetworks/";
  const std::string subnet = networks + outputs["vnetName"]["value"].get<std::string>() + "/subnets/" +
                             outputs["appgwSubnetName"]["value"].get<std::string>();
  return {
      {"name", outputs["appgwName"]["value"]},
      {"sku", {{"name", "Standard_v2"}, {"tier", "Standard_v2"}}},
      {"provisioningState", "Succeeded"},
      {"operationalState", "Running"},
      {"gatewayIPConfigurations", Json::array({{{"subnet", {{"id", subnet}}}}})},
      {"frontendPorts", Json::array({{{"id", "p80"}, {"port", 80}}})},
      {"httpListeners",
       Json::array({{{"id", "l"}, {"name", "l"}, {"protocol", "Http"}, {"frontendPort", {{"id", "p80"}}}}})},
      {"requestRoutingRules", Json::array({{{"name", "r"},
                                            {"ruleType", "Basic"},
                                            {"priority", 100},
                                            {"httpListener", {{"id", "l"}}},
                                            {"backendAddressPool", {{"id", pool_id}}},
                                            {"backendHttpSettings", {{"id", setting_id}}}}})},
      {"urlPathMaps", Json::array()},
      {"backendAddressPools",
       Json::array({{{"id", pool_id},
                     {"name", "aca-backend-pool"},
                     {"backendAddresses", Json::array({{{"fqdn", outputs["appFqdn"]["value"]}}})}}})},
      {"backendHttpSettingsCollection", Json::array({{{"id", setting_id},
                                                      {"name", "aca-https-setting"},
                                                      {"port", 443},
                                                      {"protocol", "Https"},
                                                      {"requestTimeout", 30}}})},
      {"probes", Json::array()}};
}

// `targets`: what a security group sees as the destination.
Json facts_of(const std::string& phase, const Json& targets) {
  const Json outputs = read_lab("deploy-outputs");
  const Json health = read_lab(phase + "-backend-health");
  Json facts = {
      {"applicationGateway", constructed_gateway(health, outputs)},
      {"backendHealth", health},
      {"backendNsg", Json::array({{{"name", outputs["caeNsgName"]["value"]},
                                   {"securityRules", read_lab(phase + "-nsg-rules")}}})},
      {"gatewaySubnetPrefix", outputs["appgwSubnetPrefix"]["value"]},
      {"dnsLookups", Json::array({{{"server", "168.63.129.16"},
                                   {"name", outputs["appFqdn"]["value"]},
                                   {"result", "NOERROR"},
                                   {"addresses", Json::array({outputs["environmentStaticIp"]["value"]})},
                                   {"targets", targets}}})},
      {"serviceTags", {{"VirtualNetwork", Json::array({"10.0.0.0/16", "168.63.129.16/32"})}}},
      {"backendRoute",
       {{"nextHopType", "VnetLocal"}, {"nextHopIpAddress", ""}, {"routeTableId", "System Route"}}},
      {"request", {{"host", "lab.example"}, {"port", 80}, {"path", "/"}, {"status", 502}}},
      {"now", "2026-11-20T12:00:00Z"}};
  for (const char* made : {"applicationGateway", "dnsLookups", "serviceTags", "backendRoute", "request"}) {
    facts["_gathered"][made] = {{"command", "constructed from deploy-outputs.json"},
                                {"tool", "lab_run_test"}};
  }
  return facts;
}

struct Lab {
  Lab() : opening(open_guide(TSG_SOURCE_DIR, "application-gateway-502")) { REQUIRE(opening.resolver); }

  Facts load(const Json& json) {
    const FactsLoading loading = load_facts_text(opening.resolver->catalogue(), "facts", json.dump());
    for (const Diagnostic& each : loading.diagnostics) WARN(to_text(each, Colour::Never));
    REQUIRE_FALSE(loading.refused);
    return loading.facts;
  }

  Verdict ask_rule(const std::string& phase, const Json& targets) {
    const Json json = facts_of(phase, targets);
    return opening.resolver->rules().run(rule, load(json), json["dnsLookups"][0]["name"].get<std::string>(),
                                         Trace::Off);
  }

  GuideOpening opening;
};

std::string value_of(const Verdict& verdict, const char* name) {
  const NamedValue* value = find_value(verdict.values, name);
  return value == nullptr ? "" : to_text(value->value);
}

const Visit* visit_of(const Resolution& resolution, const std::string& step) {
  for (const Visit& visit : resolution.visits) {
    if (visit.step == step) return &visit;
  }
  return nullptr;
}

bool data_is_there() {
  if (std::getenv("TSG_SHARED_DATA") != nullptr) return true;
  WARN("TSG_SHARED_DATA is absent: the lab run is not compared");
  return false;
}

}  // namespace

TEST_CASE("the broken lab run ends at the rule that denies, and names the one that covers a single address") {
  if (!data_is_there()) return;
  Lab lab;
  const Json whole = Json::array({read_lab("deploy-outputs")["caeSubnetPrefix"]["value"]});
  const Resolution resolution =
      lab.opening.resolver->resolve(lab.load(facts_of("broken", whole)), {}, Trace::On);
  CHECK(resolution.errors.empty());
  REQUIRE(resolution.outcomes.size() == 1);
  CHECK(resolution.outcomes[0].target.id == "open-backend-nsg");
  CHECK_FALSE(resolution.outcomes[0].provisional);
  const Visit* asked = visit_of(resolution, "backend-nsg");
  REQUIRE(asked != nullptr);
  REQUIRE(asked->verdict);
  CHECK(value_of(*asked->verdict, "DenyingRule") == "deny-all-inbound");
  CHECK(value_of(*asked->verdict, "NearMiss") ==
        "allow-appgw-inbound-broken allows destination 10.0.2.243/32 only");
}

TEST_CASE("before and after, the lab's servers are healthy and its rules let the gateway in") {
  if (!data_is_there()) return;
  Lab lab;
  const Json whole = Json::array({read_lab("deploy-outputs")["caeSubnetPrefix"]["value"]});
  for (const char* phase : {"baseline", "fixed"}) {
    INFO(phase);
    const Resolution resolution =
        lab.opening.resolver->resolve(lab.load(facts_of(phase, whole)), {}, Trace::On);
    CHECK(resolution.errors.empty());
    const Visit* health = visit_of(resolution, "all-servers-unhealthy");
    REQUIRE(health != nullptr);
    CHECK(health->option == "no");
    CHECK(visit_of(resolution, "backend-nsg") == nullptr);
    CHECK(lab.ask_rule(phase, whole).option == "no");
  }
}

TEST_CASE("the static address alone would have said that the broken rules let the gateway in") {
  if (!data_is_there()) return;
  Lab lab;
  const Json outputs = read_lab("deploy-outputs");
  CHECK(lab.ask_rule("broken", Json::array({outputs["environmentStaticIp"]["value"]})).option == "no");
  CHECK(lab.ask_rule("broken", Json::array({outputs["caeSubnetPrefix"]["value"]})).option == "yes");
}
