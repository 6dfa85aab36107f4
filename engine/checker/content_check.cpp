// SPDX-License-Identifier: MIT
#include "engine/checker/content_check.h"

#include <algorithm>
#include <atomic>
#include <thread>

#include "engine/checker/article_check.h"
#include "engine/checker/repository_check.h"
#include "engine/diagnostics/article_codes.h"
#include "engine/diagnostics/place_order.h"
#include "engine/loader/article_reader.h"
#include "engine/loader/document_reader.h"
#include "engine/loader/translation_files.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

namespace tsg {

CheckedArticle check_bytes(const std::string& path, std::string_view bytes) {
  ArticleReading reading = read_article(path, bytes, ArticleDigest::Omit);
  CheckedArticle checked{
      .path = path, .article = std::move(reading.article), .diagnostics = std::move(reading.diagnostics)};
  if (checked.article.text.empty() && !bytes.empty()) return checked;
  append(checked.diagnostics, check_article(checked.article));
  if (checked.article.body_kind == BodyKind::Markdown)
    append(checked.diagnostics, compile_body(checked.article, "").diagnostics);
  sort_by_place(checked.diagnostics);
  return checked;
}

CheckedArticle check_file(const std::string& path) {
  const Result<std::string> bytes = read_file(path, limits::article_bytes);
  if (bytes) return check_bytes(path, bytes.value());
  CheckedArticle checked{.path = path};
  checked.readable = false;
  checked.article.path = path;
  checked.diagnostics.push_back(
      make_diagnostic(codes::article_unreadable, {.file = path}, bytes.error().message, bytes.error().help));
  return checked;
}

std::vector<CheckedArticle> check_files(const std::vector<std::string>& paths, std::size_t threads) {
  std::vector<CheckedArticle> checked(paths.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t at = next++; at < paths.size(); at = next++) checked[at] = check_file(paths[at]);
  };
  std::vector<std::thread> others;
  const std::size_t wanted = std::min(std::max<std::size_t>(threads, 1), paths.size() / 8 + 1);
  for (std::size_t i = 1; i < wanted; ++i) others.emplace_back(work);
  work();
  for (std::thread& other : others) other.join();
  return checked;
}

namespace {

// A translation has the id, the routing and the file name of its original, and may.
void check_originals(const std::vector<CheckedArticle>& articles, std::vector<Diagnostics>& found) {
  std::vector<CheckedArticle> originals;
  std::vector<std::size_t> places;
  for (std::size_t at = 0; at < articles.size(); ++at) {
    if (!place_of_translation(articles[at].path)) places.push_back(at);
  }
  if (places.size() == articles.size()) {
    check_identity(articles, found);
    check_routing(articles, found);
    check_names(articles, found);
    return;
  }
  std::vector<Diagnostics> more(places.size());
  for (const std::size_t at : places) originals.push_back(articles[at]);
  check_identity(originals, more);
  check_routing(originals, more);
  check_names(originals, more);
  for (std::size_t at = 0; at < places.size(); ++at) append(found[places[at]], more[at]);
}

}  // namespace

std::vector<Diagnostics> check_together(const std::vector<CheckedArticle>& articles,
                                        const LintSettings& settings) {
  std::vector<Diagnostics> found(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) found[i] = articles[i].diagnostics;
  check_originals(articles, found);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    sort_by_place(found[i]);
    apply_suppressions(articles[i].article, found[i]);
    apply_settings(found[i], settings);
  }
  return found;
}

}  // namespace tsg
