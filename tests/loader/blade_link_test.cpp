// SPDX-License-Identifier: MIT
// Targets of links that open a blade, and the components of an article.
#include "engine/loader/blade_link.h"

#include <catch2/catch.hpp>

#include "engine/loader/article_reader.h"
#include "engine/loader/components.h"
#include "engine/model/limits.h"

using namespace tsg;

namespace {

Article article_of(const std::string& body) {
  return read_article("articles/a.md", "<properties selfHelpType=\"Apollo\" />\n" + body).article;
}

std::string names_of(const std::vector<Component>& components) {
  std::string names;
  for (const Component& each : components) names += (names.empty() ? "" : " ") + each.name;
  return names;
}

const std::string video = "<video>\n<src>https://example.com/v</src>\n<title>How to</title>\n</video>\n";

}  // namespace

TEST_CASE("a blade's target is its extension, its blade and pairs of names and values") {
  const auto reading = read_blade_link("data-blade:Ext.StateBlade.id.$resourceId.tab.2");
  REQUIRE(reading);
  CHECK(reading->link == BladeLink{.extension = "Ext",
                                   .blade = "StateBlade",
                                   .parameters = {{"id", "$resourceId"}, {"tab", "2"}}});
  CHECK_FALSE(reading->empty_part);
}

TEST_CASE("an address may stand behind a blade's target, and its dots are its own") {
  const auto reading =
      read_blade_link("data-blade:E.B.id.$resourceId;data-blade-uri:{$domain}/#@a.com/{$resourceIdDecoded}");
  REQUIRE(reading);
  CHECK(reading->link.uri == "{$domain}/#@a.com/{$resourceIdDecoded}");
  CHECK(reading->link.parameters.size() == 1);
  CHECK(names_in_uri(reading->link.uri) == std::vector<std::string_view>{"domain", "resourceIdDecoded"});
  CHECK(names_in_uri("{$a{$b}{$c").size() == 1);
}

TEST_CASE("targets that depart from the grammar are read all the same") {
  struct Row {
    std::string target;
    std::size_t parts;
    bool empty_part;
    std::string rest;
  };
  const std::vector<Row> rows = {{"data-blade:", 1, true, ""},
                                 {"DATA-BLADE:E", 1, true, ""},
                                 {"data-blade:E.", 2, true, ""},
                                 {"data-blade:E.B.id", 3, false, ""},
                                 {"data-blade:E.B.id.", 4, true, ""},
                                 {"data-blade:E.B;x", 2, false, "x"},
                                 {" button-data-blade:E.B ", 2, false, ""}};
  for (const Row& row : rows) {
    INFO(row.target);
    const auto reading = read_blade_link(row.target);
    REQUIRE(reading);
    CHECK(reading->parts == row.parts);
    CHECK(reading->empty_part == row.empty_part);
    CHECK(reading->rest == row.rest);
  }
}

TEST_CASE("only blades and their buttons are blade links") {
  for (const std::string_view target :
       {"https://example.com", "button-link:https://example.com", "", "data-blade", "data-solution:a.b"})
    CHECK_FALSE(read_blade_link(target));
  CHECK(read_blade_link("button-data-context:E.B")->link.button);
  CHECK_FALSE(read_blade_link("data-blade:E.B")->link.button);
}

TEST_CASE("an insight's members are read into their types, in any case") {
  const auto components = read_components(article_of(
      "<Insight> \n<SymptomId>A, B</SymptomId>\n<executionText>Looking <b>now</b></executionText>\n"
      "<additionalInputsReq>True</additionalInputsReq>\n<maxInsightCount>9</maxInsightCount>\n"
      "</insight>\n"));
  REQUIRE(components.size() == 1);
  const auto& insight = std::get<Insight>(components[0].content);
  CHECK(insight.symptom_ids == std::vector<std::string>{"A", "B"});
  CHECK(insight.execution_text == "Looking <b>now</b>");
  CHECK(insight.additional_inputs_required == true);
  CHECK(insight.maximum_insights == 9U);
  CHECK(components[0].closed);
}

TEST_CASE("a group counts its videos, which stand behind it within its range") {
  const Article article =
      article_of("<videoGroup>\n<title>All</title>\n" + video + video + "</videoGroup>\n" + video);
  const auto components = read_components(article);
  REQUIRE(names_of(components) == "videoGroup video video video");
  CHECK(std::get<VideoGroup>(components[0].content) == VideoGroup{"All", 2});
  CHECK(std::get<Video>(components[1].content) == Video{"https://example.com/v", "How to"});
  CHECK(components[2].range.end <= components[0].range.end);
  CHECK(components[3].range.begin >= components[0].range.end);
  CHECK(article.text.substr(components[3].range.begin, 7) == "<video>");
}

TEST_CASE("what is in code or in a comment is no component") {
  for (const std::string& body : std::vector<std::string>{
           "```\n" + video + "```\n", "~~~~\n```\n" + video + "~~~~\n", "<!--\n" + video + "-->\n",
           "Write `<video>` here\n", "``a ` <video>``\n", "<videos></videos>\n"}) {
    INFO(body);
    CHECK(read_components(article_of(body)).empty());
  }
  for (const std::string& body :
       std::vector<std::string>{"```\ncode\n```\n" + video, "A ` alone\n\n" + video + "\n`\n",
                                "<!-- a -->" + video, "<!-- never ends\n" + video, "   " + video}) {
    INFO(body);
    CHECK(names_of(read_components(article_of(body))) == "video");
  }
}

TEST_CASE("an unclosed component ends where the next begins") {
  const auto components = read_components(article_of("<azureKB>\n<client>portal</client>\n" + video));
  REQUIRE(names_of(components) == "azureKB video");
  CHECK_FALSE(components[0].closed);
  CHECK(components[0].range.end <= components[1].range.begin);
  CHECK(components[1].closed);
}

TEST_CASE("components and their members are bounded") {
  std::string many;
  for (std::size_t i = 0; i <= limits::components; ++i) many += "<video>";
  CHECK(read_components(article_of(many)).size() == limits::components);
  std::string wide = "<video>";
  for (std::size_t i = 0; i <= limits::component_members; ++i) wide += "<a>x</a>";
  CHECK(read_components(article_of(wide)).front().members.size() == limits::component_members);
}

TEST_CASE("hostile backticks, comments and tags are read in linear time") {
  for (const std::string_view unit : {"`<a>``", "<!--", "<video", "<a <", "```\n", "</video>", "`\n"}) {
    std::string body;
    while (body.size() < 400000) body += unit;
    CHECK(read_components(article_of(body)).size() <= limits::components);
  }
}
