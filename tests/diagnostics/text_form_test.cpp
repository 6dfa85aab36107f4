// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/diagnostics/source.h"
#include "engine/diagnostics/text_form.h"

using namespace tsg;

namespace {
constexpr Code broken{"TSG999", Severity::Error, "a test"};
}

TEST_CASE("a diagnostic shows the line, a caret, notes and help") {
  const std::string bytes = "format = 1\nnext.maybe = \"sku\"\n";
  const Source source("guide.toml", bytes);
  Diagnostic diagnostic = source.diagnose(broken, {11, 21}, "`maybe` is never answered", "take the line out");
  diagnostic.notes.push_back({"the answers stand here", {"scope.lua", {0, 1}, 9, 3}});
  CHECK(to_text(diagnostic, Colour::Never) ==
        "error[TSG999]: `maybe` is never answered\n"
        "  --> guide.toml:2:1\n"
        "   |\n"
        " 2 | next.maybe = \"sku\"\n"
        "   | ^^^^^^^^^^\n"
        "note: the answers stand here: scope.lua:9:3\n"
        "help: take the line out\n");
}

TEST_CASE("what a stranger wrote cannot steer the terminal") {
  const std::string bytes = "\x1b[2Jx\xE2\x80\xAEy";
  const Source source("f\x1b.json", bytes);
  const std::string text = to_text(source.diagnose(broken, {5, 6}, "seen \x1b]0;t\x07"), Colour::Never);
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\\x1B[2Jx\\u{202E}y") != std::string::npos);
}

TEST_CASE("a line of a megabyte is cut around the place") {
  const std::string bytes = std::string(1000000, 'a') + "!" + std::string(1000000, 'b');
  const Source source("f", bytes);
  const std::string text = to_text(source.diagnose(broken, {1000000, 1000001}, "m"), Colour::Never);
  CHECK(text.size() < 600);
  CHECK(text.find("a!b") != std::string::npos);
}

TEST_CASE("counting says errors and warnings") {
  const Diagnostics both = {make_diagnostic(broken, {}, "a"), make_diagnostic(broken, {}, "b"),
                            make_diagnostic({"TSG998", Severity::Warning, "w"}, {}, "c")};
  CHECK(count_text(both) == "2 errors, 1 warning");
  CHECK(count_text({}).empty());
}
