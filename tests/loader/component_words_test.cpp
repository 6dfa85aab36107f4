// SPDX-License-Identifier: MIT
#include "engine/loader/component_words.h"

#include <catch2/catch.hpp>

#include "engine/diagnostics/markdown_codes.h"
#include "tests/markdown/rendered.h"

using namespace tsg;
using namespace tsg::test;

namespace {

constexpr std::string_view insight =
    "<insight>\n<symptomId>s1, s2</symptomId><executionText>Looking</executionText>\n"
    "<timeoutText>Too &amp; late</timeoutText><noResultText>Nothing <b>found</b></noResultText>\n"
    "<additionalInputsReq>false</additionalInputsReq><maxInsightCount>2</maxInsightCount>\n</insight>\n";

Compilation compiled(std::string_view body, BladeUse blades = BladeUse::Action) {
  return compile_markdown(
      body, [](std::size_t, std::size_t) { return Place{}; }, HeadingIds::Omit,
      portal_words({.blades = blades}));
}

std::string html(std::string_view body, BladeUse blades = BladeUse::Action) {
  const Compilation compilation = compiled(body, blades);
  return rendered(compilation.article, compilation.article.html, Show::Everything, true);
}

}  // namespace

TEST_CASE("an insight is a list item that holds a slot of its own") {
  const Compilation compilation = compiled("# T\n\n" + std::string(insight) + "\n" + std::string(insight));
  CHECK(rendered(compilation.article, compilation.article.html, Show::Everything, true) ==
        "<h1>T</h1>\n<ul>\n<li>[<insight 1>|]</li>\n</ul>\n<ul>\n<li>[<insight 2>|]</li>\n</ul>\n");
  REQUIRE(compilation.article.insights.size() == 2);
  const InsightSlot& first = compilation.article.insights[0];
  CHECK(first.placeholder == "<insight 1>");
  CHECK(first.insight.symptom_ids == std::vector<std::string>{"s1", "s2"});
  CHECK(first.insight.timeout_text == "Too & late");
  CHECK(first.insight.no_result_text == "Nothing found");
  CHECK(first.insight.maximum_insights == 2U);
  CHECK_FALSE(has_code(compilation, codes::component_left_out));
}

TEST_CASE("a video is a link to an https address, and words where it has another") {
  CHECK(
      html("<video><src>https://example.com/v?a=1&amp;b=2</src><title>How \"to\" & why</title></video>\n") ==
      "<p><a href=\"https://example.com/v?a=1&amp;b=2\">How &quot;to&quot; &amp; why</a></p>\n");
  CHECK(html("<video><src>javascript:alert(1)</src><title>How</title></video>\n") == "<p>How</p>\n");
  CHECK(html("<video><src>https://e.com/\"onclick=x</src><title>a<script>b</title></video>\n")
            .find("<script") == std::string::npos);
}

TEST_CASE("a group of videos is a list, a metric says what its chart would show") {
  CHECK(html("<videoGroup><title>See</title>\n<video><src>https://e.com/1</src><title>One</title></video>\n"
             "<video><src>https://e.com/2</src><title></title></video></videoGroup>\n") ==
        "<p>See</p>\n<ul>\n<li><a href=\"https://e.com/1\">One</a></li>\n"
        "<li><a href=\"https://e.com/2\">https://e.com/2</a></li>\n</ul>\n");
  CHECK(html("<metric><name>cpu</name><aggregationType>avg</aggregationType>"
             "<timeSpanDuration>1d</timeSpanDuration><title>Load</title></metric>\n") ==
        "<p>Load (avg of cpu, 1d)</p>\n");
}

TEST_CASE("what the portal alone can show is left out, and so is a component inside a sentence") {
  CHECK(html("<azureKB><client>portal</client></azureKB>\n").empty());
  const Compilation inline_video =
      compiled("See <video><src>https://e.com/1</src><title>One</title></video> now.\n");
  CHECK(has_code(inline_video, codes::component_left_out));
}

TEST_CASE("in code a component is text") {
  CHECK(html("`<video><src>https://e.com/1</src></video>`\n").find("&lt;video&gt;") != std::string::npos);
}

TEST_CASE("a link to a blade is an action, or a link where it needs nothing of the portal's own") {
  constexpr std::string_view link = "[open](data-blade:Microsoft_Azure.Blade.id.a%20b)\n";
  CHECK(html(link) == "<p><span class=\"portal-action\">open</span></p>\n");
  CHECK(html(link, BladeUse::Link) ==
        "<p><a href=\"https://portal.azure.com/#blade/Microsoft_Azure/Blade/id/a%2520b\">open</a></p>\n");
  CHECK(html("[open](data-blade:A.B.id.$resourceId)\n", BladeUse::Link) ==
        "<p><span class=\"portal-action\">open</span></p>\n");
}

TEST_CASE("the address of a blade") {
  constexpr std::string_view portal = "https://portal.azure.com";
  CHECK(blade_address("data-blade:A.B;data-blade-uri:{$domain}/#x", portal) == "https://portal.azure.com/#x");
  CHECK(blade_address("data-blade:A.B;data-blade-uri:{$domain}/#{$resourceId}", portal) ==
        "https://portal.azure.com/#blade/A/B");
  CHECK(blade_address("button-link:https://example.com/", portal) == "https://example.com/");
  CHECK_FALSE(blade_address("button-link:javascript:x", portal));
  CHECK_FALSE(blade_address("data-blade:A", portal));
  CHECK_FALSE(blade_address("data-solution:x", portal));
}
