// SPDX-License-Identifier: MIT
// The TOML files of a pack. The first byte chooses the reader (0 guide.toml, 1 facts.toml, 2 a scenario, 3
// tsg.toml), the rest is the file.
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "engine/loader/catalogue_reader.h"
#include "engine/loader/facts_reader.h"
#include "engine/loader/guide_reader.h"
#include "engine/loader/pack_reader.h"
#include "engine/loader/scenario_reader.h"
#include "engine/loader/toml_document.h"
#include "engine/model/limits.h"
#include "tests/fuzz/facts_dump.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/property.h"

namespace tsg::fuzz {

namespace {

Guide guide_of(std::string_view text, Diagnostics& diagnostics) {
  TomlDocument document("guide.toml", text);
  Guide guide;
  if (document.readable()) guide = read_guide(document);
  diagnostics = std::move(document).take_diagnostics();
  return guide;
}

void fuzz_guide(std::string_view text) {
  Diagnostics diagnostics;
  const Guide guide = guide_of(text, diagnostics);
  require_showable(diagnostics, "guide.toml", text.size());
  Diagnostics again;
  require(guide_of(text, again) == guide && again == diagnostics, "a guide reads twice the same");
  for (const Step& step : guide.steps) {
    require(step.options.size() == step.next.size(), "every edge of a step is an option", step.id);
    require(step.place.range.end <= text.size(), "a step lies within its file", step.id);
  }
  if (has_error(diagnostics)) return;
  require(!guide.id.empty() && !guide.domain.empty(), "a guide without an error has an id and a domain");
}

void require_sound_node(const Catalogue& catalogue, NodeIndex index) {
  const CatalogueNode& node = catalogue.node(index);
  require(node.parent < index, "what stands above comes first", node.path);
  require(node.document < catalogue.documents.size(), "a node belongs to a document", node.path);
  require(catalogue.find(node.path) == index, "a path leads to its node", node.path);
  const bool holds_items = node.type == FactType::List || node.type == FactType::Map;
  require(holds_items == (node.item != no_node), "lists and maps have items, and nothing else has",
          node.path);
  for (std::uint32_t i = 0; i < node.members.size(); ++i) {
    require(catalogue.node(node.members[i]).column == i, "columns are numbered in order", node.path);
  }
}

// Any catalogue takes any facts.
void fill_over(const Catalogue& catalogue) {
  FactsReader reader(catalogue);
  Facts facts(catalogue);
  reader.begin(facts);
  Diagnostics diagnostics;
  const bool read = reader.read_documents(
      "facts.json",
      R"({"a":{"b":[{"c":1}],"name":"x"},"doc":[[1],"x",{"name":null}],"now":"2026-11-20T12:00:00Z"})",
      diagnostics);
  require(read && !dump(facts).empty(), "any catalogue takes any facts");
}

void fuzz_catalogue(std::string_view text) {
  const CatalogueReading reading = read_catalogue("d", "facts.toml", text);
  require_showable(reading.diagnostics, "facts.toml", text.size());
  const Catalogue& catalogue = reading.catalogue;
  require(catalogue.nodes.size() <= limits::catalogue_nodes + 2, "a catalogue is bounded");
  require(catalogue.find("now") != no_node, "there is always `now`");
  for (NodeIndex index = 1; index < catalogue.nodes.size(); ++index) require_sound_node(catalogue, index);
  fill_over(catalogue);
}

void fuzz_scenario(std::string_view text) {
  const ScenarioReading reading = read_scenario("guides/g/scenarios/s.toml", text);
  require_showable(reading.diagnostics, "guides/g/scenarios/s.toml", text.size());
}

// A folder of this process.
class PackFolder {
 public:
  PackFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tsg-fuzz-XXXXXX").string();
    require(mkdtemp(name.data()) != nullptr, "a temporary folder can be made", name);
    path_ = name;
  }
  ~PackFolder() { std::filesystem::remove_all(path_); }
  PackFolder(const PackFolder&) = delete;
  PackFolder& operator=(const PackFolder&) = delete;

  const std::string& with_settings(std::string_view text) const {
    std::ofstream(path_ + "/tsg.toml", std::ios::binary) << text;
    return path_;
  }

 private:
  std::string path_ = {};
};

void fuzz_pack_settings(std::string_view text) {
  static const PackFolder folder;
  const PackReading reading = read_pack(folder.with_settings(text));
  require_showable(reading.diagnostics, "tsg.toml", text.size());
  require(reading.pack.guides.empty(), "settings bring no guides");
}

}  // namespace

void fuzz_toml(Bytes bytes) {
  static constexpr void (*readers[])(std::string_view) = {fuzz_guide, fuzz_catalogue, fuzz_scenario,
                                                          fuzz_pack_settings};
  std::string_view text = text_of(bytes);
  const std::size_t which = choose(text, std::size(readers));
  readers[which](text);
}

}  // namespace tsg::fuzz
