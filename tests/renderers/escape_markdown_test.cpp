// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/model/limits.h"
#include "renderers/escape_markdown.h"
#include "renderers/fill.h"
#include "tests/renderers/hostile_values.h"
#include "tests/renderers/markdown_shape.h"

using namespace tsg;
using namespace tsg::test;

namespace {

MarkdownShape shape_of(const std::string& markdown) {
  return markdown_shape(markdown);
}

// "before {slot} after" with the slot in a context; with a run, in code between two fences.
struct Template {
  std::string before = {};
  SlotContext context = SlotContext::Text;
  std::string after = {};
  std::uint16_t run = 0;
  std::string code_before = {};
  std::string code_after = {};
};

void add_words(Segments& segments, const std::string& text) {
  if (!text.empty()) segments.push_back({.text = text});
}

void add_fence(Segments& segments, const Template& form) {
  if (form.run > 0)
    segments.push_back({.context = form.context, .run = form.run, .text = std::string(form.run, '`')});
}

std::string fill(const Template& form, const std::string& value) {
  CompiledArticle article = {.placeholders = {"V"}};
  Segments& segments = article.markdown;
  add_words(segments, form.before);
  add_fence(segments, form);
  add_words(segments, form.code_before);
  segments.push_back({.kind = SegmentKind::Slot, .context = form.context, .run = form.run, .text = "V"});
  add_words(segments, form.code_after);
  add_fence(segments, form);
  add_words(segments, form.after);
  FilledArticle filled = {.values = {{.placeholder = "V", .value = value, .origin = ValueOrigin::Verdict}}};
  std::string out;
  fill_markdown(out, article, filled);
  return out;
}

const std::vector<Template>& templates() {
  using C = SlotContext;
  static const std::vector<Template> all = {
      {"", C::Text, ""},
      {"", C::Text, "\n"},
      {"a ", C::Text, " b\n"},
      {"a\n", C::Text, "\nb\n"},
      {"a\n\n", C::Text, "\n\nb\n"},
      {"**", C::Text, "**\n"},
      {"a **", C::Text, " (UTC)** b\n"},
      {"a**", C::Text, "**b\n"},
      {"a*", C::Text, "*b\n"},
      {"_", C::Text, "_ b\n"},
      {"~~", C::Text, "~~ b\n"},
      {"a ", C::Text, "\nb\n---\n"},
      {"# ", C::Heading, "\n"},
      {"## a ", C::Heading, " ##\n"},
      {"", C::Heading, "\n===\n"},
      {"- ", C::Text, "\n- b\n"},
      {"- a\n\n  ", C::Text, "\n"},
      {"1. ", C::Text, "\n"},
      {"- [ ] ", C::Text, "\n"},
      {"> ", C::Text, "\n"},
      {"| a | b |\n|---|---|\n| ", C::TableCell, " | c |\n| d | e |\n"},
      {"| ", C::TableCell, " | b |\n|---|---|\n| c | d |\n"},
      {"a | b\n--- | ---\n", C::TableCell, " | c\n"},
      {"[", C::Text, "](http://x.example)\n"},
      {"![", C::Text, "](http://x.example)\n"},
      {"a[^n]\n\n[^n]: ", C::Text, "\n"},
      {"(", C::Text, ")\n"},
      {"\"", C::Text, "\".\n"},
      {"", C::Text, ". then\n"},
      {"", C::Text, ") then\n"},
      {"", C::Text, "://host.example/a\n"},
      {"", C::Text, ".example.com\n"},
      {"ww", C::Text, " b\n"},
      {"htt", C::Text, " b\n"},
      {"http:", C::Text, " b\n"},
      {"http://", C::Text, " b\n"},
      {"https://a.example/", C::Text, " b\n"},
      {"https://a.example/?b=", C::Text, "\n"},
      {"www.a.example/", C::Text, ".\n"},
      {"a https://a.", C::Text, ".example/b c\n"},
      {"www.", C::Text, " b\n"},
      {"a@", C::Text, " b\n"},
      {"a@b", C::Text, " b\n"},
      {"\\", C::Text, " b\n"},
      {"!", C::Text, " b\n"},
      {"&", C::Text, " b\n"},
      {"1", C::Text, " b\n"},
      {"*a* ", C::Text, " *b*\n"},
      {"a ", C::CodeSpan, " b\n", 1, " ", " "},
      {"a ", C::CodeSpan, "\n", 2, " c`d", " "},
      {"| a | b |\n|---|---|\n| ", C::CodeSpan, " | c |\n", 1, " ", " "},
      {"| ", C::CodeSpan, " | b |\n|---|---|\n| c | d |\n", 1, " ", "` "},
      {"", C::CodeBlock, "\nb\n", 3, "\n", "\n"},
      {"", C::CodeBlock, "\nc\n", 4, "sh\na ``` ", " b\n"},
      {"- a\n\n  ", C::CodeSpan, "\n\n  b\n", 3, "\n  ", "\n  "},
      {"> ", C::CodeSpan, "\n", 3, "\n> a ", "`\n> "},
      {"<b title=\"", C::Attribute, "\">b</b>\n"},
      {"| a |\n|---|\n| <b title=\"", C::Attribute, "\">b</b> |\n"},
      {"[a](", C::UrlWhole, ")\n"},
      {"[a](<", C::UrlWhole, ">)\n"},
      {"[a](http://x.example/", C::UrlPath, "/b)\n"},
      {"[a](http://x.example/?a=", C::UrlQuery, "&b=c)\n"},
  };
  return all;
}

bool keeps_its_shape(const Template& form, const std::string& value) {
  const std::string filled = fill(form, value);
  const std::string nodes = shape_of(filled).nodes;
  const std::string wanted = shape_of(fill(form, "x")).nodes;
  if (nodes == wanted) return true;
  UNSCOPED_INFO("value:  " << value.substr(0, 200) << "\nfilled: " << filled.substr(0, 400)
                           << "\nnodes:  " << nodes << "\nwanted: " << wanted);
  return false;
}

}  // namespace

