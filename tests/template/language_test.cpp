// SPDX-License-Identifier: MIT
// The language as a table: template, and what it makes of one page.
#include <catch2/catch.hpp>

#include "tests/template/one_template.h"

using namespace tsg;
using namespace tsg::test;

namespace {

TemplateValue entry(std::string id, std::string text) {
  return TemplateValue::record().set("id", std::move(id)).set("text", std::move(text));
}

TemplateValue sample() {
  TemplateValue page = TemplateValue::record();
  page.set("title", "A & B").set("kind", "step").set("count", 3).set("none", 0).set("hidden", false);
  page.set("content", TrustedHtml{"<p>Hello</p>"}).set("empty", "");
  page.set("toc", TemplateValue::list({entry("a", "One"), entry("b", "Two"), entry("c", "<3>")}));
  page.set("nothing-in-it", TemplateValue::list());
  page.set("rows", TemplateValue::list({TemplateValue::list({1, 2}), TemplateValue::list({3})}));
  return TemplateValue::record().set("page", std::move(page));
}

struct Row {
  std::string source;
  std::string wanted;
};

void check_rows(const std::vector<Row>& rows, const Files& others = {}) {
  const TemplateValue scope = sample();
  for (const Row& row : rows) {
    INFO(row.source);
    CHECK(rendered(row.source, scope, others) == row.wanted);
  }
}

}  // namespace

TEST_CASE("values are written") {
  check_rows({{"{{ page.title }}", "A &amp; B"},
              {"{{page.title}}", "A &amp; B"},
              {"{{ page.count }}|{{ page.none }}|{{ page.hidden }}", "3|0|false"},
              {"{{ page.content }}", "<p>Hello</p>"},
              {"{{ page.absent }}{{ absent }}{{ absent.deep.er }}{{ page.title.more }}", ""},
              {"{{ page.toc }}{{ page }}", ""},
              {"{{ \"{{\" }} {{ '}}' }} {{ \"a'b\" }} {{ 42 }} {{ true }}", "{{ }} a&#39;b 42 true"},
              {"{ { } } {x} %} }} #}", "{ { } } {x} %} }} #}"},
              {"\xEF\xBB\xBFx", "x"},
              {"a{# {{ not read }} {% nor this %} #}b", "ab"},
              {"", ""}});
}

TEST_CASE("conditions choose one branch") {
  check_rows({{"{% if page.title %}yes{% else %}no{% end %}", "yes"},
              {"{% if page.empty %}yes{% else %}no{% end %}", "no"},
              {"{% if page.absent %}yes{% end %}", ""},
              {"{% if page.none %}yes{% end %}{% if page.hidden %}yes{% end %}", ""},
              {"{% if page.toc %}yes{% end %}{% if page.nothing-in-it %}no{% end %}", "yes"},
              {"{% if page.content and page.count and page %}yes{% end %}", "yes"},
              {"{% if not page.hidden %}a{% end %}{% if not not page.hidden %}b{% end %}", "a"},
              {"{% if page.kind == \"guide\" %}1{% elif page.kind == 'step' %}2{% else %}3{% end %}", "2"},
              {"{% if page.kind != \"step\" %}1{% elif page.hidden %}2{% else %}3{% end %}", "3"},
              {"{% if page.count == 3 %}a{% end %}{% if page.count == '3' %}b{% end %}", "ab"},
              {"{% if page.hidden == false %}a{% end %}{% if page.absent == \"\" %}b{% end %}", "ab"},
              {"{% if page.kind == page.kind %}a{% end %}{% if page.kind == page.title %}b{% end %}", "a"},
              {"{% if page.hidden or page.none or page.kind %}a{% end %}", "a"},
              {"{% if page.hidden or (page.kind and page.count) %}a{% end %}", "a"},
              {"{% if not (page.kind == 'step' and page.hidden) %}a{% end %}", "a"},
              {"{% if not(page.kind == 'step') %}a{% end %}", ""}});
}

