// SPDX-License-Identifier: MIT
#include "engine/markdown/tokens.h"

#include <catch2/catch.hpp>

using namespace tsg;

namespace {

struct Case {
  const char* text;
  TokenKind kind;
  const char* name;
  bool inner_blank;
};

}  // namespace

TEST_CASE("tokens are read in every form they are written") {
  const Case cases[] = {
      {"<!--$Name-->", TokenKind::PlaceholderOpen, "Name", false},
      {"<!--/$Name-->", TokenKind::PlaceholderClose, "Name", false},
      {"<!--$ Name-->", TokenKind::PlaceholderOpen, "Name", true},
      {"<!-- $Name -->", TokenKind::PlaceholderOpen, "Name", true},
      {"<!-- / $ List of IPs -->", TokenKind::PlaceholderClose, "List of IPs", true},
      {"<!--issueDescription-->", TokenKind::SectionOpen, "issueDescription", false},
      {"<!-- /salutation -->", TokenKind::SectionClose, "salutation", true},
      {"<!-- audience: agent -->", TokenKind::AudienceOpen, "agent", false},
      {"<!-- /audience -->", TokenKind::AudienceClose, "", false},
      {"<!-- include: ../shared/x.md -->", TokenKind::Include, "../shared/x.md", false},
  };
  for (const Case& one : cases) {
    INFO(one.text);
    const std::vector<Token> tokens = scan_tokens(one.text);
    REQUIRE(tokens.size() == 1);
    CHECK(tokens[0].kind == one.kind);
    CHECK(tokens[0].name == one.name);
    CHECK(tokens[0].inner_blank == one.inner_blank);
    CHECK(tokens[0].range == ByteRange{0, std::string_view(one.text).size()});
  }
}

TEST_CASE("what only looks like a token is none") {
  for (const char* text : {"<!--IssueDescription-->", "<!--$-->", "<!--$a<b>-->", "<!-- note -->",
                           "<!--$Name", "<! --$Name-->", "<!-->", "-->"}) {
    INFO(text);
    CHECK(scan_tokens(text).empty());
  }
}

TEST_CASE("a token inside an ordinary comment is found") {
  CHECK(scan_tokens("<!-- note <!--$A-->").size() == 1);
}

TEST_CASE("placeholders pair with the nearest open of their name") {
  const PairedTokens paired =
      pair_placeholders(scan_tokens("<!--$A-->1<!--$B-->2<!--/$A-->3<!--/$b-->4<!--/$C-->5<!--$D-->"));
  REQUIRE(paired.pairs.size() == 2);
  CHECK(paired.pairs[0] == TokenPair{0, 2});
  CHECK(paired.pairs[1] == TokenPair{1, 3});
  CHECK(paired.unopened == std::vector<std::size_t>{4});
  CHECK(paired.unclosed == std::vector<std::size_t>{5});
}
