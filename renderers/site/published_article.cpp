// SPDX-License-Identifier: MIT
#include "renderers/site/published_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/compose.h"
#include "engine/diagnostics/site_codes.h"
#include "engine/text/ascii.h"
#include "renderers/escape_html.h"
#include "renderers/fill.h"
#include "renderers/html_article.h"
#include "renderers/place_article.h"
#include "renderers/site/generic_words.h"
#include "renderers/site/site_language.h"

namespace tsg {

namespace {

std::string lowered(const Article& article, std::string_view key) {
  return ascii_lowered(ascii_trimmed(article.property(key).value_or("")));
}

std::string trimmed(const Article& article, std::string_view key) {
  return std::string(ascii_trimmed(article.property(key).value_or("")));
}

// The entries of a comma list, each once.
std::vector<std::string> listed(std::string_view text) {
  std::vector<std::string> entries;
  while (!text.empty()) {
    const std::size_t comma = std::min(text.find(','), text.size());
    const std::string_view entry = ascii_trimmed(text.substr(0, comma));
    if (!entry.empty()) entries.emplace_back(entry);
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

// How placeholders of this article are filled: its header decides over the site's settings.
PlaceholderWords words_for(const Article& article, const SiteSettings& settings) {
  const std::string own = lowered(article, "placeholders");
  if (own == "default") return PlaceholderWords::Default;
  if (own == "generic") return PlaceholderWords::Generic;
  if (own == "refuse") return PlaceholderWords::Refuse;
  return settings.placeholders;
}

class Publisher {
 public:
  Publisher(const Document& document, const PublishOptions& options, TermCounter& counter)
      : document_(document), article_(document.article), options_(options), counter_(counter) {}

  Publication publish() {
    read_header();
    const PlaceholderWords words = words_for(article_, options_.settings);
    const ComposedArticle composed =
        compose_article(document_, parts(words), compose_options(words), ignored_);
    if (composed.state == ArticleState::Refused) refuse(composed);
    if (!composed.parts.empty()) write_body(composed);
    return std::move(publication_);
  }

 private:
  void read_header() {
    PublishedArticle& page = publication_.article;
    page.path = article_.translation.original.empty() ? article_.path : article_.translation.original;
    page.file = article_.path;
    page.locale = article_.translation.locale;
    page.stale = article_.translation.stale;
    page.id = trimmed(article_, "articleId");
    page.type = lowered(article_, "selfHelpType");
    page.title = article_.title();
    if (page.title.empty()) page.title = article_.path;
    page.description = trimmed(article_, "description");
    page.service = lowered(article_, "service");
    page.resource = lowered(article_, "resource");
    page.topics = listed(article_.property("supportTopicIds").value_or(""));
    page.clouds = listed(ascii_lowered(article_.property("cloudEnvironments").value_or("")));
    page.reviewed = trimmed(article_, "reviewed");
    page.replaced_by = trimmed(article_, "replacedBy");
    page.retired = lowered(article_, "status") == "retired";
  }

  std::vector<FilledArticle> parts(PlaceholderWords words) const {
    if (words != PlaceholderWords::Generic) return {};
    return {generic_words(document_.compiled, options_.settings.words)};
  }

  ComposeOptions compose_options(PlaceholderWords words) const {
    const bool refuse = words == PlaceholderWords::Refuse && options_.audience == Audience::Customer;
    return {.audience = options_.audience, .missing = refuse ? MissingValue::Refuse : MissingValue::Plain};
  }

  void refuse(const ComposedArticle& composed) {
    publication_.refused = true;
    publication_.diagnostics.push_back(make_diagnostic(
        codes::site_placeholder_refused, {article_.path, {}, 1, 1},
        fmt::format("this article is not published: `{}` has no words without facts",
                    fmt::join(composed.unfilled, "`, `")),
        "write `placeholders=\"default\"` or `placeholders=\"generic\"` in its header, or set `placeholders` "
        "under [site]"));
  }

  void write_body(const ComposedArticle& composed) {
    PublishedArticle& page = publication_.article;
    std::string filled;
    fill_html(filled, composed.body, composed.parts.front().filled, composed.missing);
    std::string placed;
    placed.reserve(filled.size() + filled.size() / 8);
    place_article(placed, filled, {.top_level = 2});
    page.html = for_a_site(placed);
    page.places = places_of(page.html);
    if (composed.heading.html.empty()) {
      page.title_html = html(page.title);
    } else {
      page.title_html = article_heading_html(composed);
      page.title = text_of(page.title_html);
    }
    count_terms();
  }

  void count_terms() {
    PublishedArticle& page = publication_.article;
    SearchDocument searched = {.title = page.title, .summary = page.description, .text = text_of(page.html)};
    for (const PageHeading& heading : page.places.headings)
      searched.headings += unescaped(heading.html) + '\n';
    page.terms = counter_.count(searched);
    page.excerpt = searched.text.substr(0, excerpt_bytes);
    while (!page.excerpt.empty() && page.excerpt.size() < searched.text.size() && page.excerpt.back() != ' ')
      page.excerpt.pop_back();
  }

  // More than a record of the search keeps (search_excerpt_characters).
  static constexpr std::size_t excerpt_bytes = 1200;

  const Document& document_;
  const Article& article_;
  const PublishOptions& options_;
  TermCounter& counter_;
  Publication publication_ = {};
  Diagnostics ignored_ = {};
};

}  // namespace

SearchLanguage search_language(std::string_view locale) {
  return language_of(locale) == "en" ? SearchLanguage::English : SearchLanguage::Other;
}

Publication publish_article(const Document& document, const PublishOptions& options, TermCounter& counter) {
  return Publisher(document, options, counter).publish();
}

}  // namespace tsg
