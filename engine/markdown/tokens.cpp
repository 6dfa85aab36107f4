// SPDX-License-Identifier: MIT
#include "engine/markdown/tokens.h"

#include <algorithm>
#include <array>
#include <optional>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::array<std::string_view, 6> section_names = {"issueDescription",  "rcaDescription",
                                                           "resolutionDetails", "recommendedActions",
                                                           "salutation",        "additionalInfo"};

// Takes blanks off the front; true when there were any.
bool take_blanks(std::string_view& text) {
  const std::string_view trimmed = text.substr(std::min(text.find_first_not_of(" \t\r\n\f\v"), text.size()));
  const bool found = trimmed.size() != text.size();
  text = trimmed;
  return found;
}

std::optional<Token> placeholder_token(std::string_view inside, bool close, bool blank) {
  inside.remove_prefix(1);  // the `$`
  const std::string_view name = ascii_trimmed(inside);
  if (name.empty() || name.find_first_of("<>") != std::string_view::npos) return std::nullopt;
  Token token;
  token.kind = close ? TokenKind::PlaceholderClose : TokenKind::PlaceholderOpen;
  token.name = std::string(name);
  token.inner_blank = blank || name.size() != inside.size();
  return token;
}

// `audience: agent` and `include: path`, which tsg itself brought in.
std::optional<Token> directive_token(std::string_view inside, bool close) {
  Token token;
  const std::string_view text = ascii_trimmed(inside);
  if (close) {
    if (text != "audience") return std::nullopt;
    token.kind = TokenKind::AudienceClose;
    return token;
  }
  for (const auto& [word, kind] :
       {std::pair<std::string_view, TokenKind>{"audience:", TokenKind::AudienceOpen},
        std::pair<std::string_view, TokenKind>{"include:", TokenKind::Include}}) {
    if (!text.starts_with(word)) continue;
    token.kind = kind;
    token.name = std::string(ascii_trimmed(text.substr(word.size())));
    return token;
  }
  return std::nullopt;
}

// The token that a comment with this text between `<!--` and `-->` is.
std::optional<Token> token_of(std::string_view inside) {
  bool blank = take_blanks(inside);
  const bool close = inside.starts_with('/');
  if (close) inside.remove_prefix(1);
  if (close) blank = take_blanks(inside) || blank;
  if (inside.starts_with('$')) return placeholder_token(inside, close, blank);
  const std::string_view name = ascii_trimmed(inside);
  if (std::find(section_names.begin(), section_names.end(), name) == section_names.end()) {
    return directive_token(inside, close);
  }
  Token token;
  token.kind = close ? TokenKind::SectionClose : TokenKind::SectionOpen;
  token.name = std::string(name);
  token.inner_blank = blank || name.size() != inside.size();
  return token;
}

}  // namespace

std::vector<Token> scan_tokens(std::string_view text) {
  std::vector<Token> tokens;
  std::size_t end = 0;
  for (std::size_t begin = text.find("<!--"); begin != std::string_view::npos;
       begin = text.find("<!--", begin)) {
    if (end < begin + 4) end = text.find("-->", begin + 4);
    if (end == std::string_view::npos) break;
    std::optional<Token> token = token_of(text.substr(begin + 4, end - begin - 4));
    if (!token) {
      // An ordinary comment, or `<!--` in prose: a token may still begin before its end.
      begin += 4;
      continue;
    }
    token->range = {begin, end + 3};
    tokens.push_back(std::move(*token));
    begin = end + 3;
  }
  return tokens;
}

namespace {

// Of the waiting opens, the position of the one that `name` closes.
std::optional<std::size_t> waiting_for(const std::vector<Token>& tokens,
                                       const std::vector<std::size_t>& waiting, std::string_view name) {
  for (std::size_t at = waiting.size(); at-- > 0;) {
    if (tokens[waiting[at]].name == name) return at;
  }
  for (std::size_t at = waiting.size(); at-- > 0;) {
    if (equal_ignoring_case(tokens[waiting[at]].name, name)) return at;
  }
  if (waiting.empty()) return std::nullopt;
  return waiting.size() - 1;
}

}  // namespace

PairedTokens pair_placeholders(const std::vector<Token>& tokens) {
  // Unclosed opens further back than this are given up, so that pairing stays linear.
  constexpr std::size_t most_waiting = 64;
  PairedTokens paired;
  std::vector<std::size_t> waiting;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].kind == TokenKind::PlaceholderOpen) {
      waiting.push_back(at);
      if (waiting.size() <= most_waiting) continue;
      paired.unclosed.push_back(waiting.front());
      waiting.erase(waiting.begin());
      continue;
    }
    if (tokens[at].kind != TokenKind::PlaceholderClose) continue;
    const std::optional<std::size_t> open = waiting_for(tokens, waiting, tokens[at].name);
    if (!open) {
      paired.unopened.push_back(at);
      continue;
    }
    paired.pairs.push_back({waiting[*open], at});
    waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(*open));
  }
  paired.unclosed.insert(paired.unclosed.end(), waiting.begin(), waiting.end());
  std::sort(paired.unclosed.begin(), paired.unclosed.end());
  std::sort(paired.pairs.begin(), paired.pairs.end(),
            [](const TokenPair& a, const TokenPair& b) { return a.open < b.open; });
  return paired;
}

}  // namespace tsg
