// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "engine/diagnostics/markdown_codes.h"
#include "tests/markdown/rendered.h"

namespace tsg::test {

namespace {

#define AGENT "<!-- audience: agent -->"
#define ALL "<!-- /audience -->"

struct ForAgents {
  std::string body = {};
  std::string customers = {};  // what they see of the HTML
};

const std::vector<ForAgents> for_agents = {
    {"a\n" AGENT "\nsecret\n" ALL "\nb", "<p>a</p>\n<p>b</p>\n"},
    {"a " AGENT "secret" ALL " b", "<p>a  b</p>\n"},
    {"a\n\n" AGENT "\n\nsecret", "<p>a</p>\n"},
    {"a " AGENT "secret\n\nmore", ""},
    {"- a\n- b " AGENT "\n- secret\n" ALL "\n\nz", "<p>z</p>\n"},
    {"- a\n- " AGENT "secret" ALL "\n- c", "<ul>\n<li>a</li>\n<li>\n</li>\n<li>c</li>\n</ul>\n"},
    {"```\na\n" AGENT "\nsecret\n" ALL "\nb\n```", "<pre><code>a\nb\n</code></pre>\n"},
    {"<div>\n" AGENT "\nsecret</div>\n" ALL "\n\nz", "<p>z</p>\n"},
    {"|a|b|\n|-|-|\n|x|" AGENT "secret" ALL "|\n\nz",
     "<table>\n<thead>\n<tr>\n<th>a</th>\n<th>b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>x</td>\n<td></"
     "td>\n</tr>\n"
     "</tbody>\n</table>\n<p>z</p>\n"},
    {AGENT "\nsecret " AGENT " secret " ALL " secret\n" ALL "\n\nz", "<p>z</p>\n"},
    {"<!-- audience: agents -->\nsecret\n" ALL "\nz", "<p>z</p>\n"},
    {"[x](y \"" AGENT "\") secret " ALL " z", ""},
    {"![" AGENT "](y) secret " ALL " z", ""},
    {"<azureKB> " AGENT "</azureKB> secret " ALL " z", " z</p>\n"},
    {"<!-- `" AGENT "` --> secret\n\n" ALL "\nz", "<p>z</p>\n"},
    {"> " AGENT "secret\n> " ALL "z", "<blockquote>\n<p>z</p>\n</blockquote>\n"},
};

bool text_leaks(const std::vector<Block>& blocks) {
  bool agents = false;
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::AgentBegin) agents = true;
    if (block.kind == BlockKind::AgentEnd) agents = false;
    for (const Span& span : block.spans) {
      if (!agents && span.text.find("secret") != std::string::npos) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("no output shows customers a text for agents") {
  for (const ForAgents& entry : for_agents) {
    INFO(entry.body);
    const CompiledArticle article = compile(entry.body).article;
    CHECK(rendered(article, article.html, Show::WithoutAgents).find("secret") == std::string::npos);
    CHECK(rendered(article, article.markdown, Show::WithoutAgents).find("secret") == std::string::npos);
    CHECK(!text_leaks(article.blocks));
    CHECK(rendered(article, article.html).find("secret") != std::string::npos);
  }
}

TEST_CASE("what customers see beside a text for agents is whole") {
  for (const ForAgents& entry : for_agents) {
    INFO(entry.body);
    if (entry.customers.starts_with(' ')) continue;
    CHECK(html_of(entry.body, Show::WithoutAgents) == entry.customers);
  }
}

TEST_CASE("a section's text is parsed, wherever its marker stands on the line") {
  const std::string section = "<p>text <strong>bold</strong>";
  for (const std::string body :
       {"# T\n<!--issueDescription-->text **bold**\n<!--/issueDescription-->\nrest",
        "# T\n\n<!--issueDescription-->\ntext **bold**\n<!--/issueDescription-->\n\nrest",
        "# T\n<!--issueDescription-->\ntext **bold**<!--/issueDescription-->\n\nrest",
        "# T\n<!--issueDescription--> text **bold** <!--/issueDescription-->\n\nrest"}) {
    INFO(body);
    const std::string shown = html_of(body, Show::SectionsOnly);
    CHECK(shown.starts_with(section));
    CHECK(html_of(body, Show::WithoutSections) == "<h1>T</h1>\n<p>rest</p>\n");
  }
}

TEST_CASE("a marker alone on its line keeps paragraphs apart") {
  CHECK(html_of("a\n<!--issueDescription-->\nb\n<!--/issueDescription-->\nc") ==
        "<p>a</p>\n<p>b</p>\n<p>c</p>\n");
  CHECK(html_of("a\n<!-- note -->\nb") == "<p>a</p>\n<p>b</p>\n");
  CHECK(html_of("- <!-- note -->a\n- b") == "<ul>\n<li>\na</li>\n<li>b</li>\n</ul>\n");
}

TEST_CASE("a section that is never closed or never opened is no section") {
  CHECK(html_of("a\n<!--issueDescription-->\nb", Show::SectionsOnly).empty());
  CHECK(html_of("a\n<!--/issueDescription-->\nb\n<!--/issueDescription-->", Show::SectionsOnly).empty());
}

TEST_CASE("a marker inside an element moves out of it, with a message") {
  const Compilation compilation = compile("<!--issueDescription-->\n- a\n- b <!--/issueDescription-->\n- c");
  CHECK(has_code(compilation, codes::marker_inside_element));
  CHECK(rendered(compilation.article, compilation.article.html, Show::SectionsOnly) ==
        "<ul>\n<li>a</li>\n<li>b </li>\n<li>c</li>\n</ul>\n");
}

TEST_CASE("comments vanish outside of code, and are text in it") {
  CHECK(html_of("a <!-- x --> b --> c") == "<p>a  b --&gt; c</p>\n");
  CHECK(html_of("a <!-- x -- y --> b") == "<p>a  b</p>\n");
  CHECK(html_of("a <!-- x\n\ny --> b") == "<p>a  b</p>\n");
  CHECK(html_of("`<!-- x -->`") == "<p><code>&lt;!-- x --&gt;</code></p>\n");
  CHECK(html_of("```\n<!-- x --> y\n  <azureKB>z</azureKB>\n```") ==
        "<pre><code>&lt;!-- x --&gt; y\n  &lt;azureKB&gt;z&lt;/azureKB&gt;\n</code></pre>\n");
  CHECK(html_of("`<!--` and `-->`") == "<p><code>&lt;!--</code> and <code>--&gt;</code></p>\n");
  CHECK(html_of("- ```\n  <!-- a\n  b --> c\n  ```") ==
        "<ul>\n<li>\n<pre><code>&lt;!-- a\nb --&gt; c\n</code></pre>\n</li>\n</ul>\n");
}

}  // namespace tsg::test
