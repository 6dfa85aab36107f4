// SPDX-License-Identifier: MIT
#include "renderers/site/page_key.h"

#include <algorithm>

#include "renderers/site/byte_record.h"

namespace tsg {

namespace {

// What an article's page says of the groups it belongs to.
void write_group(ByteWriter& out, const Site& site, GroupKind kind, const std::string& key) {
  const auto found = site.groups_by_key.find({kind, key});
  if (found == site.groups_by_key.end()) return;
  out.text(site.groups[found->second].title).text(site.groups[found->second].address);
}

std::optional<Fingerprint> article_key(const Site& site, ByteWriter& out, const SitePage& page) {
  const PublishedArticle& article = *site.source.articles[page.item];
  if (!article.places.links.empty() || !article.replaced_by.empty()) return std::nullopt;
  out.text(article.id).text(article.title).text(article.title_html).text(article.description);
  out.text(article.file).text(article.locale).number(article.stale ? 1 : 0);
  out.text(article.reviewed).number(article.retired ? 1 : 0).text(article.html);
  write_group(out, site, GroupKind::Service, article.service);
  write_group(out, site, GroupKind::Resource, article.resource);
  return fingerprint_of(out.take());
}

const std::string& description_of(const Site& site, const SiteEntry& entry) {
  return entry.guide ? site.source.guides[entry.item]->summary.description
                     : site.source.articles[entry.item]->description;
}

Fingerprint group_key(const Site& site, ByteWriter& out, const SitePage& page) {
  const SiteGroup& group = site.groups[page.item];
  out.text(group.title).text(group.address).number(page.sheet).number(page.sheets);
  const std::size_t begin = std::min(page.sheet * entries_of_sheet, group.entries.size());
  const std::size_t end = std::min(begin + entries_of_sheet, group.entries.size());
  out.number(group.entries.size());
  for (std::size_t at = begin; at < end; ++at) {
    const SiteEntry& entry = group.entries[at];
    out.number(entry.guide ? 1 : 0).text(site.title_of(entry)).text(site.address_of(entry));
    out.text(description_of(site, entry));
  }
  return fingerprint_of(out.take());
}

}  // namespace

std::string site_key(const Site& site, const Theme& theme, const std::string& purpose) {
  ByteWriter out;
  out.text(purpose).text(site.source.pack.site.address).text(site.folder).text(site.source.locale);
  for (const auto& [name, bytes] : theme.files) out.text(name).text(bytes);
  for (std::size_t kind = 0; kind < group_kinds; ++kind) {
    const auto in_kind = [kind](const SiteGroup& group) {
      return group.kind == static_cast<GroupKind>(kind);
    };
    out.number(std::any_of(site.groups.begin(), site.groups.end(), in_kind) ? 1 : 0);
  }
  return to_hex(fingerprint_of(out.take()));
}

std::optional<Fingerprint> page_key(const Site& site, const std::string& site_key, const SitePage& page) {
  ByteWriter out;
  out.text(site_key).number(static_cast<std::uint64_t>(page.kind)).text(page.address);
  if (page.kind == PageKind::Article) return article_key(site, out, page);
  if (page.kind == PageKind::Group) return group_key(site, out, page);
  return std::nullopt;
}

}  // namespace tsg
