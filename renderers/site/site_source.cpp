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
#include "engine/loader/pack_translation.h"
#include "engine/loader/translation_files.h"
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
  FileStamp original = {};  // of a translation's original
  bool reused = false;
  bool to_remember = false;
};

// What a page became of a file, and of its translation where there is one.
struct ReadPage {
  ReadArticle original = {};
  std::string translation_path = {};  // empty: not translated
  ReadArticle translation = {};
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
    if (options_.broken_links) guides.pack.site.broken_links = *options_.broken_links;

    portal_ = guides.pack.portal;
    choose_locale(guides.pack);
    publishing_ = {.audience = options_.audience, .locale = source_.locale, .settings = guides.pack.site};
    read_articles();
    if (translated()) translate(guides.pack);
    add_guides(guides.pack);
    guides.pack.guides.clear();
    guides.pack.documents.clear();
    source_.pack = std::move(guides.pack);
    return std::move(source_);
  }

 private:
  void choose_locale(const Pack& pack) {
    if (!pack.locales.empty()) source_.default_locale = pack.locales.front();
    source_.locale = options_.locale.empty() ? source_.default_locale : options_.locale;
    language_ = search_language(source_.locale);
  }

  bool translated() const { return source_.locale != source_.default_locale; }

  void translate(Pack& pack) {
    PackTranslation translation = translate_guides(std::move(pack), source_.locale);
    append(source_.diagnostics, translation.diagnostics);
    pack = std::move(translation.pack);
  }

  void add_guides(const Pack& pack) {
    for (const Guide& guide : pack.guides) {
      if (!guide.publish) continue;
      GuidePublication publication = publish_guide(guide, pack, publishing_);
      append(source_.diagnostics, publication.diagnostics);
      source_.guides.push_back(std::make_shared<PublishedGuide>(std::move(publication.guide)));
    }
  }

  void read_articles() {
    const std::vector<std::string> paths = originals_below(root_, "guides/articles", ".md");
    std::vector<ReadPage> read(paths.size());
    in_parallel(paths.size(), options_.threads, [this, &paths, &read](const TakeItem& next) {
      TermCounter counter(language_);
      while (const auto at = next()) read[*at] = read_page(paths[*at], counter);
    });
    for (std::size_t at = 0; at < read.size(); ++at) {
      take(paths[at], read[at].original);
      if (!read[at].translation_path.empty()) take(read[at].translation_path, read[at].translation);
      show(read[at].translation.article != nullptr ? read[at].translation.article
                                                   : read[at].original.article);
    }
  }

  void take(const std::string& path, const ReadArticle& read) {
    append(source_.diagnostics, read.diagnostics);
    source_.reused += read.reused ? 1 : 0;
    if (read.to_remember)
      source_.remembered.insert_or_assign(memory_key(path),
                                          RememberedArticle{*read.stamp, read.article, read.original});
  }

  void show(std::shared_ptr<const PublishedArticle> article) {
    if (article != nullptr && for_one_of_clouds(*article)) source_.articles.push_back(std::move(article));
  }

  ReadPage read_page(const std::string& path, TermCounter& counter) const {
    ReadPage page = {.original = read_one(path, counter)};
    if (!translated() || page.original.article == nullptr) return page;
    const std::string translation = translation_path(path, source_.locale);
    if (!has_file(root_, translation)) return page;
    page.translation_path = translation;
    page.translation = read_translation(path, translation, page.original, counter);
    return page;
  }

  ReadArticle read_translation(const std::string& path, const std::string& translation,
                               const ReadArticle& original, TermCounter& counter) const {
    ReadArticle read = {.stamp = stamp_of(root_ + "/" + translation)};
    read.original = original.stamp.value_or(FileStamp());
    const RememberedArticle* const known = find_known(translation, read.stamp);
    if (known != nullptr && known->original == read.original) {
      read.article = known->article;
      read.reused = read.to_remember = true;
      return read;
    }
    DocumentReading reading = read_document(root_, translation, portal_, DocumentUse::Page);
    keep_losses(read.diagnostics, reading.diagnostics);
    const DocumentReading source = read_document(root_, path, portal_, DocumentUse::Translated);
    become_translation(reading.document.article, source.document.article);
    publish(reading.document, read, counter);
    if (!original.to_remember) read.to_remember = false;
    return read;
  }

  // The search counts an article's words by the readers' language, so that each kind of it has pages of its
  // own.
  std::string memory_key(const std::string& path) const {
    return language_ == SearchLanguage::English ? path : "other " + path;
  }

  const RememberedArticle* find_known(const std::string& path, const std::optional<FileStamp>& stamp) const {
    return stamp && options_.memory != nullptr ? options_.memory->find(memory_key(path), *stamp) : nullptr;
  }

  // What the document becomes, and whether the next build may rely on it.
  void publish(const Document& document, ReadArticle& read, TermCounter& counter) const {
    const bool whole = document.article.text.find("include:") == std::string::npos;
    read.to_remember = read.stamp && read.diagnostics.empty() && whole;
    if (!read.diagnostics.empty() && document.article.text.empty()) return;
    Publication publication = publish_article(document, publishing_, counter);
    append(read.diagnostics, publication.diagnostics);
    if (!publication.diagnostics.empty()) read.to_remember = false;
    if (publication.refused) return;
    read.article = std::make_shared<PublishedArticle>(std::move(publication.article));
  }

  ReadArticle read_one(const std::string& path, TermCounter& counter) const {
    ReadArticle read;
    read.stamp = stamp_of(root_ + "/" + path);
    const RememberedArticle* const known = find_known(path, read.stamp);
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
    publish(reading.document, read, counter);
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
