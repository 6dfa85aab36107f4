// SPDX-License-Identifier: MIT
// The published and recorded answers of TSG_SHARED_DATA/facts: each of a kind that a catalogue knows is told
// by the program's own guess, bound into facts of a guide that lack nothing else, and found again in the
// evidence of a verdict.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>

#include "engine/text/ascii.h"
#include "engine/tsg.h"
#include "tests/loader/temporary_folder.h"

using namespace tsg;

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;
using Keys = std::vector<std::string>;

// Facts whose walk or sweep reads the document.
struct Base {
  const char* guide;
  const char* key;
  const char* facts;
};

constexpr const char* web = "application-gateway-502";
constexpr const char* vpn = "site-to-site-vpn";

const Base bases[] = {
    {web, "applicationGateway", "checks-nothing-wrong-v2"},
    {web, "backendHealth", "checks-nothing-wrong-v2"},
    {web, "backendNsg", "two-cards-two-groups"},
    {web, "networkCards", "two-cards-two-groups"},
    {web, "effectiveNsg", "tag-without-prefixes"},
    {web, "backendRoute", "two-cards-two-groups"},
    {web, "connectivityCheck", "tag-without-prefixes"},
    {web, "gatewaySubnetNsg", "health-unknown-all-clear"},
    {web, "gatewaySubnetRouteTable", "health-unknown-all-clear"},
    {web, "effectiveRoutesSameVnet", "health-unknown-all-clear"},
    {web, "virtualNetwork", "health-unknown-all-clear"},
    {web, "vnet", "checks-nothing-wrong-v2"},
    {web, "gatewaySubnet", "checks-nothing-wrong-v2"},
    {web, "publicIps", "checks-nothing-wrong-v2"},
    {vpn, "vnet", "two-tunnels-down"},
    {vpn, "gatewaySubnet", "two-tunnels-down"},
    {vpn, "gatewayRoutes", "two-tunnels-down"},
    {vpn, "effectiveRoutes", "azure-side-only-up"},
};

// One resource may be any of several documents of its type: an engineer says KEY=FILE, and here it is tried
// as each.
const Keys ties[] = {
    {"backendNsg", "gatewaySubnetNsg"},
    {"virtualNetwork", "vnet"},
};

// Why the other files of the folder are no evidence; rest/ and body/ hold one answer under one name.
const std::map<std::string, std::string> others = {
    {"ApplicationGatewayAvailableServerVariablesGet",
     "variables that Azure offers to rewrite rules, the same for every gateway"},
    {"ApplicationGatewayAvailableSslOptionsGet", "TLS policies that Azure offers, not what a gateway has"},
    {"ApplicationGatewayAvailableSslOptionsPredefinedPolicyGet",
     "a TLS policy that Azure offers, not what a gateway has"},
    {"ApplicationGatewayBackendHealthTest",
     "health of one pool under a setting tried once, not what the gateway acts upon"},
    {"ApplicationSecurityGroupGet", "a group without its members; the network cards name those"},
    {"DefaultSecurityRuleGet", "a fixed rule, which network.nsg knows, without its group"},
    {"DefaultSecurityRuleList", "the fixed rules, which network.nsg knows, without their group"},
    {"EffectiveRoutesListForRouteTable", "the sample shows no answer: it comes later, elsewhere"},
    {"EffectiveRoutesListForVirtualHub", "the sample shows no answer: it comes later, elsewhere"},
    {"NetworkSecurityGroupRuleGet", "a rule without its group"},
    {"NetworkSecurityGroupRuleList", "rules without their group"},
    {"NetworkWatcherAzureReachabilityReportGet", "latencies of internet providers"},
    {"NetworkWatcherConnectionMonitorQuery",
     "states over time of a connection that the answer does not name"},
    {"NetworkWatcherIpFlowVerify",
     "names neither source nor destination: of which server it speaks cannot be told"},
    {"NetworkWatcherNetworkConfigurationDiagnostic",
     "a verdict of Azure on one flow; no rule weighs it against its own yet"},
    {"NetworkWatcherSecurityGroupViewGet", "rules in effect without the groups they belong to"},
    {"NetworkWatcherTopologyGet", "which resources stand together, by id alone"},
    {"RouteTableRouteGet", "a route without its table"},
    {"RouteTableRouteList", "routes without their table"},
    {"ServiceTagInformationListResult",
     "published tags; serviceTags also holds VirtualNetwork and is put together by hand"},
    {"ServiceTagsList", "published tags; serviceTags also holds VirtualNetwork and is put together by hand"},
    {"SubnetGet", "a subnet without group and route table: a rule reads that they are absent, and no value"},
    {"VirtualNetworkPeeringGet", "a peering without its network"},
    {"VirtualNetworkPeeringList", "peerings without their network"},
    {"ApplicationGateway-find_waf.1", "a policy of the web application firewall"},
    {"appgw-aca-baseline-nsg-rules", "rules without their group; lab_run_test.cpp makes one of them"},
    {"appgw-aca-broken-nsg-rules", "rules without their group; lab_run_test.cpp makes one of them"},
    {"appgw-aca-fixed-nsg-rules", "rules without their group; lab_run_test.cpp makes one of them"},
    {"appgw-aca-deploy-outputs", "outputs of a deployment; lab_run_test.cpp makes facts of them"},
    {"appgw-aca-verify-result", "the lab's own judgement"},
    {"docs-effective-rules-quickstart", "rules in effect without the groups they belong to"},
};

