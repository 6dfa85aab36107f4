// SPDX-License-Identifier: MIT
// Every context of a slot and every kind of value: the bytes that stand in HTML and in Markdown.
#include <catch2/catch.hpp>

#include "renderers/fill.h"
#include "tests/renderers/sample_guide.h"

using namespace tsg;
using namespace tsg::test;

namespace {

struct Row {
  SlotContext context;
  std::string value;
  std::string html;
  std::string markdown;  // of code between its fences, of all else between `a ` and ` b`
};

std::string in_html(SlotContext context, const std::string& value) {
  std::string out;
  const CompiledArticle article = {.placeholders = {"Name"}, .html = {slot(0, "[Name]", context)}};
  fill_html(out, article, {.values = {{.placeholder = "Name", .value = value}}});
  return out;
}

std::uint16_t run_of(SlotContext context) {
  if (context == SlotContext::CodeSpan) return 1;
  return context == SlotContext::CodeBlock ? 3 : 0;
}

std::string in_markdown(SlotContext context, const std::string& value) {
  Segment hole = slot(0, "[Name]", context);
  hole.run = run_of(context);
  CompiledArticle article = {.placeholders = {"Name"}, .markdown = {words("a "), hole, words(" b")}};
  if (hole.run > 0) article.markdown = {fence(context, hole.run), hole, fence(context, hole.run)};
  std::string out;
  fill_markdown(out, article, {.values = {{.placeholder = "Name", .value = value}}});
  return out;
}

using C = SlotContext;

}  // namespace

