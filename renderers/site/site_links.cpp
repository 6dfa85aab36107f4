// SPDX-License-Identifier: MIT
#include "renderers/site/site_links.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/site_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/file.h"
#include "renderers/escape_html.h"
#include "renderers/site/link_end.h"

namespace tsg {

namespace {

// Ids that headings of this article had once, by the id they have now.
std::vector<std::pair<std::string, std::string>> old_anchors(const Site& site,
                                                             const PublishedArticle& article) {
  std::vector<std::pair<std::string, std::string>> anchors;
  for (const SiteRedirect& redirect : site.source.pack.site.redirects) {
    const std::size_t from = redirect.from.find('#');
    const std::size_t to = redirect.to.find('#');
    if (from == std::string::npos || to == std::string::npos) continue;
    if (!equal_ignoring_case(std::string_view(redirect.from).substr(0, from), article.id)) continue;
    anchors.emplace_back(redirect.to.substr(to + 1), redirect.from.substr(from + 1));
  }
  return anchors;
}

void keep_old_anchors(const Site& site, const PublishedArticle& article, std::string& body) {
  for (const auto& [now, before] : old_anchors(site, article)) {
    const std::size_t id = body.find(fmt::format(" id=\"{}\"", html(now)));
    const std::size_t tag = id == std::string::npos ? id : body.rfind('<', id);
    if (tag != std::string::npos) body.insert(tag, fmt::format("<span id=\"{}\"></span>", html(before)));
  }
}

// Where the `number`-th link with this target begins in a text; npos when it is written otherwise.
std::size_t find_link(std::string_view text, const std::string& target, std::size_t number) {
  const std::string wanted = "](" + target;
  std::size_t at = text.find(wanted);
  for (; number > 0 && at != std::string_view::npos; --number) at = text.find(wanted, at + 1);
  return at == std::string_view::npos ? at : at + 2;
}

// The place of a link in the article as it was written, which may have percent escapes or not.
Place place_of_link(const std::string& root, const PublishedArticle& article, const std::string& target,
                    std::size_t number, std::string& line) {
  const Result<std::string> bytes = read_file(root + "/" + article.file, limits::article_bytes);
  if (!bytes.ok()) return {article.file, {}, 1, 1};
  for (const std::string& written : {target, percent_decoded(target)}) {
    const std::size_t at = find_link(bytes.value(), written, number);
    if (at == std::string::npos) continue;
    const Source source(article.file, bytes.value());
    const Diagnostic shown = source.diagnose(codes::site_link_broken, {at, at + written.size()}, {}, {});
    line = shown.source_line;
    return shown.place;
  }
  return {article.file, {}, 1, 1};
}

class LinkCheck {
 public:
  LinkCheck(const Site& site, const std::string& root) : site_(site), root_(root) {}

  Diagnostics check() {
    for (const auto& article : site_.source.articles) check(*article);
    for (const auto& guide : site_.source.guides) {
      check(guide->summary);
      for (const PublishedStep& step : guide->steps) check(step.words);
      for (const PublishedOutcome& outcome : guide->outcomes) check(outcome.article);
    }
    return std::move(found_);
  }

 private:
  void check(const PublishedArticle& article) {
    std::vector<std::string> seen;
    for (const PageLink& link : article.places.links) {
      const auto number = static_cast<std::size_t>(std::count(seen.begin(), seen.end(), link.target));
      seen.push_back(link.target);
      const LinkEnd end = end_of(site_, article, link);
      if (end.fate != LinkFate::Leads) report(article, link, end, number);
    }
  }

  void report(const PublishedArticle& article, const PageLink& link, const LinkEnd& end, std::size_t number) {
    Diagnostic message = message_of(link, end);
    message.place = place_of_link(root_, article, link.target, number, message.source_line);
    if (site_.source.pack.site.broken_links == BrokenLinks::Warning) message.severity = Severity::Warning;
    found_.push_back(std::move(message));
  }

  Diagnostic message_of(const PageLink& link, const LinkEnd& end) const {
    switch (end.fate) {
      case LinkFate::NoAnchor:
        return make_diagnostic(
            codes::site_anchor_broken, {}, fmt::format("no heading has the id `{}`", end.anchor),
            end.near_anchor.empty() ? "link to a heading that is there, or give [site.redirects] the old id"
                                    : fmt::format("did you mean `#{}`?", end.near_anchor));
      case LinkFate::NoPicture:
        return make_diagnostic(codes::site_picture_missing, {},
                               fmt::format("`{}` is no picture of the pack", end.file),
                               "put the picture there: png, jpg, gif or webp, at most 8 MiB");
      case LinkFate::NoPage:
      case LinkFate::Leads:
        break;
    }
    if (link.target.empty())
      return make_diagnostic(codes::site_link_broken, {}, "the link has no address",
                             "write one, or only its words");
    return make_diagnostic(codes::site_link_broken, {}, fmt::format("`{}` has no page", end.file),
                           "link to the Markdown file of an article for customers, relative to this file");
  }

  const Site& site_;
  const std::string& root_;
  Diagnostics found_ = {};
};

}  // namespace

std::string relative_address(std::string_view from, std::string_view to) {
  if (to.find("://") != std::string_view::npos || to.starts_with('#')) return std::string(to);
  // Folders that both share need not be left.
  std::size_t shared = 0;
  for (std::size_t at = 0; at < std::min(from.size(), to.size()) && from[at] == to[at]; ++at) {
    if (from[at] == '/') shared = at + 1;
  }
  std::string address;
  for (const char c : from.substr(shared)) {
    if (c == '/') address += "../";
  }
  return address.append(to.substr(shared));
}

std::string linked_body(const Site& site, const PublishedArticle& article, std::string_view page) {
  std::string body;
  std::size_t kept = 0;
  for (const PageLink& link : article.places.links) {
    body.append(article.html, kept, link.address.begin - kept);
    const LinkEnd end = end_of(site, article, link);
    if (end.fate == LinkFate::Leads) append_html_line(body, relative_address(page, end.address));
    kept = link.address.end;
  }
  body.append(article.html, kept, std::string::npos);
  keep_old_anchors(site, article, body);
  return body;
}

Diagnostics check_links(const Site& site, const std::string& root) {
  return LinkCheck(site, root).check();
}

}  // namespace tsg
