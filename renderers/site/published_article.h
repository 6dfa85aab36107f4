// SPDX-License-Identifier: MIT
// An article as a page shows it: every word chosen, as HTML; all that other pages say of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/model/guide.h"
#include "engine/model/site_settings.h"
#include "renderers/search/term_counter.h"
#include "renderers/site/html_places.h"

namespace tsg {

struct PublishedArticle {
  std::string path = {};    // of its file, below the pack
  std::string file = {};    // of its words: the same, or a translation's
  std::string locale = {};  // of a translation; empty: the original
  bool stale = false;       // the original has changed since it was translated
  std::string id = {};      // articleId
  std::string type = {};    // selfHelpType, in lower case
  std::string title = {};
  std::string title_html = {};  // inline, what stands in its H1
  std::string description = {};
  std::string service = {};              // in lower case
  std::string resource = {};             // in lower case
  std::vector<std::string> topics = {};  // supportTopicIds, each once, sorted
  std::vector<std::string> clouds = {};  // in lower case
  std::string reviewed = {};             // "2026-11-28"; empty when nobody said
  std::string replaced_by = {};          // articleId
  bool retired = false;
  std::string html = {};     // the body: headings from H2, nothing fetched from elsewhere
  HtmlPlaces places = {};    // of `html`
  std::string excerpt = {};  // the beginning of the body's plain text
  DocumentTerms terms = {};  // what the search counts of it
  bool operator==(const PublishedArticle&) const = default;
};

struct PublishOptions {
  Audience audience = Audience::Customer;
  std::string locale = "en";  // of the readers
  SiteSettings settings = {};
};

// The language that readers of a locale search in.
SearchLanguage search_language(std::string_view locale);

struct Publication {
  PublishedArticle article = {};
  // An article for customers whose placeholder has no words while the site refuses defaults: not to be shown.
  bool refused = false;
  Diagnostics diagnostics = {};
};

// `counter` remembers words from one article to the next: one a thread.
Publication publish_article(const Document& document, const PublishOptions& options, TermCounter& counter);

}  // namespace tsg
