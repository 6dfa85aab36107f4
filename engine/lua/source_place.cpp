// SPDX-License-Identifier: MIT
#include "engine/lua/source_place.h"

#include <optional>
#include <string>

#include "engine/text/ascii.h"
#include "engine/text/line_index.h"

namespace tsg::lua {

namespace {

bool name_character(char c) {
  return ascii_alpha(c) || ascii_digit(c) || c == '_';
}

std::optional<ByteRange> find_word(std::string_view text, std::string_view word, std::size_t from) {
  for (std::size_t at = text.find(word, from); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    const bool begins = at == 0 || !name_character(text[at - 1]);
    if (begins && (end == text.size() || !name_character(text[end]))) return ByteRange{at, end};
  }
  return std::nullopt;
}

std::optional<ByteRange> find_member(std::string_view text, std::string_view member) {
  std::optional<ByteRange> found = member.empty() ? std::nullopt : find_word(text, member, 0);
  while (found) {
    std::size_t next = found->end;
    while (next < text.size() && ascii_space(text[next])) ++next;
    if (next + 1 < text.size() && text[next] == '=' && text[next + 1] != '=') return found;
    found = find_word(text, member, found->end);
  }
  return std::nullopt;
}

ByteRange range_of_return(std::string_view text) {
  std::optional<ByteRange> last;
  for (auto found = find_word(text, "return", 0); found; found = find_word(text, "return", found->end)) {
    const bool at_line_start = found->begin == 0 || text[found->begin - 1] == '\n';
    if (at_line_start) last = found;
  }
  return last.value_or(ByteRange{0, 0});
}

}  // namespace

ByteRange range_of_member(std::string_view text, std::string_view member) {
  return find_member(text, member).value_or(range_of_return(text));
}

ByteRange range_of_literal(std::string_view text, std::string_view member, std::string_view literal) {
  const auto named = find_member(text, member);
  const std::size_t from = named ? named->end : 0;
  for (const char quote : {'"', '\''}) {
    const std::string quoted = quote + std::string(literal) + quote;
    const std::size_t at = text.find(quoted, from);
    if (at != std::string_view::npos) return {at, at + quoted.size()};
  }
  return named.value_or(range_of_return(text));
}

ByteRange range_on_line(std::string_view text, std::uint32_t line, std::string_view message) {
  const LineIndex lines(text);
  const std::string_view words = lines.line_text(line);
  const std::size_t start = lines.line_start(line);
  constexpr std::string_view near = "near '";
  const std::size_t quote = message.rfind(near);
  if (quote != std::string_view::npos) {
    std::string_view token = message.substr(quote + near.size());
    token = token.substr(0, token.rfind('\''));
    const std::size_t at = token.empty() ? std::string_view::npos : words.find(token);
    if (at != std::string_view::npos) return {start + at, start + at + token.size()};
  }
  const std::size_t indent = std::min(words.find_first_not_of(" \t"), words.size());
  return {start + indent, start + words.size()};
}

}  // namespace tsg::lua
