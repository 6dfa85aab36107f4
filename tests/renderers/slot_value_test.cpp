// SPDX-License-Identifier: MIT
#include "renderers/slot_value.h"

#include <catch2/catch.hpp>

#include "engine/model/limits.h"
#include "engine/text/utf8.h"
#include "renderers/escape_url.h"

using namespace tsg;

TEST_CASE("a value is shown whole up to the limit, and cut behind a character with a mark beyond it") {
  const std::string most(limits::shown_value_bytes, 'a');
  CHECK(shown_text(Value(most)) == most);
  CHECK(shown_text(Value(most + "b")) == most + "\u2026 [cut: 65536 of 65537 bytes]");
  std::string wide = "a";
  while (wide.size() < limits::shown_value_bytes) wide += "é";
  CHECK(shown_text(Value(wide)).ends_with("é\u2026 [cut: 65535 of 65537 bytes]"));
  CHECK(valid_utf8(shown_text(Value(wide))));
}

TEST_CASE("a long list is cut like a long text") {
  const std::vector<std::string> items(3, std::string(limits::shown_value_bytes / 2, 'a'));
  CHECK(shown_text(Value(items)).ends_with("[cut: 65536 of 98308 bytes]"));
}

TEST_CASE("a whole URL that was cut is no link") {
  std::string out;
  append_url(out, shown_text(Value("https://a.example/" + std::string(limits::shown_value_bytes, 'a'))));
  CHECK(out == blocked_url);
}

TEST_CASE("other values are shown in one form") {
  CHECK(shown_text(Value(std::int64_t{-9007199254740993})) == "-9007199254740993");
  CHECK(shown_text(Value(0.30000000000000004)) == "0.30000000000000004");
  CHECK(shown_text(Value(true)) == "true");
}
