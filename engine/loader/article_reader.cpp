// SPDX-License-Identifier: MIT
#include "engine/loader/article_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/article_codes.h"
#include "engine/diagnostics/place_order.h"
#include "engine/loader/article_decoding.h"
#include "engine/loader/article_markdown.h"
#include "engine/loader/article_marks.h"
#include "engine/loader/article_source.h"
#include "engine/loader/json_body_place.h"
#include "engine/loader/properties_header.h"
#include "engine/loader/yaml_header.h"
#include "engine/markdown/bounds.h"
#include "engine/markdown/outline.h"
#include "engine/markdown/tokens.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"
#include "engine/text/digest.h"

namespace tsg {

namespace {

ArticleReading refuse(std::string path, std::string_view bytes) {
  ArticleReading reading;
  reading.article.path = std::move(path);
  reading.article.bytes = bytes.size();
  reading.article.digest = sha256_hex(bytes);
  reading.article.body_kind = BodyKind::Empty;
  reading.diagnostics.push_back(make_diagnostic(
      codes::article_too_large, {.file = reading.article.path},
      fmt::format("the file has {} bytes, more than {}", bytes.size(), limits::article_bytes), "split it"));
  return reading;
}

// The parts of the decoded text that are no header.
struct HeaderCut {
  ByteRange header = {};
  Header read = {};
};

void report_around(ArticleSource& source, HeaderCut& cut) {
  const std::string_view text = source.text();
  const std::string_view before = ascii_trimmed(text.substr(0, cut.header.begin));
  cut.read.before = std::string(before);
  if (!before.empty()) {
    const auto begin = static_cast<std::size_t>(before.data() - text.data());
    source.report(codes::header_text_before, {begin, begin + before.size()},
                  "text stands before the property header", "move it behind the header");
  }
  const std::string_view behind = text.substr(cut.header.end);
  const std::size_t next = std::min(behind.find_first_not_of(" \t"), behind.size());
  if (cut.read.close.empty() || next == behind.size() || behind[next] == '\r' || behind[next] == '\n') return;
  source.report(codes::header_glued_text, {cut.header.end + next, cut.header.end + next + 1},
                "text stands right behind the header's end", "begin a new line there, or delete it");
}

HeaderCut read_header(ArticleSource& source) {
  HeaderCut cut;
  if (begins_with_yaml(source.text())) {
    if (std::optional<Header> header = read_yaml_header(source, cut.header.end)) {
      cut.read = std::move(*header);
      cut.header.begin = source.decoded_offset(cut.read.range.begin);
      return cut;
    }
  }
  const std::optional<std::size_t> begin = find_properties_header(source.text());
  if (!begin) {
    source.report(codes::header_missing, {0, 0}, "the article has no property header",
                  "begin it with `<properties pageTitle=\"...\" articleId=\"...\" selfHelpType=\"...\" />`");
    return cut;
  }
  cut.header.begin = *begin;
  cut.read = read_properties_header(source, *begin, cut.header.end);
  report_around(source, cut);
  return cut;
}

std::vector<Token> tokens_outside(std::string_view text, ByteRange header) {
  std::vector<Token> tokens = scan_tokens(text.substr(0, header.begin));
  for (Token& token : scan_tokens(text.substr(header.end))) {
    token.range.begin += header.end;
    token.range.end += header.end;
    tokens.push_back(std::move(token));
  }
  return tokens;
}

void read_body(ArticleSource& source, ByteRange header, ArticleOutline outlined, Article& article) {
  article.json_body = find_json_body(source, header.end);
  if (article.json_body) article.body_kind = BodyKind::Json;
  const std::string markdown = markdown_in_lines(article);
  if (!article.json_body && ascii_trimmed(markdown).empty()) article.body_kind = BodyKind::Empty;
  if (outlined == ArticleOutline::Omit) return;
  if (const std::optional<std::string> why = beyond_bounds(markdown)) {
    source.report(codes::article_beyond_bounds, {header.end, article.text.size()},
                  fmt::format("the article is not parsed: {}", *why),
                  "split the article, or what is too large in it");
    return;
  }
  Outline outline = read_outline(markdown);
  article.headings = std::move(outline.headings);
  article.links = std::move(outline.links);
}

}  // namespace

ArticleReading read_article(std::string path, std::string_view bytes, ArticleDigest digest,
                            ArticleOutline outline) {
  if (bytes.size() > limits::article_bytes) return refuse(std::move(path), bytes);
  ArticleReading reading;
  Article& article = reading.article;
  article.path = std::move(path);
  if (digest == ArticleDigest::Compute) article.digest = sha256_hex(bytes);
  decode_article(bytes, article);
  ArticleSource source(article, reading.diagnostics);
  diagnose_encoding(bytes, source);
  HeaderCut cut = read_header(source);
  article.header = std::move(cut.read);
  ArticleMarks marks = read_marks(source, tokens_outside(article.text, cut.header));
  article.placeholders = std::move(marks.placeholders);
  article.sections = std::move(marks.sections);
  read_body(source, cut.header, outline, article);
  sort_by_place(reading.diagnostics);
  return reading;
}

}  // namespace tsg