TEST_CASE("loops go over lists") {
  check_rows(
      {{"{% for e in page.toc %}{{ e.id }}={{ e.text }};{% end %}", "a=One;b=Two;c=&lt;3&gt;;"},
       {"{% for e in page.toc %}{{ loop.index }}{% if not loop.last %},{% end %}{% end %}", "1,2,3"},
       {"{% for e in page.toc %}{% if loop.first %}({% end %}{{ e.id }}{% if loop.last %}){% end %}{% end %}",
        "(abc)"},
       {"{% for e in page.nothing-in-it %}x{% else %}none{% end %}", "none"},
       {"{% for e in page.toc %}x{% else %}none{% end %}", "xxx"},
       {"{% for e in page.absent %}x{% end %}{% for e in page.title %}x{% end %}", ""},
       {"{% for row in page.rows %}{% for cell in row %}{{ loop.index }}{{ cell }}{% end %}/{{ loop.index }};"
        "{% end %}",
        "1122/1;13/2;"},
       {"{% for page in page.toc %}{{ page.id }}{% end %}{{ page.kind }}", "abcstep"},
       {"{% for a in page.toc %}{% for a in page.rows %}{{ a.id }}{% end %}{{ a.id }}{% end %}", "abc"},
       {"{% for a in page.toc %}{% if loop.index == loop.index %}y{% end %}{% if loop.first == loop.last "
        "%}m{% end %}{% end %}",
        "yymy"}});
}

TEST_CASE("includes see the names of their includer") {
  check_rows({{"{% include \"a.html\" %}", "<i>A &amp; B</i>"},
              {"{% for e in page.toc %}{% include 'parts/e.html' %}{% end %}", "1a2b3c"},
              {"<a href=\"{% include 'link.txt' %}\">", "<a href=\"#step\">"}},
             {{"a.html", "<i>{% include 'title.txt' %}</i>"},
              {"title.txt", "{{ page.title }}"},
              {"parts/e.html", "{{ loop.index }}{{ e.id }}"},
              {"link.txt", "#{{ page.kind }}"}});
}

TEST_CASE("a line of tags alone leaves nothing behind") {
  check_rows({{"<ul>\n  {% for e in page.toc %}\n  <li>{{ e.id }}\n  {% end %}\n</ul>\n",
               "<ul>\n  <li>a\n  <li>b\n  <li>c\n</ul>\n"},
              {"a\n{# gone #}\nb", "a\nb"},
              {"a\n{# gone\n   over lines #}  \nb", "a\nb"},
              {"a\r\n\t{% if page %}\r\nb\r\n{% end %}\r\nc", "a\r\nb\r\nc"},
              {"{% if page %}\na{% end %}\n", "a\n"},
              {"x\n{% if page %}{% end %} {# c #}\ny", "x\ny"},
              {"x {% if page %}\ny{% end %}", "x \ny"},
              {"x\n{{ page.empty }}\ny", "x\n\ny"},
              {"x\n  {% if page %}{{ page.count }}{% end %}\n", "x\n  3\n"},
              {"x\n{% if page %}\n{% end %}", "x\n"},
              {"\n\n{# c #}\n\n", "\n\n\n"}});
}

TEST_CASE("a later scope hides an earlier one") {
  const Compiled result = compiled("{{ site }} {{ page }}");
  const TemplateValue first = TemplateValue::record().set("site", "S").set("page", "P");
  const TemplateValue second = TemplateValue::record().set("page", "Q");
  std::string out = "before ";
  REQUIRE(result.set.render("page.html", {&first, &second}, out) == RenderEnd::Whole);
  CHECK(out == "before S Q");
  CHECK(result.set.render("other.html", {&first}, out) == RenderEnd::NoSuchPage);
  CHECK(result.set.render("page.html", {}, out) == RenderEnd::Whole);
  CHECK(out == "before S Q ");
}

TEST_CASE("a value can be lent to many pages") {
  const TemplateValue menu = TemplateValue::list({"a", "b"});
  const TemplateValue scope = TemplateValue::record().set("menu", TemplateValue::lent(menu));
  CHECK(rendered("{% for each in menu %}{{ each }}{% end %}", scope) == "ab");
  CHECK(TemplateValue::lent(menu).kind() == TemplateValue::Kind::List);
  const TemplateValue twice = TemplateValue::record().set("a", 1).set("a", 2);
  CHECK(twice.members().size() == 1);
  CHECK(rendered("{{ a }}", twice) == "2");
}

TEST_CASE("pages are what is asked for, and of two files of one name the first counts") {
  Diagnostics diagnostics;
  const TemplateSet set = TemplateSet::compile({{.name = "b.html", .bytes = "{% include 'c.html' %}"},
                                                {.name = "c.html", .bytes = "first"},
                                                {.name = "c.html", .bytes = "second"},
                                                {.name = "part.html", .bytes = "{{ loop.index }}"}},
                                               {"c.html", "b.html", "d.html"}, diagnostics);
  CHECK(set.pages() == std::vector<std::string>{"b.html", "c.html"});
  CHECK(places_of(diagnostics) == "TSG762 d.html:0:0");
  std::string out;
  CHECK(set.render("b.html", {}, out) == RenderEnd::Whole);
  CHECK(out == "first");
}
