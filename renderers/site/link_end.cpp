// SPDX-License-Identifier: MIT
#include "renderers/site/link_end.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

std::optional<int> hex_value(char c) {
  if (ascii_digit(c)) return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  if (lower >= 'a' && lower <= 'f') return lower - 'a' + 10;
  return std::nullopt;
}

// The article that stands on a page, to look for a heading; null for pages without one.
const PublishedArticle* article_of_file(const Site& site, std::string_view file) {
  for (const auto& each : site.source.articles) {
    if (each->path == file || each->file == file) return each.get();
  }
  for (const auto& guide : site.source.guides) {
    if (guide->summary.path == file || guide->summary.file == file) return &guide->summary;
    for (const PublishedStep& step : guide->steps) {
      if (step.words.path == file || step.words.file == file) return &step.words;
    }
    for (const PublishedOutcome& outcome : guide->outcomes) {
      if (outcome.article.path == file || outcome.article.file == file) return &outcome.article;
    }
  }
  return nullptr;
}

bool had_anchor(const Site& site, const PublishedArticle& article, std::string_view anchor) {
  const std::string from = article.id + "#" + std::string(anchor);
  const auto same = [&from](const SiteRedirect& each) { return equal_ignoring_case(each.from, from); };
  const auto& redirects = site.source.pack.site.redirects;
  return std::any_of(redirects.begin(), redirects.end(), same);
}

void look_for_anchor(const Site& site, const PublishedArticle& article, LinkEnd& end) {
  if (end.anchor.empty() || end.anchor == "top") return;
  std::vector<std::string> ids;
  for (const PageHeading& heading : article.places.headings) ids.push_back(heading.id);
  if (std::find(ids.begin(), ids.end(), end.anchor) != ids.end()) return;
  if (had_anchor(site, article, end.anchor)) return;
  end.fate = LinkFate::NoAnchor;
  end.near_anchor = nearest_name(ascii_lowered(end.anchor), ids).value_or("");
}

}  // namespace

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto high = text[at] == '%' && at + 2 < text.size() ? hex_value(text[at + 1]) : std::nullopt;
    const auto low = high ? hex_value(text[at + 2]) : std::nullopt;
    decoded += low ? static_cast<char>(*high * 16 + *low) : text[at];
    if (low) at += 2;
  }
  return decoded;
}

std::optional<std::string> file_named(std::string_view file, std::string_view path) {
  std::vector<std::string_view> parts;
  const auto take = [&parts](std::string_view text) {
    while (!text.empty()) {
      const std::size_t slash = std::min(text.find('/'), text.size());
      const std::string_view part = text.substr(0, slash);
      text.remove_prefix(std::min(slash + 1, text.size()));
      if (part.empty() || part == ".") continue;
      if (part != "..") {
        parts.push_back(part);
      } else if (parts.empty()) {
        return false;
      } else {
        parts.pop_back();
      }
    }
    return true;
  };
  const std::size_t folder = file.rfind('/');
  if (!path.starts_with('/') && folder != std::string_view::npos) take(file.substr(0, folder));
  if (!take(path)) return std::nullopt;
  std::string result;
  for (const std::string_view part : parts) result.append(result.empty() ? "" : "/").append(part);
  return result;
}

LinkEnd end_of(const Site& site, const PublishedArticle& article, const PageLink& link) {
  LinkEnd end;
  const std::size_t hash = std::min(link.target.find('#'), link.target.size());
  if (hash < link.target.size()) end.anchor = percent_decoded(link.target.substr(hash + 1));
  const std::string path = percent_decoded(link.target.substr(0, std::min(hash, link.target.find('?'))));
  if (path.empty() && !end.anchor.empty()) {
    end.address = "#" + end.anchor;
    look_for_anchor(site, article, end);
    return end;
  }
  const auto file = path.empty() ? std::nullopt : file_named(article.file, path);
  end.file = file.value_or(path);
  if (link.picture) {
    const auto picture = site.pictures.find(end.file);
    if (picture == site.pictures.end()) end.fate = LinkFate::NoPicture;
    if (picture != site.pictures.end()) end.address = picture->second.address;
    return end;
  }
  const auto page = file ? site.page_of_file(*file) : std::nullopt;
  if (!page) {
    end.fate = LinkFate::NoPage;
    return end;
  }
  end.address = *page + (end.anchor.empty() ? "" : "#" + end.anchor);
  if (const PublishedArticle* other = article_of_file(site, *file)) look_for_anchor(site, *other, end);
  return end;
}

}  // namespace tsg
