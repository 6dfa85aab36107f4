// SPDX-License-Identifier: MIT
#include "renderers/site/site_source.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/article_codes.h"
#include "engine/diagnostics/markdown_codes.h"
#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/site_codes.h"
#include "engine/loader/document_reader.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/digest.h"
#include "engine/text/file.h"
#include "renderers/site/customer_types.h"
#include "renderers/site/parallel.h"

namespace tsg {

namespace {

// One file's part in a site.
struct ReadArticle {
  std::shared_ptr<const PublishedArticle> article = {};  // null: no page
  Diagnostics diagnostics = {};
  std::optional<FileStamp> stamp = {};
  bool reused = false;
  bool to_remember = false;
};

// What leaves an article without its words. The rest is for `tsg check`: the page shows what was recovered.
void keep_losses(Diagnostics& all, const Diagnostics& more) {
  for (const Diagnostic& each : more) {
    const bool lost = each.code.id == codes::file_unreadable.id ||
                      each.code.id == codes::article_too_large.id ||
                      each.code.id == codes::body_beyond_bounds.id;
    if (lost) all.push_back(each);
  }
}

class SiteReader {
 public:
  SiteReader(const std::string& root, const SiteOptions& options) : root_(root), options_(options) {}

  SiteSource read() {
    source_.begun_ns = nanoseconds_now();
    PackReading guides = read_guides(root_);
    source_.diagnostics = std::move(guides.diagnostics);
    if (!options_.address.empty()) guides.pack.site.address = options_.address;
    publishing_ = {.audience = options_.audience, .settings = guides.pack.site};
    portal_ = guides.pack.portal;
    language_ = search_language(guides.pack);
    read_articles();
    add_guides(guides.pack);
    guides.pack.guides.clear();
    guides.pack.documents.clear();
    source_.pack = std::move(guides.pack);
    return std::move(source_);
  }

 private:
  void add_guides(const Pack& pack) {
    for (const Guide& guide : pack.guides) {
      if (!guide.publish) continue;
      GuidePublication publication = publish_guide(guide, pack, publishing_);
      append(source_.diagnostics, publication.diagnostics);
      source_.guides.push_back(std::make_shared<PublishedGuide>(std::move(publication.guide)));
    }
  }

  void read_articles() {
    const std::vector<std::string> paths = files_below(root_, "guides/articles", ".md");
    std::vector<ReadArticle> read(paths.size());
    in_parallel(paths.size(), options_.threads, [this, &paths, &read](const TakeItem& next) {
      TermCounter counter(language_);
      while (const auto at = next()) read[*at] = read_one(paths[*at], counter);
    });
    for (std::size_t at = 0; at < read.size(); ++at) take(paths[at], std::move(read[at]));
  }

  void take(const std::string& path, ReadArticle read) {
    append(source_.diagnostics, read.diagnostics);
    source_.reused += read.reused ? 1 : 0;
    if (read.to_remember)
      source_.remembered.emplace_hint(source_.remembered.end(), path,
                                      RememberedArticle{*read.stamp, read.article});
    if (read.article != nullptr && for_one_of_clouds(*read.article))
      source_.articles.push_back(std::move(read.article));
  }

  ReadArticle read_one(const std::string& path, TermCounter& counter) const {
    ReadArticle read;
    read.stamp = stamp_of(root_ + "/" + path);
    const RememberedArticle* const known =
        read.stamp && options_.memory != nullptr ? options_.memory->find(path, *read.stamp) : nullptr;
    if (known != nullptr) {
      read.article = known->article;
      read.reused = read.to_remember = true;
      return read;
    }
    const DocumentReading reading = read_document(root_, path, portal_, DocumentUse::Page);
    keep_losses(read.diagnostics, reading.diagnostics);
    const Article& article = reading.document.article;
    read.to_remember =
        read.stamp && read.diagnostics.empty() && article.text.find("include:") == std::string::npos;
    if (!has_own_page(ascii_trimmed(article.type()))) {
      read.diagnostics.clear();
      return read;
    }
    Publication publication = publish_article(reading.document, publishing_, counter);
    append(read.diagnostics, publication.diagnostics);
    if (!publication.diagnostics.empty()) read.to_remember = false;
    if (publication.refused) return read;
    read.article = std::make_shared<PublishedArticle>(std::move(publication.article));
    return read;
  }

  bool for_one_of_clouds(const PublishedArticle& article) const {
    const auto chosen = [this](const std::string& cloud) {
      return std::find(options_.clouds.begin(), options_.clouds.end(), cloud) != options_.clouds.end();
    };
    return options_.clouds.empty() || std::any_of(article.clouds.begin(), article.clouds.end(), chosen);
  }

  const std::string& root_;
  const SiteOptions& options_;
  PublishOptions publishing_ = {};
  PortalSettings portal_ = {};
  SearchLanguage language_ = SearchLanguage::English;
  SiteSource source_ = {};
};

}  // namespace

std::string site_purpose(const std::string& root, const SiteOptions& options, std::string_view version) {
  const Result<std::string> settings = read_file(root + "/tsg.toml", limits::toml_bytes);
  return fmt::format("{} {} {}", version, options.audience == Audience::Agent ? "agent" : "customer",
                     settings.ok() ? sha256_hex(settings.value()) : std::string());
}

SiteSource read_site(const std::string& root, const SiteOptions& options) {
  return SiteReader(root, options).read();
}

}  // namespace tsg
