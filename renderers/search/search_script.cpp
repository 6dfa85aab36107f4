// SPDX-License-Identifier: MIT
#include "renderers/search/search_script.h"

#include <algorithm>

#include "engine/text/json_writer.h"

namespace tsg {
namespace {

void append_backslashes_doubled(std::string& out, std::string_view text) {
  while (true) {
    const std::size_t plain = std::min(text.find('\\'), text.size());
    out += text.substr(0, plain);
    if (plain == text.size()) return;
    out += "\\\\";
    text.remove_prefix(plain + 1);
  }
}

void append_parsed(std::string& out, std::string_view json) {
  out += "JSON.parse('";
  while (!json.empty()) {
    const std::size_t plain = std::min(json.find('\''), json.size());
    append_backslashes_doubled(out, json.substr(0, plain));
    if (plain == json.size()) break;
    out += "\\'";
    json.remove_prefix(plain + 1);
  }
  out += "')";
}

std::string words_json(std::span<const SearchWord> words) {
  JsonWriter json;
  json.begin_object();
  for (const SearchWord& word : words) json.member(word.name, word.text);
  json.end_object();
  return json.take();
}

}  // namespace

std::string make_search_script(const SearchScript& script) {
  std::string out;
  out.reserve(script.index.size() + script.records.size() + 4096);
  out += "window.tsgSearch={language:";
  out += script.language == SearchLanguage::English ? "'english'" : "'other'";
  out += ",index:";
  append_parsed(out, script.index);
  out += ",records:";
  append_parsed(out, script.records);
  out += ",words:";
  append_parsed(out, words_json(script.words));
  return out += "};\n";
}

}  // namespace tsg
