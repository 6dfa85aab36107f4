// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/diagnostics/markdown_codes.h"
#include "tests/markdown/rendered.h"

namespace tsg::test {

namespace {

#define SLOT "<!--$N-->d<!--/$N-->"

struct InContext {
  std::string body = {};
  std::string html = {};  // the slot as [N|d]
  SlotContext context = SlotContext::Text;
};

const std::vector<InContext> contexts = {
    {"a " SLOT " b", "<p>a [N|d] b</p>\n", SlotContext::Text},
    {"**" SLOT "**", "<p><strong>[N|d]</strong></p>\n", SlotContext::Text},
    {"x" SLOT "y", "<p>x[N|d]y</p>\n", SlotContext::Text},
    {"- " SLOT, "<ul>\n<li>[N|d]</li>\n</ul>\n", SlotContext::Text},
    {"# " SLOT, "<h1>[N|d]</h1>\n", SlotContext::Heading},
    {SLOT "\n===", "<h1>[N|d]</h1>\n", SlotContext::Heading},
    {"|a|\n|-|\n|" SLOT "|",
     "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>[N|d]</td>\n</tr>\n</tbody>\n</"
     "table>\n",
     SlotContext::TableCell},
    {"`" SLOT "`", "<p><code>[N|d]</code></p>\n", SlotContext::CodeSpan},
    {"```\n" SLOT "\n```", "<pre><code>[N|d]\n</code></pre>\n", SlotContext::CodeBlock},
    {"    " SLOT, "<pre><code>[N|d]\n</code></pre>\n", SlotContext::CodeBlock},
    {"[" SLOT "](x)", "<p><a href=\"x\">[N|d]</a></p>\n", SlotContext::Text},
    {"[t](" SLOT ")", "<p><a href=\"[N|d]\">t</a></p>\n", SlotContext::UrlWhole},
    {"[t](https://h/" SLOT ")", "<p><a href=\"https://h/[N|d]\">t</a></p>\n", SlotContext::UrlPath},
    {"[t](/" SLOT "/x)", "<p><a href=\"/[N|d]/x\">t</a></p>\n", SlotContext::UrlPath},
    {"[t](https://h/?q=" SLOT ")", "<p><a href=\"https://h/?q=[N|d]\">t</a></p>\n", SlotContext::UrlQuery},
    {"[t](#" SLOT ")", "<p><a href=\"#[N|d]\">t</a></p>\n", SlotContext::UrlQuery},
    {"[t](mailto:" SLOT ")", "<p><a href=\"mailto:[N|d]\">t</a></p>\n", SlotContext::UrlPath},
    {"[t](x \"" SLOT "\")", "<p><a href=\"x\" title=\"[N|d]\">t</a></p>\n", SlotContext::Attribute},
    {"![" SLOT "](x)", "<p><img src=\"x\" alt=\"[N|d]\" /></p>\n", SlotContext::Attribute},
    {"<b title=\"" SLOT "\">x</b>", "<p><b title=\"[N|d]\">x</b></p>\n", SlotContext::Attribute},
    {"<a href='https://h/" SLOT "'>x</a>", "<p><a href=\"https://h/[N|d]\">x</a></p>\n",
     SlotContext::UrlPath},
    {"<div>" SLOT "</div>", "<div>[N|d]</div>\n", SlotContext::Text},
    {"[r]\n\n[r]: https://h/" SLOT, "<p><a href=\"https://h/[N|d]\">r</a></p>\n", SlotContext::UrlPath},
};

struct Misplaced {
  std::string body = {};
  Code code = {};
  std::string html = {};
};

const std::vector<Misplaced> misplaced = {
    {"[t](" SLOT "://h/)", codes::placeholder_in_url, "<p>t</p>\n"},
    {"[t](https://" SLOT "/)", codes::placeholder_in_url, "<p>t</p>\n"},
    {"[t](https://h:" SLOT "/)", codes::placeholder_in_url, "<p>t</p>\n"},
    {"[t](https://h" SLOT ")", codes::placeholder_in_url, "<p>t</p>\n"},
    {"[t](" SLOT "/x)", codes::placeholder_in_url, "<p>t</p>\n"},
    {"[t](https:" SLOT ")", codes::placeholder_in_url, "<p>t</p>\n"},
    {"<a href=\"java" SLOT ":x\">t</a>", codes::placeholder_in_url, "<p><a>t</a></p>\n"},
    {"[" SLOT "]: /x\n", codes::placeholder_in_reference_label, ""},
    {"```" SLOT "\nx\n```", codes::placeholder_in_fence_info, "<pre><code>x\n</code></pre>\n"},
    {"<b title=" SLOT ">x</b>", codes::placeholder_in_tag, "<p><b>x</b></p>\n"},
    {"<b " SLOT "=\"x\">x</b>", codes::placeholder_in_tag, "<p><b>x</b></p>\n"},
    {"<b" SLOT ">x", codes::placeholder_in_tag, "<p>&lt;b[N|d]&gt;x</p>\n"},
    {"a <!-- x " SLOT " y --> b", codes::placeholder_in_comment, "<p>a  b</p>\n"},
    {"<script>" SLOT "</script>", codes::placeholder_in_forbidden, ""},
    {"a <style>`" SLOT "`</style>", codes::element_forbidden, "<p>a <code>[N|d]</code></p>\n"},
    {"<!--$A-->a\n\nb<!--/$A-->", codes::placeholder_too_wide, "<p>a</p>\n<p>b</p>\n"},
    {"<!--$A-->a<!--issueDescription--><!--/$A--><!--/issueDescription-->", codes::placeholder_too_wide, ""},
    {"<!--$A-->a" SLOT "<!--/$A-->", codes::placeholder_in_default, "<p>[A|ad]</p>\n"},
};

}  // namespace

TEST_CASE("a slot knows its context") {
  for (const InContext& entry : contexts) {
    INFO(entry.body);
    const Compilation compilation = compile(entry.body, HeadingIds::Omit);
    CHECK(compilation.diagnostics.empty());
    CHECK(rendered(compilation.article, compilation.article.html, Show::Everything, true) == entry.html);
    for (const Segment& segment : compilation.article.html) {
      if (segment.kind == SegmentKind::Slot) CHECK(segment.context == entry.context);
    }
  }
}

TEST_CASE("a placeholder where it may not stand is an error with a place and a help") {
  for (const Misplaced& entry : misplaced) {
    INFO(entry.body);
    const Compilation compilation = compile(entry.body, HeadingIds::Omit);
    CHECK(has_code(compilation, entry.code));
    if (!entry.html.empty()) CHECK(html_of(entry.body) == entry.html);
    for (const Diagnostic& diagnostic : compilation.diagnostics) {
      CHECK(!diagnostic.help.empty());
      CHECK(diagnostic.place.range.end <= entry.body.size());
    }
  }
}

TEST_CASE("a default is plain text, kept as it was written") {
  const Compilation compilation = compile("**<!--$N--> *x* &amp; <b> <!--/$N-->**");
  REQUIRE(compilation.article.html.size() == 3);
  CHECK(compilation.article.html[1].text == " *x* &amp; <b> ");
}

TEST_CASE("names of placeholders pair without case, and are numbered by first use") {
  const Compilation compilation = compile("<!--$A-->x<!--/$a--> <!--$B-->y<!--/$B--> <!--$A-->z<!--/$A-->");
  CHECK(compilation.article.placeholders == std::vector<std::string>{"A", "B"});
}

TEST_CASE("tokens that pair with nothing are not shown") {
  CHECK(html_of("a <!--$A--> b <!--/$A--><!--/$A-->c") == "<p>a [A| b ]c</p>\n");
  CHECK(html_of("a <!--/$A--> b") == "<p>a  b</p>\n");
  CHECK(html_of("`a <!--$A--> b`") == "<p><code>a  b</code></p>\n");
}

TEST_CASE("a word like a key is only a word") {
  const std::string once = "<!--$A-->x<!--/$A-->";
  const Keys keys(once);
  CHECK(html_of(keys.key(0) + " " + once) == "<p>" + keys.key(0) + " [A|x]</p>\n");
}

TEST_CASE("ids of headings come from the author's words") {
  const auto html = [](std::string_view body) {
    const Compilation compilation = compile(body);
    return rendered(compilation.article, compilation.article.html);
  };
  CHECK(html("# How to *fix* `it`?") ==
        "<h1 id=\"how-to-fix-it\">How to <em>fix</em> <code>it</code>?</h1>\n");
  CHECK(html("# A\n# a\n# A 1\n# a-1\n") ==
        "<h1 id=\"a\">A</h1>\n<h1 id=\"a-1\">a</h1>\n<h1 id=\"a-1-1\">A 1</h1>\n<h1 id=\"a-1-2\">a-1</h1>\n");
  CHECK(html("# <!--$N-->The name<!--/$N--> & co") == "<h1 id=\"the-name--co\">The name &amp; co</h1>\n");
  CHECK(html("# \xC3\x9C"
             "ber \xE2\x80\x93 uns") ==
        "<h1 id=\"\xC3\x9C"
        "ber--uns\">\xC3\x9C"
        "ber \xE2\x80\x93 uns</h1>\n");
  CHECK(html("# !") == "<h1 id=\"section\">!</h1>\n");
  CHECK(html("# T <!-- audience: agent -->secret<!-- /audience -->") == "<h1 id=\"t\">T secret</h1>\n");
}

}  // namespace tsg::test
