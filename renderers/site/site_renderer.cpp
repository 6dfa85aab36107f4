// SPDX-License-Identifier: MIT
#include "renderers/site/site_renderer.h"

#include <algorithm>

#include "renderers/site/page_values.h"

namespace tsg {

namespace {

constexpr std::size_t deepest_page = 3;  // "guides/vpn/outcomes/escalate.html"

const std::string& file_of(const Theme& theme, const std::string& name) {
  static const std::string none;
  const auto found = theme.files.find(name);
  return found == theme.files.end() ? none : found->second;
}

}  // namespace

ReadyTheme ready_theme(Theme theme) {
  ReadyTheme ready;
  std::vector<TemplateSource> sources;
  for (const auto& [name, bytes] : theme.files) {
    if (!name.ends_with(".html")) continue;
    const auto path = theme.paths.find(name);
    sources.push_back({name, bytes, path == theme.paths.end() ? std::string() : path->second});
  }
  std::vector<std::string> pages;
  for (const PageKind kind : {PageKind::Home, PageKind::Article, PageKind::Guide, PageKind::Step,
                              PageKind::Outcome, PageKind::Groups, PageKind::Group, PageKind::All,
                              PageKind::Search, PageKind::NotFound, PageKind::Moved})
    pages.emplace_back(template_of(kind));
  ready.templates = TemplateSet::compile(std::move(sources), pages, ready.diagnostics);
  append(ready.diagnostics, ready.templates.check_names(site_names()));
  ready.theme = std::move(theme);
  return ready;
}

SiteRenderer::SiteRenderer(const Site& site, const ReadyTheme& theme) : site_(site), theme_(theme) {
  assets_.style = make_asset("style", "css", file_of(theme.theme, "style.css"));
  assets_.script = make_asset("site", "js", file_of(theme.theme, "site.js"));
  assets_.lunr = make_asset("lunr", "js", file_of(theme.theme, "lunr.min.js"));
  assets_.search = make_asset("search", "js", file_of(theme.theme, "search.js"));
  assets_.search_index = make_asset("search-index", "js", {});
  std::string root;
  for (std::size_t depth = 0; depth <= deepest_page; ++depth) {
    site_values_.emplace(depth, site_values(site, assets_, root));
    root += "../";
  }
}

void SiteRenderer::set_search_index(std::string script) {
  assets_.search_index = make_asset("search-index", "js", std::move(script));
}

std::string SiteRenderer::render(const SitePage& page) const {
  const TemplateValue values = page_values(site_, assets_, page);
  const auto depth = static_cast<std::size_t>(std::count(page.address.begin(), page.address.end(), '/'));
  std::string out;
  out.reserve(8192);
  // A page that became too large is said in its place; the templates' other mistakes were found before.
  const RenderEnd end =
      theme_.templates.render(template_of(page.kind), {&site_values_.at(depth), &values}, out);
  if (end == RenderEnd::TooLarge || end == RenderEnd::TooManySteps)
    out = "<!doctype html><title>Too large</title><p>This page is too large to be shown.</p>";
  return out;
}

}  // namespace tsg
