// SPDX-License-Identifier: MIT
#include "tools/walk_line.h"

#include <catch2/catch.hpp>

using namespace tsg;

TEST_CASE("what an agent types is a command, a number or an answer") {
  struct Row {
    const char* line;
    WalkLine read;
  };
  const Row rows[] = {
      {"", {}},
      {"  \t", {}},
      {"1", {.verb = WalkVerb::Number, .number = 1, .argument = "1"}},
      {"12 because it was moved",
       {.verb = WalkVerb::Number, .number = 12, .argument = "12", .reason = "it was moved"}},
      {"yes", {.verb = WalkVerb::Option, .argument = "yes"}},
      {"no because of that", {.verb = WalkVerb::Option, .argument = "no", .reason = "of that"}},
      {"d", {.verb = WalkVerb::Unknown}},
      {"unknown", {.verb = WalkVerb::Unknown}},
      {"b", {.verb = WalkVerb::Back}},
      {"u", {.verb = WalkVerb::Undo}},
      {"g tls-error[10.0.0.4]", {.verb = WalkVerb::Go, .argument = "tls-error[10.0.0.4]"}},
      {"set Port=443", {.verb = WalkVerb::Set, .argument = "Port=443"}},
      {"r calls back at noon", {.verb = WalkVerb::Remark, .argument = "calls back at noon"}},
      {"?", {.verb = WalkVerb::Help}},
      {"q\r", {.verb = WalkVerb::Quit}},
      {"99999999999999999999", {.verb = WalkVerb::Option, .argument = "99999999999999999999"}},
  };
  for (const Row& row : rows) {
    INFO(row.line);
    CHECK(read_walk_line(row.line, SingleKeys::On) == row.read);
  }
}

TEST_CASE("with single keys switched off only words are commands") {
  CHECK(read_walk_line("d", SingleKeys::Off).verb == WalkVerb::Option);
  CHECK(read_walk_line("undo", SingleKeys::Off).verb == WalkVerb::Undo);
  CHECK(read_walk_line("2", SingleKeys::Off).verb == WalkVerb::Number);
  CHECK(walk_help(SingleKeys::Off).find("  u, undo") == std::string::npos);
  CHECK(walk_help(SingleKeys::On).find("  u, undo") != std::string::npos);
}