Json read_json(const fs::path& path) {
  std::ifstream file(path);
  INFO(path.string());
  REQUIRE(file);
  return Json::parse(file);
}

// A published sample of request and answers wraps the answer; null when it shows none.
Json answer_of(const Json& file) {
  if (!file.is_object() || !file.contains("responses")) return file;
  return file["responses"]["200"].value("body", Json());
}

std::optional<Json> listed(const Json& answer) {
  if (answer.is_array()) return answer;
  if (answer.is_object() && answer.contains("value") && answer["value"].is_array()) return answer["value"];
  return std::nullopt;
}

// Members of `properties` belong to the object above it.
const Json* member_of(const Json& object, const std::string& name) {
  if (!object.is_object()) return nullptr;
  for (const auto& [key, value] : object.items()) {
    if (equal_ignoring_case(key, name)) return &value;
  }
  return object.contains("properties") ? member_of(object["properties"], name) : nullptr;
}

// As `az` shows it: without `properties`, and a list without its wrapper.
Json as_az(const Json& value) {
  if (const std::optional<Json> items = listed(value); items && !value.is_array()) return as_az(*items);
  if (value.is_array()) {
    Json list = Json::array();
    for (const Json& each : value) list.push_back(as_az(each));
    return list;
  }
  if (!value.is_object()) return value;
  Json flat = Json::object();
  for (const auto& [key, each] : value.items()) {
    if (key != "properties") flat[key] = as_az(each);
  }
  if (value.contains("properties")) {
    for (const auto& [key, each] : value["properties"].items()) {
      if (!flat.contains(key)) flat[key] = as_az(each);
    }
  }
  return flat;
}

// What stands in the sample at a path of the facts, behind the document's key; nullptr when nothing does.
const Json* find_in(const Json& answer, std::string_view path) {
  const Json* at = &answer;
  while (at != nullptr && !path.empty()) {
    const std::size_t end = std::min(path.find_first_of(".[", 1), path.size());
    const std::string part(path.substr(1, end - 1));
    if (path.front() == '.') {
      at = member_of(*at, part);
    } else {
      const std::size_t index = std::stoul(part);
      if (at->is_object() && at->contains("value")) at = &(*at)["value"];
      if (at->is_array()) at = index < at->size() ? &(*at)[index] : nullptr;
    }
    path.remove_prefix(end);
  }
  return at;
}

std::string scalar_text(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_primitive() && !value.is_null() ? value.dump() : std::string();
}

using EvidenceList = std::vector<Evidence>;

// A guide with what the tests of samples ask of it.
class Asked {
 public:
  explicit Asked(std::string guide) : guide_(std::move(guide)), opening_(open_guide(TSG_SOURCE_DIR, guide_)) {
    REQUIRE(opening_.resolver);
  }

  const std::string& name() const { return guide_; }

  // The documents that the program takes the answer for when nobody says which it is.
  Keys keys_of(const Json& answer) {
    const std::string file = folder_.write("sample.json", answer.dump());
    const Catalogue& catalogue = opening_.resolver->catalogue();
    const FactsLoading loading = load_facts(catalogue, {{file}, {}, {}});
    Keys keys;
    for (const CatalogueDocument& document : catalogue.documents) {
      if (loading.facts.cell(document.node, 0).state == CellState::Present) keys.push_back(document.key);
    }
    return keys.empty() ? tied_keys(loading.diagnostics) : keys;
  }

