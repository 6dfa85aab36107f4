// SPDX-License-Identifier: MIT
// What a guide is said to require is what its rules read.
#include <catch2/catch.hpp>

#include <filesystem>
#include <set>

#include "engine/checker/guide_requirements.h"
#include "engine/model/gather_argument.h"
#include "engine/tsg.h"
#include "renderers/requirements.h"

using namespace tsg;

namespace {

Requirements requirements_of_guide(GuideResolver& resolver) {
  const Pack& pack = resolver.pack();
  return requirements_of(StepGraph(pack), pack, resolver.guide(), contracts_of(pack, resolver.rules()));
}

std::set<std::string> paths_of(const Requirements& requirements) {
  std::set<std::string> paths;
  for (const RequiredDocument& document : requirements.documents) {
    for (const RequiredFact& fact : document.facts) paths.insert(fact.node.path);
  }
  return paths;
}

// "step id path" of each fact that a step reads, and of all above it: a rule gets its own copy of that.
std::set<std::string> read_by_steps(const Requirements& requirements) {
  std::set<std::string> read;
  for (const RequiredDocument& document : requirements.documents) {
    for (const RequiredFact& fact : document.facts) {
      for (const std::size_t at : fact.readers) {
        const FactReader& reader = requirements.readers[at];
        if (reader.kind != FactReaderKind::Step) continue;
        for (std::string path = fact.node.path; !path.empty();) {
          if (!read.insert(reader.id + " " + path).second) break;
          const std::size_t end = path.find_last_of(".[");
          path.resize(end == std::string::npos ? 0 : end);
        }
      }
    }
  }
  return read;
}

// Whether `reader` is among those of the fact.
bool read_by(const Requirements& requirements, const std::string& path, FactReaderKind kind,
             const std::string& id) {
  for (const RequiredDocument& document : requirements.documents) {
    for (const RequiredFact& fact : document.facts) {
      for (const std::size_t at : fact.readers) {
        const FactReader& reader = requirements.readers[at];
        if (fact.node.path == path && reader.kind == kind && reader.id == id) return true;
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE("every fact that a resolution read is required, and by who read it") {
  const std::string root = TSG_SOURCE_DIR;
  GuideOpening opening = open_guide(root, "application-gateway-502");
  REQUIRE(opening.resolver);
  const Catalogue& catalogue = opening.resolver->catalogue();
  const std::set<std::string> known = read_by_steps(requirements_of_guide(*opening.resolver));
  std::size_t read = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(root + "/guides/application-gateway-502/facts")) {
    const FactsLoading facts = load_facts(catalogue, {.sources = {entry.path().string()}});
    const Resolution resolution = opening.resolver->resolve(facts.facts, {}, Trace::On);
    for (const Visit& visit : resolution.visits) {
      if (!visit.verdict) continue;
      for (const Evidence& evidence : visit.verdict->evidence) {
        const NodeIndex node = catalogue.find(evidence.path);
        INFO(visit.step << " reads " << evidence.path);
        REQUIRE(node != no_node);
        const CatalogueNode& fact = catalogue.node(node);
        if (!fact.declared && is_container(fact.type)) continue;
        ++read;
        REQUIRE(known.count(visit.step + " " + fact.path) == 1);
      }
    }
  }
  CHECK(read > 500);
}

TEST_CASE("what no rule of the guide names is not required") {
  GuideOpening opening = open_guide(std::string(TSG_SOURCE_DIR) + "/tests/cli/base", "printer");
  REQUIRE(opening.resolver);
  const Pack& pack = opening.resolver->pack();
  Contracts contracts = contracts_of(pack, opening.resolver->rules());
  for (auto& [name, contract] : contracts) contract.reads = {"printer.ink"};
  const Requirements requirements =
      requirements_of(StepGraph(pack), pack, opening.resolver->guide(), contracts);
  // printer.name is there for [values].
  CHECK(paths_of(requirements) ==
        std::set<std::string>{"printer.ink[].colour", "printer.ink[].percent", "printer.name"});
  CHECK(read_by(requirements, "printer.name", FactReaderKind::Values, "PrinterName"));
  CHECK_FALSE(read_by(requirements, "printer.name", FactReaderKind::Check, "low-ink"));
  CHECK(read_by(requirements, "printer.ink[].percent", FactReaderKind::Fork, "paper"));
  // A prefix names whole members: `printer.in` is not `printer.ink`.
  for (auto& [name, contract] : contracts) contract.reads = {"printer.in"};
  CHECK(paths_of(requirements_of(StepGraph(pack), pack, opening.resolver->guide(), contracts)) ==
        std::set<std::string>{"printer.name"});
}

TEST_CASE("a step that no walk comes to requires nothing") {
  GuideOpening opening = open_guide(std::string(TSG_SOURCE_DIR) + "/tests/cli/base", "printer");
  REQUIRE(opening.resolver);
  Pack pack = opening.resolver->pack();
  const Contracts contracts = contracts_of(pack, opening.resolver->rules());
  Guide& guide = pack.guides.front();
  for (Edge& edge : guide.steps[0].next) edge.target = {TargetKind::Outcome, "switch-on", ""};
  for (const FactReader& reader : requirements_of(StepGraph(pack), pack, guide, contracts).readers) {
    CHECK(reader.id != "paper");
  }
}

TEST_CASE("arguments are text and parameters") {
  using Parts = std::vector<ArgumentPart>;
  constexpr auto text = ArgumentPartKind::Text;
  constexpr auto parameter = ArgumentPartKind::Parameter;
  CHECK(parts_of_argument("{a}") == Parts{{parameter, "a"}});
  CHECK(parts_of_argument("x/{a_1}y{B}") ==
        Parts{{text, "x/"}, {parameter, "a_1"}, {text, "y"}, {parameter, "B"}});
  CHECK(parts_of_argument("{}{1}{a b}{{c}}{d") ==
        Parts{{text, "{}{1}{a b}{"}, {parameter, "c"}, {text, "}{d"}});
  CHECK(parts_of_argument("").empty());
  CHECK(gather_parameters({"{b}", "{a}{b}"}) == std::vector<std::string>{"b", "a"});
}

TEST_CASE("ages are told in the largest unit that fits") {
  CHECK(age_text(86400) == "24h");
  CHECK(age_text(604800) == "7d");
  CHECK(age_text(1800) == "30m");
  CHECK(age_text(90) == "90s");
}
