// SPDX-License-Identifier: MIT
// The comment tokens that carry meaning in an article: placeholders, sections, audiences, includes.
//
//   <!--$Name-->default<!--/$Name-->     <!--issueDescription-->...<!--/issueDescription-->
//   <!-- audience: agent -->...<!-- /audience -->     <!-- include: ../shared/x.md -->
//
// Reading rules R8 and R9 of docs/article-format.md: blanks are allowed inside the token; placeholder names
// hold no
// `<` or `>`; the six section names are case-sensitive. Any other comment is an ordinary comment and gives no
// token.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

enum class TokenKind : std::uint8_t {
  PlaceholderOpen,
  PlaceholderClose,
  SectionOpen,
  SectionClose,
  AudienceOpen,   // name is the audience
  AudienceClose,  // name is empty
  Include,        // name is the path
};

struct Token {
  TokenKind kind = TokenKind::PlaceholderOpen;
  std::string name = {};     // trimmed
  ByteRange range = {};      // of the whole comment, in the scanned text
  bool inner_blank = false;  // a blank stands beside `/`, `$` or the name
  bool operator==(const Token&) const = default;
};

// All tokens of `text` in order. Linear in its size.
std::vector<Token> scan_tokens(std::string_view text);

// A placeholder: an open token paired with its close. Pairing is by the nearest open token before a close.
struct TokenPair {
  std::size_t open = 0;  // indexes into the tokens
  std::size_t close = 0;
  bool operator==(const TokenPair&) const = default;
};

struct PairedTokens {
  std::vector<TokenPair> pairs = {};       // in the order of their opens
  std::vector<std::size_t> unopened = {};  // closes without an open
  std::vector<std::size_t> unclosed = {};  // opens without a close
};

// Pairs the placeholder tokens. A close takes, among the opens still waiting, the nearest of exactly its
// name, else the nearest of its name without case, else the nearest of any name.
PairedTokens pair_placeholders(const std::vector<Token>& tokens);

}  // namespace tsg
