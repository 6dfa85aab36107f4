// SPDX-License-Identifier: MIT
#include "tools/preview_overlay.h"

#include <catch2/catch.hpp>

#include <string>

#include "engine/diagnostics/text_form.h"
#include "engine/diagnostics/tree_codes.h"
#include "renderers/escape_html.h"

using namespace tsg;
using namespace tsg::overlay;
using Catch::Matchers::Contains;

namespace {

Diagnostic problem(const std::string& message) {
  Diagnostic made;
  made.code.id = "TSG999";
  made.place.file = "guides/a/guide.toml";
  made.message = message;
  made.help = "mend it";
  return made;
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

}  // namespace

TEST_CASE("an overlay holds what the terminal shows, escaped") {
  const Diagnostic wrong = problem("step `<script>alert(1)</script>` & \"more\"");
  const std::string overlay = problems_overlay({wrong});
  CHECK_THAT(overlay, Contains(html(to_text(wrong, Colour::Never))));
  CHECK_THAT(overlay,
             Contains("role=\"alert\"") && Contains("<details open>") && Contains("<summary>1 error<"));
  CHECK_THAT(overlay, !Contains("<script"));
}

TEST_CASE("without problems there is no overlay") {
  CHECK(problems_overlay({}).empty());
}

TEST_CASE("of many problems the first are shown, and how many there are") {
  const auto shown = [](std::size_t count) { return problems_overlay(Diagnostics(count, problem("odd"))); };
  CHECK(count_of(shown(shown_problems), "TSG999") == shown_problems);
  CHECK_THAT(shown(shown_problems), !Contains("more: run"));
  CHECK(count_of(shown(shown_problems + 3), "TSG999") == shown_problems);
  CHECK_THAT(shown(shown_problems + 3), Contains("and 3 more: run `tsg check`") && Contains("103 errors"));
}

TEST_CASE("a page gets the overlay and the script at the end of its body, and nothing inline") {
  const std::string page = add_preview("<body><p>&lt;/body&gt;</p></body></html>", "<section></section>", 12);
  CHECK_THAT(page, Catch::StartsWith("<body><p>&lt;/body&gt;</p><section></section><link ") &&
                       Catch::EndsWith("defer></script>\n</body></html>"));
  CHECK_THAT(page, Contains("data-since=\"12\""));
  CHECK_THAT(add_preview("no body", "", {}),
             Catch::StartsWith("no body<link ") && Contains("data-since=\"0\""));
  CHECK(count_of(page, "<script") == 1);
  CHECK_THAT(page, Contains("></script>") && !Contains(" style=") && !Contains(" on"));
}

TEST_CASE("sources of which nothing can be built have a page that says so") {
  const std::string page = problems_page({problem("broken")}, 3);
  CHECK_THAT(page, Catch::StartsWith("<!doctype html>") && Contains("<title>Error: 1 error</title>") &&
                       Contains("broken") && Contains("data-since=\"3\""));
}
