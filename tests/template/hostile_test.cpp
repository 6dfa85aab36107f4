// SPDX-License-Identifier: MIT
// Hostile values in every place: the tags of a page stay those of its template, texts and attributes read
// back as the value, and data as JSON for another reader. What a browser makes of the same pages:
// tests/browser.
#include <catch2/catch.hpp>

#include "engine/text/utf8.h"
#include "tests/renderers/html_tokens.h"
#include "tests/template/hostile_texts.h"
#include "tests/template/one_template.h"

using namespace tsg;
using namespace tsg::test;

namespace {

// What a browser reads where `value` was escaped: escape_html.h says so.
std::string as_read(const std::string& value) {
  std::string out;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    if (c == '\r' && i + 1 < value.size() && value[i + 1] == '\n') continue;
    const bool control = static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
    if (control) {
      out += "\xEF\xBF\xBD";
    } else {
      out += c == '\r' ? '\n' : c;
    }
  }
  return with_replacements(out);
}

std::string page_of(const TemplateSet& set, const std::string& value) {
  const TemplateValue scope = TemplateValue::record().set("v", value);
  std::string out;
  REQUIRE(set.render("page.html", {&scope}, out) == RenderEnd::Whole);
  return out;
}

std::string between(const std::string& page, std::string_view before, std::string_view after) {
  const std::size_t begin = page.find(before);
  const std::size_t end = page.rfind(after);
  REQUIRE((begin != std::string::npos && end != std::string::npos && begin + before.size() <= end));
  return page.substr(begin + before.size(), end - begin - before.size());
}

struct Around {
  std::string before, after;
};

TemplateSet set_of(const Around& around) {
  Compiled result = compiled(around.before + "{{ v }}" + around.after);
  REQUIRE(result.diagnostics.empty());
  return std::move(result.set);
}

}  // namespace

TEST_CASE("a text reads back as the value wherever it is escaped, and adds no tag") {
  for (const Around& around : std::vector<Around>{{"<p>", "</p>"},
                                                  {"<p title=\"", "\">x</p>"},
                                                  {"<p title='", "'>x</p>"},
                                                  {"<title>", "</title>"},
                                                  {"<textarea>", "</textarea>"},
                                                  {"<p data-v=\"", "\" id=\"x\"></p>"}}) {
    const TemplateSet set = set_of(around);
    const std::string tags = html_shape(page_of(set, "x")).tags;
    for (const std::string& value : hostile_texts()) {
      INFO(around.before << "\n" << value);
      const std::string page = page_of(set, value);
      CHECK(html_shape(page).tags == tags);
      CHECK(unescaped(between(page, around.before, around.after)) == as_read(value));
    }
  }
}

TEST_CASE("a URL is one attribute, of bytes that URLs have, and of no other scheme") {
  const Around around = {"<a href=\"", "\" id=\"x\">x</a>"};
  const TemplateSet set = set_of(around);
  for (const std::string& value : hostile_texts()) {
    INFO(value);
    const std::string page = page_of(set, value);
    CHECK(html_shape(page).tags == html_shape(page_of(set, "x")).tags);
    const std::string url = unescaped(between(page, around.before, around.after));
    for (const char c : url) CHECK((c > ' ' && c < 0x7F && c != '"' && c != '\'' && c != '<' && c != '\\'));
    const std::size_t colon = url.find(':');
    if (colon == std::string::npos || url.find_first_of("/?#") < colon) continue;
    const std::string scheme = url.substr(0, colon);
    CHECK((scheme == "http" || scheme == "https" || scheme == "mailto"));
  }
}

TEST_CASE("data is JSON for another reader, and holds nothing that ends its element") {
  const Around around = {"<script type=\"application/ld+json\">{\"a\":[", "]}</script>"};
  const TemplateSet set = set_of(around);
  for (const std::string& value : hostile_texts()) {
    INFO(value);
    const std::string data = "{\"a\":[" + between(page_of(set, value), around.before, around.after) + "]}";
    CHECK(data.find_first_of("<>&") == std::string::npos);
    simdjson::dom::parser parser;
    std::string_view read;
    REQUIRE(parser.parse(data)["a"].at(0).get(read) == simdjson::SUCCESS);
    CHECK(std::string(read) == with_replacements(value));
  }
}
