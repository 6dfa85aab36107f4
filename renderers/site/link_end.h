// SPDX-License-Identifier: MIT
// Where one link of an article ends.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "renderers/site/site.h"

namespace tsg {

enum class LinkFate : std::uint8_t { Leads, NoPage, NoAnchor, NoPicture };

struct LinkEnd {
  LinkFate fate = LinkFate::Leads;
  std::string address =
      {};  // of the site, with its anchor: "articles/x.html#causes"; "#causes" on the page itself
  std::string file = {};         // what the link names, below the pack
  std::string anchor = {};       // without `#`
  std::string near_anchor = {};  // an anchor of that page that the author may have meant
};

// `path` as seen from the folder of `file`, both below the pack; nothing when it leaves the pack.
std::optional<std::string> file_named(std::string_view file, std::string_view path);

// "a%20b" -> "a b"; what is no percent escape stays.
std::string percent_decoded(std::string_view text);

LinkEnd end_of(const Site& site, const PublishedArticle& article, const PageLink& link);

}  // namespace tsg
