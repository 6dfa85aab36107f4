// SPDX-License-Identifier: MIT
// How a pack is published as a site: `[site]` of tsg.toml (docs/site-format.md).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

// What a page without facts shows where an article has a placeholder.
enum class PlaceholderWords : std::uint8_t {
  Default,  // the author's default, without its brackets
  Generic,  // words of [site.words], else the placeholder's name in words: "gateway name"
  Refuse,   // the article is not published
};

enum class BrokenLinks : std::uint8_t { Error, Warning };

// An address that pages had once. `from` is an articleId, perhaps with "#anchor"; `to` an articleId, with or
// without "#anchor", "guide:<id>", "guide:<id>#<step>" or an https address.
struct SiteRedirect {
  std::string from = {};
  std::string to = {};
  Place place = {};
  bool operator==(const SiteRedirect&) const = default;
};

// [site.interface.de] start = "Los": a word of the pages themselves.
struct OwnWord {
  std::string locale = {};
  std::string name = {};
  std::string text = {};
  Place place = {};
  bool operator==(const OwnWord&) const = default;
};

struct SiteSettings {
  std::string address = {};      // "https://help.example.com/azure", without a `/` at its end
  std::string description = {};  // of the home page
  std::string support = {};      // where a reader goes who was not helped: https or mailto
  std::string feedback = {};     // https; `{page}` and `{answer}` in it are replaced
  PlaceholderWords placeholders = PlaceholderWords::Default;
  BrokenLinks broken_links = BrokenLinks::Error;
  std::map<std::string, std::string> words = {};  // [site.words]: placeholder, in lower case -> words
  std::map<std::string, std::string> names =
      {};  // [site.names]: service, resource or topic, in lower case -> name
  std::vector<SiteRedirect> redirects = {};  // [site.redirects], in the author's order
  std::vector<OwnWord> interface = {};       // [site.interface.<locale>]
  bool operator==(const SiteSettings&) const = default;
};

}  // namespace tsg
