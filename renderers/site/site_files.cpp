// SPDX-License-Identifier: MIT
#include "renderers/site/site_files.h"

#include <fmt/format.h>

#include "renderers/escape_xml.h"

namespace tsg {

namespace {

// Pages that a search engine should know: no questions of guides, no search, no later sheets of lists.
bool in_sitemap(const SitePage& page) {
  switch (page.kind) {
    case PageKind::Home:
    case PageKind::Article:
    case PageKind::Guide:
    case PageKind::Outcome:
      return true;
    case PageKind::Groups:
    case PageKind::Group:
    case PageKind::All:
      return page.sheet == 0;
    case PageKind::Step:
    case PageKind::Search:
    case PageKind::NotFound:
    case PageKind::Moved:
      return false;
  }
  return false;
}

std::string reviewed_of(const Site& site, const SitePage& page) {
  if (page.kind == PageKind::Article) return site.source.articles[page.item]->reviewed;
  if (page.kind == PageKind::Guide) return site.source.guides[page.item]->reviewed;
  return {};
}

std::string sitemap(const Site& site) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset "
      "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
  for (const SitePage& page : site.pages) {
    if (!in_sitemap(page)) continue;
    const std::string address = page.kind == PageKind::Home ? "" : page.address;
    const std::string reviewed = reviewed_of(site, page);
    out += fmt::format("<url><loc>{}</loc>", xml(site.source.pack.site.address + "/" + address));
    if (!reviewed.empty()) out += fmt::format("<lastmod>{}</lastmod>", xml(reviewed));
    out += "</url>\n";
  }
  return out + "</urlset>\n";
}

}  // namespace

std::vector<SiteFile> other_files(const Site& site, const SiteRenderer& renderer) {
  const SiteAssets& assets = renderer.assets();
  std::vector<SiteFile> files;
  for (const SiteAsset* asset :
       {&assets.style, &assets.script, &assets.lunr, &assets.search, &assets.search_index})
    files.push_back({asset->address, asset->bytes});
  for (const auto& [path, picture] : site.pictures) files.push_back({picture.address, picture.bytes});
  for (const auto& guide : site.source.guides) {
    if (!guide->drawing.empty())
      files.push_back({fmt::format("guides/{}/tree.svg", guide->id), guide->drawing});
  }
  const std::string& address = site.source.pack.site.address;
  std::string robots = "User-agent: *\nAllow: /\n";
  if (!address.empty()) {
    files.push_back({"sitemap.xml", sitemap(site)});
    if (site.languages.empty()) robots += fmt::format("Sitemap: {}/sitemap.xml\n", address);
  }
  for (const SiteLanguage& language : site.languages) {
    if (!language.address.empty()) robots += fmt::format("Sitemap: {}/sitemap.xml\n", language.address);
  }
  // Robots look for it at the root only.
  if (site.folder.empty()) files.push_back({"robots.txt", std::move(robots)});
  return files;
}

}  // namespace tsg
