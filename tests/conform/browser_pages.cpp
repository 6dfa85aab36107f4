// SPDX-License-Identifier: MIT
// Kind `browser-pages FILE FOLDER [raw]`: writes what tests/browser/inspect.mjs opens in a browser.
//
// For every place of an article one production page, the article in it once with `x` and once with each
// value, and the same page without its content security policy, so that what could act does.
// FOLDER/pages.json says what each part must show. With `raw` the values are not escaped: a browser must find
// that out.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

#include "engine/composer/compose.h"
#include "engine/text/utf8.h"
#include "renderers/html_page.h"
#include "renderers/slot_value.h"
#include "tests/conform/kind.h"
#include "tests/conform/value_file.h"
#include "tests/conform/value_places.h"

namespace tsg::conform {

namespace {

using Json = nlohmann::ordered_json;

enum class Escaping : std::uint8_t { Production, None };

// What stands for a value until it is put in unescaped.
std::string token_of(std::size_t part) {
  return fmt::format("rawvalue{}behind", part);
}

std::string page_of(const ValuePlace& place, const std::vector<Value>& values, Escaping escaping) {
  std::vector<FilledArticle> parts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Value shown = escaping == Escaping::Production ? values[i] : Value(token_of(i));
    parts.push_back({.values = {{.placeholder = "V", .value = shown, .origin = ValueOrigin::Verdict}}});
  }
  Diagnostics diagnostics;
  std::string page =
      render_html_page(compose_article(place.document, parts, {.audience = Audience::Customer}, diagnostics));
  for (std::size_t i = 0; escaping == Escaping::None && i < values.size(); ++i) {
    const std::string token = token_of(i);
    const std::size_t at = page.find(token);
    if (at != std::string::npos) page.replace(at, token.size(), to_text(values[i]));
  }
  return page;
}

std::string without_policy(std::string page) {
  const std::size_t begin = page.find("<meta http-equiv=\"Content-Security-Policy\"");
  if (begin == std::string::npos) throw std::runtime_error("a page without a content security policy");
  return page.erase(begin, page.find('\n', begin) + 1 - begin);
}

std::string_view kind_of(SlotContext slot) {
  if (slot == SlotContext::UrlWhole) return "whole-url";
  if (is_url(slot)) return "url-part";
  return slot == SlotContext::Attribute ? "attribute" : "text";
}

// What the slot must hold: a URL part is compared after percent-decoding.
std::string expected_text(const ValuePlace& place, const Value& value) {
  return is_url(place.slot) ? with_replacements(shown_text(value)) : documented_text(value, place.slot);
}

void write_file(const std::string& path, const std::string& bytes) {
  std::ofstream file(path, std::ios::binary);
  file << bytes;
  if (!file.flush()) throw std::runtime_error(path + " cannot be written");
}

// One page of `place`, in both forms; its entry for pages.json.
Json write_place(const ValuePlace& place, const std::vector<HostileValue>& values, const std::string& folder,
                 Escaping escaping) {
  std::vector<Value> shown = {Value(std::string("x"))};
  std::set<std::string> seen = {"x"};
  Json parts = Json::array();
  for (const HostileValue& each : values) {
    const bool wanted = std::count(each.contexts.begin(), each.contexts.end(), place.context) > 0;
    // Parts with equal values are one part of the page.
    if (!wanted || !each.value || !seen.insert(to_text(*each.value)).second) continue;
    shown.push_back(*each.value);
    parts.push_back({{"id", each.id}, {"text", expected_text(place, *each.value)}});
  }
  const std::string page = page_of(place, shown, escaping);
  write_file(folder + "/" + place.name + ".html", page);
  write_file(folder + "/" + place.name + ".free.html", without_policy(page));
  return {{"name", place.name}, {"context", place.context}, {"kind", kind_of(place.slot)}, {"parts", parts}};
}

}  // namespace

int run_browser_pages(const Arguments& arguments) {
  if (arguments.paths.size() < 2) throw std::runtime_error("browser-pages takes a file and a folder");
  const bool raw = arguments.paths.size() > 2 && arguments.paths[2] == "raw";
  const std::vector<HostileValue> values = read_hostile_values(arguments.paths[0]);
  const std::string& folder = arguments.paths[1];
  std::filesystem::create_directories(folder);
  Json pages = Json::array();
  for (const ValuePlace& place : read_value_places())
    pages.push_back(write_place(place, values, folder, raw ? Escaping::None : Escaping::Production));
  write_file(folder + "/pages.json", pages.dump());
  return 0;
}

}  // namespace tsg::conform
