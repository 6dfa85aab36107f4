// SPDX-License-Identifier: MIT
// What is told of a template that is wrong, and where.
#include <catch2/catch.hpp>

#include <filesystem>

#include "engine/diagnostics/text_form.h"
#include "engine/text/file.h"
#include "tests/template/one_template.h"

using namespace tsg;
using namespace tsg::test;

namespace {

struct Row {
  std::string source;
  std::string wanted;
};

void check_rows(const std::vector<Row>& rows, const Files& others = {}) {
  for (const Row& row : rows) {
    INFO(row.source);
    const Compiled result = compiled(row.source, others);
    CHECK(places_of(result.diagnostics) == row.wanted);
    CHECK(result.set.has_page("page.html") == row.wanted.empty());
    for (const Diagnostic& each : result.diagnostics) CHECK_FALSE(each.help.empty());
  }
}

}  // namespace

TEST_CASE("tags that cannot be read are told at their place") {
  check_rows({{"a {{ }}", "TSG750 page.html:1:6"},
              {"{{ page. }}", "TSG750 page.html:1:10"},
              {"{{ a b }}", "TSG750 page.html:1:6"},
              {"{{ if }}", "TSG750 page.html:1:4"},
              {"{{ 1x }}", "TSG750 page.html:1:4"},
              {"{{ 99999999999999999999 }}", "TSG750 page.html:1:4"},
              {"{{ a | b }}", "TSG750 page.html:1:6"},
              {"{% %}", "TSG750 page.html:1:4"},
              {"{% fi a %}", "TSG750 page.html:1:4"},
              {"{% if %}{% end %}", "TSG750 page.html:1:7"},
              {"{% if a and b or c %}{% end %}", "TSG750 page.html:1:15"},
              {"{% if a or b and c %}{% end %}", "TSG750 page.html:1:14"},
              {"{% if not a == b %}{% end %}", "TSG750 page.html:1:3"},
              {"{% if (a %}{% end %}", "TSG750 page.html:1:10"},
              {"{% if a == %}{% end %}", "TSG750 page.html:1:12"},
              {"{% if a = b %}{% end %}", "TSG750 page.html:1:9"},
              {"{% if a %}{% elif %}{% end %}", "TSG750 page.html:1:19"},
              {"{% for a %}{% end %}", "TSG750 page.html:1:10"},
              {"{% for in b %}{% end %}", "TSG750 page.html:1:3"},
              {"{% for loop in b %}{% end %}", "TSG750 page.html:1:3"},
              {"{% for a in 'text' %}{% end %}", "TSG750 page.html:1:13"},
              {"{% for a in b c %}{% end %}", "TSG750 page.html:1:15"},
              {"{% include a %}", "TSG750 page.html:1:12"},
              {"{% include %}", "TSG750 page.html:1:12"},
              {"{% if a %}{% end if %}", "TSG750 page.html:1:18"}});
}

TEST_CASE("blocks that do not match are told at their place") {
  check_rows({{"x\n{{ a", "TSG751 page.html:2:1"},
              {"{{ a {{ b }}", "TSG751 page.html:1:1"},
              {"{% if a", "TSG751 page.html:1:1"},
              {"{# a", "TSG751 page.html:1:1"},
              {"{{ 'a }}", "TSG751 page.html:1:1"},
              {"x{% if a %}y", "TSG751 page.html:1:2"},
              {"{% for a in b %}{% if c %}{% end %}", "TSG751 page.html:1:1"},
              {"{% end %}", "TSG752 page.html:1:1"},
              {"{% if a %}{% end %}{% else %}", "TSG752 page.html:1:20"},
              {"{% if a %}{% else %}{% else %}{% end %}", "TSG752 page.html:1:21"},
              {"{% if a %}{% else %}{% elif b %}{% end %}", "TSG752 page.html:1:21"},
              {"{% for a in b %}{% elif c %}{% end %}", "TSG752 page.html:1:17"},
              {"{% for a in b %}{% else %}{% else %}{% end %}", "TSG752 page.html:1:27"}});
}

