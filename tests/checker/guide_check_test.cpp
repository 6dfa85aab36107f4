// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/checker/guide_check.h"
#include "engine/diagnostics/text_form.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"

using namespace tsg;

TEST_CASE("the guides of the repository have no finding") {
  const PackReading reading = read_pack(TSG_SOURCE_DIR);
  const RuleCompilation rules = compile_rules(reading.pack.rules, reading.pack.catalogues, {});
  std::string text;
  for (const Diagnostic& each : check_guides(reading.pack, contracts_of(reading.pack, rules.engine)))
    text += to_text(each, Colour::Never);
  CHECK(text.empty());
  INFO(text);
  CHECK(text == "");
}
