// SPDX-License-Identifier: MIT
#include "renderers/search/search_record.h"

#include <string_view>

#include "engine/text/json_writer.h"
#include "engine/text/utf8.h"

namespace tsg {
namespace {

constexpr std::string_view more_follows = "\u2026";
constexpr std::size_t longest_last_word = 40;  // characters; a longer one is cut in its middle

bool is_space(char byte) {
  return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

// Appends `text` in one line, until `left` characters are used up. False when it was cut.
bool append_line(std::string& out, std::string_view text, std::size_t& left) {
  bool space_wanted = !out.empty();
  for (std::size_t at = 0; at < text.size();) {
    const DecodedCharacter read = decode_utf8(text, at);
    at += read.size;
    if (read.size == 1 && is_space(text[at - 1])) {
      space_wanted = !out.empty();
      continue;
    }
    if (left < (space_wanted ? 2U : 1U)) return false;
    left -= space_wanted ? 2 : 1;
    if (space_wanted) out += ' ';
    space_wanted = false;
    append_utf8(out, read.code_point);
  }
  return true;
}

// Cuts the last word, which may not be whole, but not the better part of a text without spaces.
void cut_last_word(std::string& line) {
  const std::size_t space = line.rfind(' ');
  if (space != std::string::npos && line.size() - space <= longest_last_word) line.resize(space);
  line += more_follows;
}

std::string excerpt(const SearchDocument& document) {
  std::string line;
  std::size_t left = search_excerpt_characters;
  if (!append_line(line, document.summary, left) || !append_line(line, document.text, left))
    cut_last_word(line);
  return line;
}

}  // namespace

std::string make_search_record(const SearchDocument& document) {
  JsonWriter json;
  json.begin_array().string(document.title).string(document.ref).string(excerpt(document));
  json.string(document.service).string(document.type).end_array();
  return json.take();
}

std::string make_search_records(std::span<const std::string> records) {
  std::string list = "[";
  for (const std::string& record : records) {
    if (list.size() > 1) list += ',';
    list += record;
  }
  return list += ']';
}

}  // namespace tsg