TEST_CASE("includes that lead nowhere or round in a circle are told") {
  check_rows(
      {{"{% include 'foter.html' %}", "TSG753 page.html:1:12"},
       {"{% include 'page.html' %}", "TSG754 page.html:1:1"},
       {"{% include 'a.html' %}", "TSG754 b.html:1:2"}},
      {{"footer.html", ""}, {"a.html", "{% include 'b.html' %}"}, {"b.html", "x{% include 'a.html' %}"}});
}

TEST_CASE("a page that includes a file that cannot be read is no page, and only that file is told of") {
  const Compiled result = compiled("<p{% include 'bad' %}", {{"bad", "> {{ }}"}, {"unused", "{{ x. }}"}});
  CHECK(places_of(result.diagnostics) == "TSG750 bad:1:6\nTSG750 unused:1:7");
  CHECK_FALSE(result.set.has_page("page.html"));
}

TEST_CASE("an include that is wrong is told once, however often it is included") {
  const Compiled result = compiled(
      "{% include 'a' %}{% include 'a' %}<!-- {% for x in y %}{{ x }}{% end %} -->", {{"a", "<b {{ x }}>"}});
  CHECK(places_of(result.diagnostics) == "TSG755 a:1:4\nTSG755 page.html:1:56");
}

TEST_CASE("bytes that are no text are told") {
  check_rows({{"a\xFF", "TSG761 page.html:1:2"}, {std::string("a\0b", 3), "TSG757 page.html:1:2"}});
}

TEST_CASE("names are held against those a site has") {
  const TemplateNames names({"site.title", "page.title", "page.body:html", "page.toc[].id", "page.toc[].text",
                             "page.tags[]", "page.rows[][].cell"});
  const std::vector<Row> rows = {
      {"{{ page.title }}{{ site.title }}{% for e in page.toc %}{{ e.id }}{{ loop.index }}{% end %}", ""},
      {"{% for t in page.tags %}{{ t }}{% end %}{{ page.body }}{{ \"text\" }}", ""},
      {"{% for r in page.rows %}{% for c in r %}{{ c.cell }}{{ page.title }}{% end %}{% end %}", ""},
      {"{% if page and page.toc and not page.body %}{% end %}", ""},
      {"<script type=\"application/json\">{{ page.toc }}</script>", ""},
      {"{{ page.titel }}", "TSG758 page.html:1:4 did you mean `page.title`?"},
      {"{{ pge.title }}", "TSG758 page.html:1:4 did you mean `page.title`?"},
      {"{{ author }}", "TSG758 page.html:1:4 there are `page`, `site`"},
      {"{% if x == page.titl %}{% end %}",
       "TSG758 page.html:1:7 there are `page`, `site`\nTSG758 page.html:1:12 did you mean `page.title`?"},
      {"{% for e in page.toc %}{{ e.txt }}{% end %}", "TSG758 page.html:1:27 did you mean `e.text`?"},
      {"{% for e in page.toc %}{% end %}{{ e.text }}", "TSG758 page.html:1:36 there are `page`, `site`"},
      {"{{ page.toc.id }}",
       "TSG758 page.html:1:4 what stands before `id` is a list: loop over it with `{% for item in ... %}`"},
      {"{{ page.title.x }}", "TSG758 page.html:1:4 what stands before `x` has no parts"},
      {"{% for e in page.tok %}{{ e.anything }}{% end %}", "TSG758 page.html:1:13 did you mean `page.toc`?"},
      {"{{ page.toc }}", "TSG759 page.html:1:4 loop over it: `{% for item in ... %}`"},
      {"{{ site }}", "TSG759 page.html:1:4 name one of `title`"},
      {"{% for e in page.title %}{% end %}", "TSG759 page.html:1:13 loop over a list"},
      {"<a title=\"{{ page.body }}\">", "TSG759 page.html:1:14 name a plain text here"},
      {"<script type=\"application/json\">{{ page.body }}</script>",
       "TSG759 page.html:1:36 name a plain text here"},
      {"{% if page.toc == \"\" %}{% end %}",
       "TSG759 page.html:1:7 compare a single value; `{% if list %}` asks whether there is one"}};
  for (const Row& row : rows) {
    INFO(row.source);
    const Compiled result = compiled(row.source);
    REQUIRE(places_of(result.diagnostics).empty());
    std::string told;
    for (const Diagnostic& each : result.set.check_names(names))
      told += fmt::format("{}{} {}", told.empty() ? "" : "\n", places_of({each}), each.help);
    CHECK(told == row.wanted);
    CHECK(result.set.check_names("page.html", names) == result.set.check_names(names));
    CHECK(result.set.check_names("other.html", names).empty());
  }
}

