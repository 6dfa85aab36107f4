// SPDX-License-Identifier: MIT
// Facts from JSON. The first byte chooses the catalogue (fact_catalogues.h), the rest is the text.
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/loader/catalogue_reader.h"
#include "engine/loader/facts_binding.h"
#include "engine/loader/facts_reader.h"
#include "tests/fuzz/fact_catalogues.h"
#include "tests/fuzz/facts_dump.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/plain_facts.h"
#include "tests/fuzz/property.h"

namespace tsg::fuzz {

namespace {

std::vector<Catalogue> read_catalogues() {
  std::vector<Catalogue> catalogues;
  for (const std::string_view text : fact_catalogues) {
    CatalogueReading reading = read_catalogue("test", "facts.toml", text);
    require(reading.diagnostics.empty(), "the catalogues of this target are right", text);
    catalogues.push_back(std::move(reading.catalogue));
  }
  return catalogues;
}

struct Reading {
  bool accepted = false;
  std::string facts = {};
  Diagnostics diagnostics = {};
  bool operator==(const Reading&) const = default;
};

Reading read_into(FactsReader& reader, Facts& facts, std::string_view text) {
  Reading reading;
  facts.clear();
  reader.begin(facts);
  reading.accepted = reader.read_documents("facts.json", text, reading.diagnostics);
  if (reading.accepted) reading.facts = dump(facts);
  return reading;
}

// A reader that has seen other subjects reads this one as a fresh reader does.
void require_no_memory(FactsReader& reader, Facts& facts, std::string_view text, const Reading& first) {
  read_into(reader, facts,
            R"({"doc":{"name":"n"},"tags":{"k":["v"]},"grid":[[1]],"gateway":{"pools":[{}]}})");
  require(read_into(reader, facts, text) == first, "a used reader reads as a fresh one");
}

// Where the text is plain JSON, both readers accept it and say the same.
void require_plain_agreement(const Facts& facts, std::string_view text, const Reading& reading) {
  require(!reading.accepted || nlohmann::json::accept(text), "what is accepted is JSON");
  const auto plain = plain_json(text);
  if (!plain || !plain->is_object()) return;
  require(reading.accepted, "plain JSON is accepted");
  require_facts_say(facts, *plain);
}

}  // namespace

void fuzz_facts(Bytes bytes) {
  static const std::vector<Catalogue> catalogues = read_catalogues();
  std::string_view text = text_of(bytes);
  const Catalogue& catalogue = catalogues[choose(text, catalogues.size())];
  FactsReader reader(catalogue);
  Facts facts(catalogue);
  const Reading reading = read_into(reader, facts, text);
  require_showable(reading.diagnostics, "facts.json", text.size());
  require_plain_agreement(facts, text, reading);
  require_no_memory(reader, facts, text, reading);
  const FactsLoading loading =
      load_facts_text(catalogue, "facts.json", text, {.now = "2026-11-20T12:00:00Z"});
  require(reading.accepted || loading.refused, "what the reader refuses is refused as facts");
}

}  // namespace tsg::fuzz
