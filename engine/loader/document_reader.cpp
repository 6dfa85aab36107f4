// SPDX-License-Identifier: MIT
#include "engine/loader/document_reader.h"

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/article_reader.h"
#include "engine/loader/includes.h"
#include "engine/markdown/compile.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

namespace tsg {

DocumentReading read_document(const std::string& root, const std::string& path) {
  DocumentReading reading;
  reading.document.article.path = path;
  const std::string full_path = root.empty() ? path : root + "/" + path;
  const Result<std::string> bytes = read_file(full_path, limits::article_bytes);
  if (!bytes) {
    reading.diagnostics.push_back(
        make_diagnostic(codes::file_unreadable, {path, {}, 0, 0}, bytes.error().message, bytes.error().help));
    return reading;
  }
  ArticleReading article = read_article(path, bytes.value());
  append(reading.diagnostics, article.diagnostics);
  reading.document.article = std::move(article.article);
  return reading;
}

}  // namespace tsg
