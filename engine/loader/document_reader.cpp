// SPDX-License-Identifier: MIT
#include "engine/loader/document_reader.h"

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/article_reader.h"
#include "engine/loader/component_words.h"
#include "engine/loader/includes.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

namespace tsg {

Compilation compile_body(const Article& article, const std::string& root, const PortalSettings& portal,
                         DocumentUse use) {
  const std::size_t slash = article.path.find('/');
  const std::string content_root = article.path.substr(0, slash == std::string::npos ? 0 : slash);
  BodyReading body = read_body(article, content_root, [&root](const std::string& included) {
    return read_file(root.empty() ? included : root + "/" + included, limits::article_bytes);
  });
  Compilation compiled = compile_markdown(
      body.body.text, [&body](std::size_t begin, std::size_t end) { return body.body.place(begin, end); },
      HeadingIds::Add, portal_words(portal),
      use == DocumentUse::All ? CompiledForms::All : CompiledForms::Html);
  append(body.diagnostics, compiled.diagnostics);
  compiled.diagnostics = std::move(body.diagnostics);
  return compiled;
}

DocumentReading read_document(const std::string& root, const std::string& path, const PortalSettings& portal,
                              DocumentUse use) {
  DocumentReading reading;
  reading.document.article.path = path;
  const std::string full_path = root.empty() ? path : root + "/" + path;
  const Result<std::string> bytes = read_file(full_path, limits::article_bytes);
  if (!bytes) {
    reading.diagnostics.push_back(
        make_diagnostic(codes::file_unreadable, {path, {}, 0, 0}, bytes.error().message, bytes.error().help));
    return reading;
  }
  const ArticleDigest digest = use == DocumentUse::Page ? ArticleDigest::Omit : ArticleDigest::Compute;
  ArticleReading article = use == DocumentUse::All
                               ? read_article(path, bytes.value())
                               : read_article(path, bytes.value(), digest, ArticleOutline::Omit);
  append(reading.diagnostics, article.diagnostics);
  Compilation compiled = compile_body(article.article, root, portal, use);
  append(reading.diagnostics, compiled.diagnostics);
  reading.document.article = std::move(article.article);
  reading.document.compiled = std::move(compiled.article);
  return reading;
}

}  // namespace tsg
