// SPDX-License-Identifier: MIT
// Every bound holds, and what is within it is read.
#include <catch2/catch.hpp>

#include "renderers/template/template_limits.h"
#include "tests/template/one_template.h"

using namespace tsg;
using namespace tsg::test;
namespace limits = tsg::template_limits;

namespace {

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

std::string nested(std::size_t levels) {
  return repeated("{% if a %}", levels) + "x" + repeated("{% end %}", levels);
}

// a0 includes a1, and so on: `depth` includes inside each other.
Files chain(std::size_t depth) {
  Files files;
  for (std::size_t i = 1; i <= depth; ++i)
    files.emplace_back(fmt::format("{}", i), i == depth ? "x" : fmt::format("{{% include '{}' %}}", i + 1));
  return files;
}

// Each file includes the next ten times.
Files tenfold(std::size_t depth, const std::string& last) {
  Files files;
  for (std::size_t i = 1; i <= depth; ++i)
    files.emplace_back(fmt::format("{}", i),
                       i == depth ? last : repeated(fmt::format("{{% include '{}' %}}", i + 1), 10));
  return files;
}

std::string codes_of(const Compiled& result) {
  std::string out;
  for (const Diagnostic& each : result.diagnostics) out += std::string(each.code.id);
  return out;
}

TemplateValue list_of(std::size_t count, const TemplateValue& item) {
  return TemplateValue::record().set("l", TemplateValue::list(std::vector<TemplateValue>(count, item)));
}

RenderEnd end_of(const std::string& page, const TemplateValue& scope) {
  const Compiled result = compiled(page);
  REQUIRE(result.diagnostics.empty());
  std::string out = "before";
  const RenderEnd end = result.set.render("page.html", {&scope}, out);
  if (end != RenderEnd::Whole) CHECK(out == "before");
  return end;
}

}  // namespace

TEST_CASE("a template file is bounded") {
  CHECK(codes_of(compiled(std::string(limits::file_bytes, 'x'))).empty());
  CHECK(codes_of(compiled(std::string(limits::file_bytes + 1, 'x'))) == "TSG760");
}

TEST_CASE("blocks inside each other are bounded") {
  CHECK(codes_of(compiled(nested(limits::nesting))).empty());
  CHECK(codes_of(compiled(nested(limits::nesting + 1))) == "TSG760");
  CHECK(codes_of(compiled(repeated("{% if a %}", 10000))) == "TSG760");
}

TEST_CASE("conditions inside each other are bounded") {
  const auto condition = [](std::size_t levels) {
    return "{% if " + repeated("(", levels) + "a" + repeated(")", levels) + " %}{% end %}";
  };
  CHECK(codes_of(compiled(condition(limits::nesting))).empty());
  CHECK(codes_of(compiled(condition(limits::nesting + 1))) == "TSG760");
  CHECK(codes_of(compiled("{% if " + repeated("not ", 20000) + "a %}{% end %}")) == "TSG760");
}

TEST_CASE("includes inside each other are bounded") {
  CHECK(codes_of(compiled("{% include '1' %}", chain(limits::include_depth))).empty());
  CHECK(codes_of(compiled("{% include '1' %}", chain(limits::include_depth + 1))) == "TSG760");
}

TEST_CASE("what includes multiply is bounded") {
  CHECK(codes_of(compiled("{% include '1' %}", tenfold(4, "x"))).empty());
  CHECK(codes_of(compiled("{% include '1' %}", tenfold(15, "x"))) == "TSG760");
  CHECK(codes_of(compiled("{% include '1' %}", tenfold(3, std::string(limits::page_bytes / 100, 'x'))))
            .empty());
  CHECK(codes_of(compiled("{% include '1' %}", tenfold(3, std::string(limits::page_bytes / 99, 'x')))) ==
        "TSG760");
}

TEST_CASE("loops in a tag, each inside the other, are compiled in bounded time") {
  const std::string page = "<a" +
                           repeated("{% for a in b %} x=\"\"{% if a %} y{% end %}", limits::nesting / 2) +
                           repeated("{% end %}", limits::nesting / 2) + ">";
  CHECK(codes_of(compiled(page)).empty());
}

TEST_CASE("a page that grows too large is given up whole") {
  const std::string kilobyte(1024, 'x');
  CHECK(end_of("{% for x in l %}" + kilobyte + "{% end %}", list_of(limits::output_bytes / 1024, 1)) ==
        RenderEnd::Whole);
  CHECK(end_of("{% for x in l %}" + kilobyte + "{% end %}", list_of(limits::output_bytes / 1024 + 1, 1)) ==
        RenderEnd::TooLarge);
  const TemplateValue large = TemplateValue::record().set("v", std::string(limits::output_bytes + 1, 'x'));
  CHECK(end_of("{{ v }}", large) == RenderEnd::TooLarge);
}

TEST_CASE("loops that write nothing end as well") {
  const std::string three = "{% for a in l %}{% for b in l %}{% for c in l %}{% end %}{% end %}{% end %}";
  CHECK(end_of(three, list_of(100, 1)) == RenderEnd::Whole);
  CHECK(end_of(three, list_of(1000, 1)) == RenderEnd::TooManySteps);
}

TEST_CASE("values inside each other are bounded in JSON") {
  TemplateValue deep = "end";
  for (std::size_t i = 0; i < limits::value_depth; ++i) deep = TemplateValue::list({std::move(deep)});
  const auto json = [](const TemplateValue& value) {
    return rendered("<script type=\"application/json\">{{ v }}</script>",
                    TemplateValue::record().set("v", value));
  };
  CHECK(json(deep).find("\"end\"") != std::string::npos);
  CHECK(json(TemplateValue::list({deep})).find("null") != std::string::npos);
}

TEST_CASE("a file full of mistakes is told of in a bounded number of messages") {
  const Compiled result = compiled("<!--" + repeated("{{ a }}", 10000) + "-->");
  CHECK(result.diagnostics.size() == limits::messages);
  CHECK(compiled(repeated("{{ }}", 10000)).diagnostics.size() == limits::messages);
  const Compiled names = compiled(repeated("{{ a }}", 10000));
  CHECK(names.set.check_names(TemplateNames({"b"})).size() == limits::messages);
}
