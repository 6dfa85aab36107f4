// SPDX-License-Identifier: MIT
#include "renderers/search/search_script.h"

#include "engine/text/json_writer.h"

namespace tsg {
namespace {

void append_parsed(std::string& out, std::string_view json) {
  out += "JSON.parse('";
  for (const char byte : json) {
    if (byte == '\'' || byte == '\\') out += '\\';
    out += byte;
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