TEST_CASE("each context gives each value these bytes") {
  // clang-format off
  const std::vector<Row> rows = {
      {C::Text, "<b>&amp;\"'",
       "<bdi>&lt;b&gt;&amp;amp;&quot;&#39;</bdi>",
       "a \\<b>\\&amp;\"' b"},
      {C::Text, "a`b``c",
       "<bdi>a`b``c</bdi>",
       "a a\\`b\\`\\`c b"},
      {C::Text, "x | y\nz",
       "<bdi>x | y\nz</bdi>",
       "a x &#124; y z b"},
      {C::Text, "https://a.example/p?q=1&r=[2]#f",
       "<bdi>https://a.example/p?q=1&amp;r=[2]#f</bdi>",
       "a https\\://a.example/p?q=1\\&r=\\[2\\]#f b"},
      {C::Text, "javascript:alert(1)",
       "<bdi>javascript:alert(1)</bdi>",
       "a javascript:alert(1) b"},
      {C::Text, "../%2e/a b",
       "<bdi>../%2e/a b</bdi>",
       "a \\../%2e/a b b"},
      {C::Text, "\x1b[31m\xe2\x80\xae\xff",
       "<bdi>\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd</bdi>",
       "a \xef\xbf\xbd\\[31m\xe2\x80\xae\xef\xbf\xbd b"},
      {C::Text, "",
       "<bdi></bdi>",
       "a \xe2\x81\xa0 b"},
      {C::Heading, "<b>&amp;\"'",
       "<bdi>&lt;b&gt;&amp;amp;&quot;&#39;</bdi>",
       "a \\<b>\\&amp;\"' b"},
      {C::Heading, "a`b``c",
       "<bdi>a`b``c</bdi>",
       "a a\\`b\\`\\`c b"},
      {C::Heading, "x | y\nz",
       "<bdi>x | y z</bdi>",
       "a x &#124; y z b"},
      {C::Heading, "https://a.example/p?q=1&r=[2]#f",
       "<bdi>https://a.example/p?q=1&amp;r=[2]#f</bdi>",
       "a https\\://a.example/p?q=1\\&r=\\[2\\]#f b"},
      {C::Heading, "javascript:alert(1)",
       "<bdi>javascript:alert(1)</bdi>",
       "a javascript:alert(1) b"},
      {C::Heading, "../%2e/a b",
       "<bdi>../%2e/a b</bdi>",
       "a \\../%2e/a b b"},
      {C::Heading, "\x1b[31m\xe2\x80\xae\xff",
       "<bdi>\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd</bdi>",
       "a \xef\xbf\xbd\\[31m\xe2\x80\xae\xef\xbf\xbd b"},
      {C::Heading, "",
       "<bdi></bdi>",
       "a \xe2\x81\xa0 b"},
      {C::TableCell, "<b>&amp;\"'",
       "<bdi>&lt;b&gt;&amp;amp;&quot;&#39;</bdi>",
       "a \\<b>\\&amp;\"' b"},
      {C::TableCell, "a`b``c",
       "<bdi>a`b``c</bdi>",
       "a a\\`b\\`\\`c b"},
      {C::TableCell, "x | y\nz",
       "<bdi>x | y z</bdi>",
       "a x &#124; y z b"},
      {C::TableCell, "https://a.example/p?q=1&r=[2]#f",
       "<bdi>https://a.example/p?q=1&amp;r=[2]#f</bdi>",
       "a https\\://a.example/p?q=1\\&r=\\[2\\]#f b"},
      {C::TableCell, "javascript:alert(1)",
       "<bdi>javascript:alert(1)</bdi>",
       "a javascript:alert(1) b"},
      {C::TableCell, "../%2e/a b",
       "<bdi>../%2e/a b</bdi>",
       "a \\../%2e/a b b"},
      {C::TableCell, "\x1b[31m\xe2\x80\xae\xff",
       "<bdi>\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd</bdi>",
       "a \xef\xbf\xbd\\[31m\xe2\x80\xae\xef\xbf\xbd b"},
      {C::TableCell, "",
       "<bdi></bdi>",
       "a \xe2\x81\xa0 b"},
      {C::CodeSpan, "<b>&amp;\"'",
       "<bdi>&lt;b&gt;&amp;amp;&quot;&#39;</bdi>",
       "`<b>&amp;\"'`"},
      {C::CodeSpan, "a`b``c",
       "<bdi>a`b``c</bdi>",
       "```a`b``c```"},
      {C::CodeSpan, "x | y\nz",
       "<bdi>x | y\nz</bdi>",
       "`x | y z`"},
      {C::CodeSpan, "https://a.example/p?q=1&r=[2]#f",
       "<bdi>https://a.example/p?q=1&amp;r=[2]#f</bdi>",
       "`https://a.example/p?q=1&r=[2]#f`"},
      {C::CodeSpan, "javascript:alert(1)",
       "<bdi>javascript:alert(1)</bdi>",
       "`javascript:alert(1)`"},
      {C::CodeSpan, "../%2e/a b",
       "<bdi>../%2e/a b</bdi>",
       "`../%2e/a b`"},
      {C::CodeSpan, "\x1b[31m\xe2\x80\xae\xff",
       "<bdi>\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd</bdi>",
       "`\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd`"},
      {C::CodeSpan, "",
       "<bdi></bdi>",
       "`\xe2\x81\xa0`"},
      {C::CodeBlock, "<b>&amp;\"'",
       "<bdi>&lt;b&gt;&amp;amp;&quot;&#39;</bdi>",
       "```<b>&amp;\"'```"},
      {C::CodeBlock, "a`b``c",
       "<bdi>a`b``c</bdi>",
       "```a`b``c```"},
      {C::CodeBlock, "x | y\nz",
       "<bdi>x | y\nz</bdi>",
       "```x | y\nz```"},
      {C::CodeBlock, "https://a.example/p?q=1&r=[2]#f",
       "<bdi>https://a.example/p?q=1&amp;r=[2]#f</bdi>",
       "```https://a.example/p?q=1&r=[2]#f```"},
      {C::CodeBlock, "javascript:alert(1)",
       "<bdi>javascript:alert(1)</bdi>",
       "```javascript:alert(1)```"},
      {C::CodeBlock, "../%2e/a b",
       "<bdi>../%2e/a b</bdi>",
       "```../%2e/a b```"},
      {C::CodeBlock, "\x1b[31m\xe2\x80\xae\xff",
       "<bdi>\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd</bdi>",
       "```\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd```"},
      {C::CodeBlock, "",
       "<bdi></bdi>",
       "``````"},
      {C::Attribute, "<b>&amp;\"'",
       "&lt;b&gt;&amp;amp;&quot;&#39;",
       "a &#60;b&#62;&#38;amp&#59;&#34;&#39; b"},
      {C::Attribute, "a`b``c",
       "a`b``c",
       "a a&#96;b&#96;&#96;c b"},
      {C::Attribute, "x | y\nz",
       "x | y\nz",
       "a x &#124; y&#10;z b"},
      {C::Attribute, "https://a.example/p?q=1&r=[2]#f",
       "https://a.example/p?q=1&amp;r=[2]#f",
       "a https&#58;&#47;&#47;a&#46;example&#47;p&#63;q&#61;1&#38;r&#61;&#91;2&#93;&#35;f b"},
      {C::Attribute, "javascript:alert(1)",
       "javascript:alert(1)",
       "a javascript&#58;alert&#40;1&#41; b"},
      {C::Attribute, "../%2e/a b",
       "../%2e/a b",
       "a &#46;&#46;&#47;&#37;2e&#47;a b b"},
      {C::Attribute, "\x1b[31m\xe2\x80\xae\xff",
       "\xef\xbf\xbd[31m\xe2\x80\xae\xef\xbf\xbd",
       "a \xef\xbf\xbd&#91;31m\xe2\x80\xae\xef\xbf\xbd b"},
      {C::Attribute, "",
       "",
       "a  b"},
      {C::UrlWhole, "<b>&amp;\"'",
       "#blocked",
       "a #blocked b"},
      {C::UrlWhole, "a`b``c",
       "#blocked",
       "a #blocked b"},
      {C::UrlWhole, "x | y\nz",
       "#blocked",
       "a #blocked b"},
      {C::UrlWhole, "https://a.example/p?q=1&r=[2]#f",
       "https://a.example/p?q=1&amp;r=%5B2%5D#f",
       "a https://a.example/p?q=1&amp;r=%5B2%5D#f b"},
      {C::UrlWhole, "javascript:alert(1)",
       "#blocked",
       "a #blocked b"},
      {C::UrlWhole, "../%2e/a b",
       "#blocked",
       "a #blocked b"},
      {C::UrlWhole, "\x1b[31m\xe2\x80\xae\xff",
       "#blocked",
       "a #blocked b"},
      {C::UrlWhole, "",
       "#blocked",
       "a #blocked b"},
      {C::UrlPath, "<b>&amp;\"'",
       "%3Cb%3E%26amp%3B%22%27",
       "a %3Cb%3E%26amp%3B%22%27 b"},
      {C::UrlPath, "a`b``c",
       "a%60b%60%60c",
       "a a%60b%60%60c b"},
      {C::UrlPath, "x | y\nz",
       "x%20%7C%20y%0Az",
       "a x%20%7C%20y%0Az b"},
      {C::UrlPath, "https://a.example/p?q=1&r=[2]#f",
       "https%3A%2F%2Fa.example%2Fp%3Fq%3D1%26r%3D%5B2%5D%23f",
       "a https%3A%2F%2Fa.example%2Fp%3Fq%3D1%26r%3D%5B2%5D%23f b"},
      {C::UrlPath, "javascript:alert(1)",
       "javascript%3Aalert%281%29",
       "a javascript%3Aalert%281%29 b"},
      {C::UrlPath, "../%2e/a b",
       "..%2F%252e%2Fa%20b",
       "a ..%2F%252e%2Fa%20b b"},
      {C::UrlPath, "\x1b[31m\xe2\x80\xae\xff",
       "%1B%5B31m%E2%80%AE%EF%BF%BD",
       "a %1B%5B31m%E2%80%AE%EF%BF%BD b"},
      {C::UrlPath, "",
       "",
       "a  b"},
      {C::UrlQuery, "<b>&amp;\"'",
       "%3Cb%3E%26amp%3B%22%27",
       "a %3Cb%3E%26amp%3B%22%27 b"},
      {C::UrlQuery, "a`b``c",
       "a%60b%60%60c",
       "a a%60b%60%60c b"},
      {C::UrlQuery, "x | y\nz",
       "x%20%7C%20y%0Az",
       "a x%20%7C%20y%0Az b"},
      {C::UrlQuery, "https://a.example/p?q=1&r=[2]#f",
       "https%3A%2F%2Fa.example%2Fp%3Fq%3D1%26r%3D%5B2%5D%23f",
       "a https%3A%2F%2Fa.example%2Fp%3Fq%3D1%26r%3D%5B2%5D%23f b"},
      {C::UrlQuery, "javascript:alert(1)",
       "javascript%3Aalert%281%29",
       "a javascript%3Aalert%281%29 b"},
      {C::UrlQuery, "../%2e/a b",
       "..%2F%252e%2Fa%20b",
       "a ..%2F%252e%2Fa%20b b"},
      {C::UrlQuery, "\x1b[31m\xe2\x80\xae\xff",
       "%1B%5B31m%E2%80%AE%EF%BF%BD",
       "a %1B%5B31m%E2%80%AE%EF%BF%BD b"},
      {C::UrlQuery, "",
       "",
       "a  b"},
  };
  // clang-format on
  for (const Row& row : rows) {
    INFO("context " << static_cast<int>(row.context) << ", value " << row.value);
    CHECK(in_html(row.context, row.value) == row.html);
    CHECK(in_markdown(row.context, row.value) == row.markdown);
  }
}