TEST_CASE("no value changes the tree of the Markdown it stands in") {
  std::size_t tried = 0;
  for (const std::string& value : hostile_values(300)) {
    for (const Template& form : templates()) {
      if (!keeps_its_shape(form, value)) FAIL();
      ++tried;
    }
  }
  CHECK(tried > 20000);
}

namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
    text.replace(at, what.size(), by);
  }
  return text;
}

// What the header promises to leave of a value in running text, joiners aside.
std::string documented(const std::string& value) {
  std::string text;
  for (std::size_t at = 0; at < value.size(); ++at) {
    const auto byte = static_cast<unsigned char>(value[at]);
    if (value[at] == '\r' && value.substr(at + 1, 1) == "\n") continue;
    if (value[at] == '\n' || value[at] == '\r') {
      text += ' ';
    } else if (byte < 0x20 && byte != '\t') {
      text += "\uFFFD";
    } else {
      text += value[at];
    }
  }
  return replaced(replaced(text, "\xFF", "\uFFFD"), "\u2060", "");
}

}  // namespace

TEST_CASE("running text shows the value, but for the replacements that are documented") {
  for (const std::string& value : hostile_values(500)) {
    if (value.find('\xFE') != std::string::npos || value.find('\xC0') != std::string::npos) continue;
    if (value.size() > limits::shown_value_bytes) continue;  // cut: slot_value_test.cpp
    for (const Template& form :
         {Template{"a ", SlotContext::Text, " b\n"}, Template{"", SlotContext::Text, ""},
          Template{"|a|\n|-|\n|b ", SlotContext::TableCell, " c|\n"}}) {
      const std::string before = form.before.substr(form.before.find_last_of("\n|") + 1);
      const std::string after = form.after.substr(0, form.after.find_first_of("\n|"));
      const std::string text = replaced(shape_of(fill(form, value)).text, "\u2060", "");
      INFO(value.substr(0, 200));
      CHECK(text.ends_with(before + documented(value) + after));
    }
  }
}

TEST_CASE("no value becomes a part of a bare URL") {
  for (const std::string before :
       {"http://", "see https://a.", "www.", "WWW.a.", "ftp://x-", "https://a.example/",
        "https://a.example/b?c=", "https://a.example/b\\`c>d/"}) {
    const std::string filled = fill({before, SlotContext::Text, " b\n"}, "evil.example");
    INFO(filled);
    CHECK(shape_of(filled).nodes.find("link") == std::string::npos);
  }
  const std::string angle = fill({"<https://a.example/>", SlotContext::Text, "\n"}, "b");
  CHECK(shape_of(angle).nodes.find("link") != std::string::npos);
  const std::string code = fill({"`https://a.example/`", SlotContext::Text, "\n"}, "b");
  CHECK(code.find('\\') == std::string::npos);
}

TEST_CASE("Markdown escapes are these bytes") {
  const std::vector<std::pair<std::string, std::string>> table = {
      {"10.0.0.4", "10.0.0.4"},
      {"snake_case", "snake\\_case"},
      {"# x", "\\# x"},
      {"- x", "\\- x"},
      {"a-b", "a-b"},
      {"1. x", "1\\. x"},
      {"a|b", "a&#124;b"},
      {"@user", "@&#8288;user"},
      {"http://a", "http\\://a"},
      {"www.a", "www\\.a"},
      {" a ", "&#32;a&#32;"},
      {"a\nb", "a b"},
      {"<b>&amp;", "\\<b>\\&amp;"},
      {"*`[", "\\*\\`\\["},
  };
  for (const auto& [value, wanted] : table) CHECK(markdown(value) == wanted);
}

TEST_CASE("a code span takes as many backticks as its value needs") {
  CHECK(markdown_code("a.b[0]") == "`a.b[0]`");
  CHECK(markdown_code("a`b``") == "``` a`b`` ```");
  for (const std::string& value : hostile_values(200)) {
    CHECK(shape_of("a " + markdown_code(value) + " b").nodes == shape_of("a `x` b").nodes);
  }
}
