// SPDX-License-Identifier: MIT
#include "renderers/site/html_places.h"

#include <catch2/catch.hpp>

namespace tsg {
namespace {

TEST_CASE("headings are found with their ids and words") {
  const HtmlPlaces places = places_of(
      "<h2 id=\"a-b\">A <code>b</code> &amp; c</h2><p>x</p><h3 id=\"two\">Two <a "
      "href=\"#a-b\">links</a></h3>");
  REQUIRE(places.headings.size() == 2);
  CHECK(places.headings[0] == PageHeading{2, "a-b", "A b &amp; c"});
  CHECK(places.headings[1] == PageHeading{3, "two", "Two links"});
}

TEST_CASE("links without a scheme are found where they stand") {
  const std::string html =
      "<p><a href=\"https://x.test/#a\">far</a> <a href=\"b.md#c&amp;d\">near</a> "
      "<img src=\"p.png\" alt=\"P\" /></p>";
  const HtmlPlaces places = places_of(html);
  REQUIRE(places.links.size() == 2);
  CHECK(places.links[0].target == "b.md#c&d");
  CHECK(html.substr(places.links[0].address.begin,
                    places.links[0].address.end - places.links[0].address.begin) == "b.md#c&amp;d");
  CHECK(places.links[1].picture);
}

TEST_CASE("a picture from elsewhere becomes a link, one of the pack stays") {
  CHECK(for_a_site("<p><img src=\"https://x.test/a.png\" alt=\"A &quot;b&quot;\" /></p>") ==
        "<p><a class=\"picture\" href=\"https://x.test/a.png\">Picture: A &quot;b&quot;</a></p>");
  CHECK(for_a_site("<img src=\"a.png\" alt=\"\" />") == "<img src=\"a.png\" alt=\"\" />");
}

TEST_CASE("a link that only facts could lead keeps its words") {
  CHECK(for_a_site("see <a href=\"#blocked\">the portal</a>") == "see <a>the portal</a>");
}

TEST_CASE("plain text is what a reader sees") {
  CHECK(text_of("<p>One <strong>two</strong>&lt;3&gt;</p><ul><li>a</li><li>b</li></ul>") ==
        "One two<3>\na\nb");
  CHECK(text_of("<a title=\"1 > 0\">x</a>") == "x");
  CHECK(text_of("").empty());
}

}  // namespace
}  // namespace tsg
