// SPDX-License-Identifier: MIT
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <catch2/catch.hpp>

#include <cstdlib>
#include <iostream>

#include "engine/markdown/bounds.h"
#include "tests/markdown/rendered.h"
#include "tests/markdown/shared_articles.h"

namespace tsg::test {

namespace {

struct OracleAnswer {
  std::string html = {};
  bool qualifies = true;  // no raw HTML, alerts or addresses outside the allow-list
};

// http, https, mailto, or neither scheme nor host.
bool plain_address(const std::string& url) {
  for (const char* scheme : {"http:", "https:", "mailto:"}) {
    if (url.rfind(scheme, 0) == 0) return true;
  }
  const std::size_t mark = url.find_first_of(":/?#\\");
  const bool scheme = mark != std::string::npos && url[mark] == ':';
  const bool host = url.size() > 1 && std::string("/\\").find(url[0]) != std::string::npos &&
                    std::string("/\\").find(url[1]) != std::string::npos;
  return !scheme && !host;
}

bool plain_node(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) return false;
  if (type == CMARK_NODE_TEXT) return std::string(cmark_node_get_literal(node)).rfind("[!", 0) != 0;
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return plain_address(cmark_node_get_url(node));
  return true;
}

OracleAnswer ask_cmark(const std::string& body) {
  cmark_gfm_core_extensions_ensure_registered();
  cmark_parser* const parser = cmark_parser_new(CMARK_OPT_DEFAULT);
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser, body.data(), body.size());
  cmark_node* const root = cmark_parser_finish(parser);
  OracleAnswer answer;
  char* const html = cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
  answer.html = html;
  std::free(html);
  cmark_iter* const iterator = cmark_iter_new(root);
  while (cmark_iter_next(iterator) != CMARK_EVENT_DONE) {
    answer.qualifies = answer.qualifies && plain_node(cmark_iter_get_node(iterator));
  }
  cmark_iter_free(iterator);
  cmark_node_free(root);
  cmark_parser_free(parser);
  return answer;
}

const std::vector<std::string> plain_documents = {
    "",
    "\n\n",
    "plain",
    "# One\n\n## Two ##\n\nThree\n===\n\nFour\n---\n",
    "a\\\nb  \nc\n*em* __strong__ ~~struck~~ ***both*** **a *b* c**",
    "- a\n- b\n  - c\n\n    d\n\n1. x\n2) y\n10. z\n",
    "- [ ] open\n- [x] done\n",
    "> quote\nlazy\n> > deeper\n>\n> - list\n",
    "```sh\ncode <b> & \"q\"\n```\n\n~~~\ntildes\n~~~\n\n    indented\n\n\tcode\n",
    "| a | b |\n|:--|:-:|\n| `x\\|y` | **z** |\n| short |\n\nafter\n",
    "[a](http://x.example/?q=1&r=2 \"t\") ![i](rel/p.png) <https://auto.example> <m@example.org>",
    "[ref][r] [r] [R][]\n\n[r]: https://x.example/y 'title'\n",
    "&amp; &copy; &#35; &unknown; \\* \\< 1 < 2 > 0 \"q\" 'a'",
    "`code` `` a`b `` ` `` `",
    "***\n---\n_ _ _\n",
    "text --> arrow -- dash",
    "\xC3\xA9\xE2\x82\xAC \xF0\x9F\x99\x82 \xC2\xA0nbsp",
    "line\r\nline\r\n\r\npara\rsame",
    "a[b](#anchor)(c) [](empty) [x](<a b>) [y](a(b)c)",
    "1) one\n\n\n   two\n\n-\n\n- \n",
    "Setext\nover two lines\n===\n",
    "* a\n\n  ```\n  code\n  ```\n* b\n",
};

}  // namespace

TEST_CASE("plain Markdown gives what cmark-gfm gives") {
  for (const std::string& document : plain_documents) {
    const OracleAnswer answer = ask_cmark(document);
    INFO(document);
    REQUIRE(answer.qualifies);
    CHECK(html_of(document) == answer.html);
  }
}

TEST_CASE("every real article without special parts gives what cmark-gfm gives") {
  const std::vector<std::string> bodies = shared_bodies();
  std::size_t qualified = 0;
  std::size_t equal = 0;
  for (const std::string& body : bodies) {
    if (body.find("<!--") != std::string::npos || beyond_bounds(body)) continue;
    const OracleAnswer answer = ask_cmark(body);
    if (!answer.qualifies) continue;
    ++qualified;
    const std::string html = html_of(body);
    equal += html == answer.html ? 1 : 0;
    if (html != answer.html) {
      UNSCOPED_INFO(body);
    }
    CHECK(html == answer.html);
  }
  if (!bodies.empty())
    std::cout << "cmark-gfm oracle: " << equal << " of " << qualified << " qualified articles\n";
}

}  // namespace tsg::test