  // All that the verdicts read with the answer in the place of a document; none of them may be an Error.
  EvidenceList evidence(const Base& base, const Json& answer) {
    Json facts = read_json(fs::path(TSG_SOURCE_DIR) / "guides" / guide_ / "facts" /
                           (std::string(base.facts) + ".json"));
    facts[base.key] = answer;
    const FactsLoading loading = load_facts_text(opening_.resolver->catalogue(), "facts", facts.dump());
    CHECK_FALSE(loading.refused);
    const Resolution resolution = opening_.resolver->resolve(loading.facts, {}, Trace::On);
    CHECK(resolution.errors == std::vector<std::string>());
    EvidenceList read;
    const auto take = [&read](const Verdict& verdict) {
      INFO(verdict.rule << ": " << verdict.message);
      CHECK(verdict.kind != VerdictKind::Error);
      read.insert(read.end(), verdict.evidence.begin(), verdict.evidence.end());
    };
    for (const Visit& visit : resolution.visits) {
      if (visit.verdict) take(*visit.verdict);
      if (visit.fork_verdict) take(*visit.fork_verdict);
    }
    for (const CheckResult& check : resolution.checks) take(check.verdict);
    return read;
  }

 private:
  static Keys tied_keys(const Diagnostics& diagnostics) {
    for (const Diagnostic& each : diagnostics) {
      if (each.message.find("fits these documents equally well") == std::string::npos) continue;
      for (const Keys& tied : ties) {
        if (each.message.find("`" + tied[0] + "`, `" + tied[1] + "`") != std::string::npos) return tied;
      }
      FAIL("a tie that this test does not know: " << each.message);
    }
    return {};
  }

  std::string guide_;
  GuideOpening opening_;
  TemporaryFolder folder_;
};

// Whether a value that was read in the document stands at the same place of the sample.
bool has_value_of(const Json& answer, const EvidenceList& evidence, const std::string& key) {
  return std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& each) {
    if (each.path.size() <= key.size() || !each.path.starts_with(key)) return false;
    const std::string_view below = std::string_view(each.path).substr(key.size());
    const Json* found = below.front() == '.' || below.front() == '[' ? find_in(answer, below) : nullptr;
    return found != nullptr && !scalar_text(*found).empty() && scalar_text(*found) == each.value;
  });
}

struct Samples {
  // Whether the answer, or an item of it where one resource is wanted, is evidence as any document of any
  // guide.
  bool contributes(const Json& answer) {
    bool bound = false;
    bool found = false;
    for (Asked* guide : {&web_guide, &vpn_guide}) {
      for (const std::string& key : guide->keys_of(answer)) {
        bound = true;
        found = reads(*guide, key, answer) || found;
      }
    }
    const std::optional<Json> items = listed(answer);
    if (bound || !items) return found;
    for (const Json& item : *items) found = (item.is_object() && contributes(item)) || found;
    return found;
  }

  bool reads(Asked& guide, const std::string& key, const Json& answer) {
    INFO("as " << key << " of " << guide.name());
    const auto base = std::find_if(std::begin(bases), std::end(bases), [&](const Base& each) {
      return each.guide == guide.name() && each.key == key;
    });
    if (base == std::end(bases)) FAIL("no base reads it");
    const EvidenceList evidence = guide.evidence(*base, answer);
    CHECK(guide.evidence(*base, as_az(answer)) == evidence);
    return has_value_of(answer, evidence, key);
  }

  Asked web_guide{web};
  Asked vpn_guide{vpn};
};

std::vector<fs::path> sample_files() {
  const char* data = std::getenv("TSG_SHARED_DATA");
  std::vector<fs::path> files;
  if (data == nullptr) {
    WARN("TSG_SHARED_DATA is absent: no sample is read");
    return files;
  }
  for (const auto& each : fs::recursive_directory_iterator(fs::path(data) / "facts")) {
    if (each.path().extension() == ".json") files.push_back(each.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

TEST_CASE("samples of every kind that a catalogue knows are evidence, and the others are those of the list") {
  const std::vector<fs::path> files = sample_files();
  if (files.empty()) return;
  Samples samples;
  std::size_t count = 0;
  std::set<std::string> silent;
  for (const fs::path& file : files) {
    INFO(file.string());
    const std::string name = file.stem().string();
    const bool found = samples.contributes(answer_of(read_json(file)));
    if (found) {
      ++count;
      if (others.contains(name)) FAIL_CHECK("it is evidence now: take it from the list of the others");
    } else {
      silent.insert(name);
      if (!others.contains(name)) FAIL_CHECK("no verdict reads it: say why in the list of the others");
    }
  }
  for (const auto& [name, reason] : others) {
    INFO(name << ": " << reason);
    CHECK(silent.contains(name));
  }
  CAPTURE(count);
  CHECK(count >= 60);
}
