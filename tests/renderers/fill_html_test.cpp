// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/model/limits.h"
#include "renderers/fill.h"
#include "renderers/html_page.h"
#include "renderers/place_article.h"
#include "tests/renderers/hostile_values.h"
#include "tests/renderers/html_tokens.h"
#include "tests/renderers/sample_guide.h"

using namespace tsg;
using namespace tsg::test;

namespace {

CompiledArticle around_slot(const std::string& before, SlotContext context, const std::string& after) {
  return {.placeholders = {"Name"}, .html = {words(before), slot(0, "[Name]", context), words(after)}};
}

std::string fill(const CompiledArticle& article, const std::string& value) {
  std::string out;
  fill_html(out, article, {.values = {{.placeholder = "Name", .value = value}}});
  return out;
}

std::string fill_default(const CompiledArticle& article, MissingValue missing) {
  std::string out;
  fill_html(out, article, {}, missing);
  return out;
}

}  // namespace

TEST_CASE("no value makes a tag or an attribute of the HTML it stands in") {
  using C = SlotContext;
  const std::vector<CompiledArticle> articles = {
      around_slot("<p>a ", C::Text, " b</p>"),
      around_slot("<h2 id=\"x\">a ", C::Heading, "</h2>"),
      around_slot("<table><tr><td>", C::TableCell, "</td></tr></table>"),
      around_slot("<code>", C::CodeSpan, "</code>"),
      around_slot("<pre><code>", C::CodeBlock, "</code></pre>"),
      around_slot("<b title=\"", C::Attribute, "\">x</b>"),
      around_slot("<a href=\"", C::UrlWhole, "\">x</a>"),
      around_slot("<a href=\"https://x.example/", C::UrlPath, "/b\">x</a>"),
      around_slot("<a href=\"https://x.example/?a=", C::UrlQuery, "\">x</a>")};
  for (const CompiledArticle& article : articles) {
    const std::string wanted = html_shape(fill(article, "x")).tags;
    for (const std::string& value : hostile_values(500)) {
      INFO("value: " << value.substr(0, 200));
      CHECK(html_shape(fill(article, value)).tags == wanted);
    }
  }
}

TEST_CASE("HTML text shows the value, line ends as a browser reads them") {
  const CompiledArticle article = around_slot("<p>", SlotContext::Text, "</p>");
  for (const std::string& value : shared_hostile_values()) {
    const bool documented = value.find_first_of(std::string("\0\r\v\f\x07\x1b", 6)) != std::string::npos;
    const bool cut = value.size() > limits::shown_value_bytes;  // slot_value_test.cpp
    if (!documented && !cut) CHECK(html_shape(fill(article, value)).text == value);
  }
}

TEST_CASE("whole URLs in attributes are escaped for the attribute too") {
  const CompiledArticle article = around_slot("<a href=\"", SlotContext::UrlWhole, "\">x</a>");
  CHECK(fill(article, "https://a.example/?a=1&b=2") == "<a href=\"https://a.example/?a=1&amp;b=2\">x</a>");
  CHECK(fill(article, "javascript:x") == "<a href=\"#blocked\">x</a>");
}

TEST_CASE("a default is marked in text, without its brackets, and only there") {
  CHECK(fill_default(around_slot("", SlotContext::Text, ""), MissingValue::Mark) ==
        "<mark class=\"default\" title=\"No value for Name\">Name</mark>");
  CHECK(fill_default(around_slot("", SlotContext::Text, ""), MissingValue::Plain) == "<bdi>Name</bdi>");
  CHECK(fill_default(around_slot("<b title=\"", SlotContext::Attribute, "\">"), MissingValue::Mark) ==
        "<b title=\"Name\">");
}

TEST_CASE("agents' text is left out unless the composer unlocked it") {
  CompiledArticle article;
  article.html = {words("a"), mark(SegmentKind::AgentBegin), words("b"), mark(SegmentKind::AgentBegin),
                  words("c"), mark(SegmentKind::AgentEnd),   words("d"), mark(SegmentKind::AgentEnd),
                  words("e")};
  CHECK(fill_default(article, MissingValue::Mark) == "ae");
}

TEST_CASE("numbers, lists and truth values are filled in as text") {
  const CompiledArticle article = around_slot("", SlotContext::Attribute, "");
  const auto shown = [&article](Value value) {
    std::string out;
    fill_html(out, article, {.values = {{.placeholder = "Name", .value = std::move(value)}}});
    return out;
  };
  CHECK(shown(std::int64_t{9007199254740993}) == "9007199254740993");
  CHECK(shown(true) == "true");
  CHECK(shown(std::vector<std::string>{"a", "<b>"}) == "a, &lt;b&gt;");
}

TEST_CASE("an article in a page has its headings and ids moved") {
  std::string out;
  place_article(out, "<h2 id=\"a\">A</h2><h4>B</h4><a href=\"#a\">x</a><a href=\"https://x/#a\">y</a>",
                {.top_level = 4, .id_prefix = "p-"});
  CHECK(out == "<h4 id=\"p-a\">A</h4><h6>B</h6><a href=\"#p-a\">x</a><a href=\"https://x/#a\">y</a>");
  out.clear();
  place_article(out, "<h1>A</h1><table title=\"a > b\"><tr></tr></table><pre>x</pre>", {.top_level = 3});
  CHECK(out ==
        "<h3>A</h3><div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table "
        "title=\"a > "
        "b\"><tr></tr></table></div><pre tabindex=\"0\">x</pre>");
}

TEST_CASE("ids of a page are unique, and its own weight is under 60 KB") {
  const Pack pack = sample_pack();
  const std::string page = render_html_page(compose(sample_resolution(), pack));
  CHECK(page.size() < 60000);
  std::vector<std::string> ids;
  for (std::size_t at = page.find(" id=\""); at != std::string::npos; at = page.find(" id=\"", at + 1)) {
    ids.push_back(page.substr(at + 5, page.find('"', at + 5) - at - 5));
  }
  std::sort(ids.begin(), ids.end());
  CHECK(ids.size() >= 8);
  CHECK(std::adjacent_find(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("a page fetches nothing, and pictures only where the article has some") {
  Diagnostics diagnostics;
  Document document = certificate_article();
  const auto page = [&] { return render_html_page(compose_article(document, {}, {}, diagnostics)); };
  CHECK(page().find("img-src") == std::string::npos);
  CHECK(page().find("default-src 'none'") != std::string::npos);
  CHECK(page().find("<script") == std::string::npos);
  document.compiled.html.push_back(words("<p><img src=\"https://x.example/a.png\" alt=\"a\"></p>"));
  CHECK(page().find("img-src") != std::string::npos);
}
