// SPDX-License-Identifier: MIT
#include "renderers/site/site_pictures.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/text/ascii.h"
#include "engine/text/file.h"
#include "engine/text/fingerprint.h"
#include "renderers/site/link_end.h"

namespace tsg {

namespace {

bool is_picture(std::string_view path) {
  constexpr std::array<std::string_view, 5> endings = {".png", ".jpg", ".jpeg", ".gif", ".webp"};
  const std::string lowered = ascii_lowered(path);
  return std::any_of(endings.begin(), endings.end(),
                     [&lowered](std::string_view ending) { return lowered.ends_with(ending); });
}

void read_pictures_of(const PublishedArticle& article, const std::string& root,
                      std::map<std::string, SitePicture, std::less<>>& pictures) {
  for (const PageLink& link : article.places.links) {
    const auto file = link.picture ? file_named(article.file, link.target) : std::nullopt;
    if (!file || !is_picture(*file) || pictures.contains(*file)) continue;
    Result<std::string> bytes = read_file(root + "/" + *file, picture_bytes);
    if (!bytes.ok()) continue;
    const std::string name = to_hex(fingerprint_of(bytes.value())).substr(0, 16);
    const std::string ending = ascii_lowered(file->substr(file->rfind('.')));
    pictures[*file] = {fmt::format("assets/pictures/{}{}", name, ending), std::move(bytes).value()};
  }
}

}  // namespace

std::map<std::string, SitePicture, std::less<>> read_pictures(const SiteSource& source,
                                                              const std::string& root) {
  std::map<std::string, SitePicture, std::less<>> pictures;
  for (const auto& article : source.articles) read_pictures_of(*article, root, pictures);
  for (const auto& guide : source.guides) {
    read_pictures_of(guide->summary, root, pictures);
    for (const PublishedStep& step : guide->steps) read_pictures_of(step.words, root, pictures);
    for (const PublishedOutcome& outcome : guide->outcomes) read_pictures_of(outcome.article, root, pictures);
  }
  return pictures;
}

}  // namespace tsg