TEST_CASE("`loop` has three values, and only in loops") {
  check_rows({{"{{ loop.index }}", "TSG758 page.html:1:4"},
              {"{% for a in b %}{% else %}{{ loop.index }}{% end %}", "TSG758 page.html:1:30"},
              {"{% for a in b %}{{ loop.count }}{{ loop }}{% end %}",
               "TSG758 page.html:1:20\nTSG758 page.html:1:36"}});
}

TEST_CASE("a message shows the line of its file") {
  Diagnostics diagnostics;
  TemplateSet::compile({{.name = "page.html", .bytes = "<p>\n<a {{ x }}>", .file = "theme/page.html"}},
                       {"page.html"}, diagnostics);
  REQUIRE(diagnostics.size() == 1);
  CHECK(to_text(diagnostics[0], Colour::Never) ==
        "error[TSG755]: a value stands in a tag, outside the quotes of an attribute\n"
        "  --> theme/page.html:2:4\n"
        "   |\n"
        " 2 | <a {{ x }}>\n"
        "   |    ^^^^^^^\n"
        "help: write the names of attributes out, in branches of an `{% if %}`\n");
}

namespace {

// The text of the fence `name` in a section of docs/diagnostics.md.
std::string example_in(const std::string& section, const std::string& name) {
  const std::string open = "```" + name + "\n";
  const std::size_t at = section.find(open);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + open.size();
  return section.substr(begin, section.find("\n```", begin) - begin);
}

bool gives(const std::string& example, const std::string& code) {
  const TemplateNames names({"site.title", "page.title", "page.url", "page.content:html", "page.toc[].id"});
  Compiled result = compiled(example);
  append(result.diagnostics, result.set.check_names(names));
  const auto has_code = [&code](const Diagnostic& each) { return each.code.id == code; };
  return std::any_of(result.diagnostics.begin(), result.diagnostics.end(), has_code);
}

}  // namespace

TEST_CASE("the documented examples of templates give their messages, and the mended ones give none") {
  const auto page = read_file(TSG_SOURCE_DIR "/docs/diagnostics.md", 16U << 20U);
  REQUIRE(page.ok());
  const std::string& text = page.value();
  std::size_t compared = 0;
  for (std::size_t at = text.find("### TSG75"); at != std::string::npos;
       at = text.find("\n### TSG7", at + 1)) {
    const std::size_t begin = text.find("TSG", at);
    const std::string code = text.substr(begin, 6);
    const std::string section = text.substr(begin, text.find("\n### ", begin) - begin);
    const std::string bad = example_in(section, "bad-template");
    if (bad.empty()) continue;
    ++compared;
    const std::string good = example_in(section, "good-template");
    INFO(code << "\n" << bad << "\n----\n" << good);
    CHECK(gives(bad, code));
    CHECK(places_of(compiled(good).diagnostics).empty());
    CHECK_FALSE(gives(good, code));
  }
  CHECK(compared == 10);
}
