// SPDX-License-Identifier: MIT
#include "engine/loader/article_decoding.h"

#include <fmt/format.h>

#include "engine/diagnostics/article_codes.h"
#include "engine/text/encoding.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

LineEnds count_line_ends(std::string_view bytes) {
  LineEnds ends;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == '\n') ++ends.lf;
    if (bytes[at] != '\r') continue;
    const bool pair = at + 1 < bytes.size() && bytes[at + 1] == '\n';
    ++(pair ? ends.crlf : ends.cr);
    if (pair) ++at;
  }
  return ends;
}

std::size_t first_invalid(std::string_view bytes) {
  std::size_t at = 0;
  while (at < bytes.size()) {
    const DecodedCharacter character = decode_utf8(bytes, at);
    if (!character.valid) break;
    at += character.size;
  }
  return at;
}

bool looks_like_utf16(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

void diagnose_boms(ArticleSource& source) {
  const std::size_t boms = source.article().boms;
  if (boms < 2) return;
  Diagnostic& diagnostic =
      source.report(codes::article_bom_repeated, {0, 0},
                    fmt::format("the file begins with {} byte order marks", boms), "keep at most one");
  diagnostic.place.range = {byte_order_mark.size(), boms * byte_order_mark.size()};
  diagnostic.fix = Fix{.range = diagnostic.place.range, .replacement = "", .safe = true};
}

void diagnose_windows1252(std::string_view bytes, ArticleSource& source) {
  if (looks_like_utf16(bytes)) {
    source.report(codes::article_utf16, {0, 0}, "the file begins with the byte order mark of UTF-16",
                  "save the file as UTF-8");
    return;
  }
  const std::size_t bad = first_invalid(bytes);
  source.report(codes::article_not_utf8, {source.decoded_offset(bad), source.decoded_offset(bad + 1)},
                fmt::format("byte 0x{:02X} is not UTF-8, so the whole file is read as Windows-1252",
                            static_cast<unsigned char>(bytes[bad])),
                "save the file as UTF-8");
}

void diagnose_double_encoding(ArticleSource& source) {
  for (const DoubleEncoding& run : find_double_encoding(source.text())) {
    const std::string_view seen = source.text().substr(run.range.begin, run.range.end - run.range.begin);
    source
        .report(codes::article_double_encoded, run.range,
                fmt::format("`{}` was encoded as UTF-8 twice", seen),
                fmt::format("write `{}`; it is rendered so", run.repaired))
        .fix = Fix{.range = source.file_range(run.range), .replacement = run.repaired, .safe = true};
  }
}

void diagnose_nul(ArticleSource& source) {
  const std::size_t at = source.text().find('\0');
  if (at == std::string::npos) return;
  source.report(codes::article_nul, {at, at + 1}, "the file holds a NUL character, rendered as U+FFFD",
                "delete it");
}

}  // namespace

void decode_article(std::string_view bytes, Article& article) {
  article.bytes = bytes.size();
  article.line_ends = count_line_ends(bytes);
  article.final_newline = bytes.ends_with('\n');
  std::string_view rest = bytes;
  for (; rest.starts_with(byte_order_mark); rest.remove_prefix(byte_order_mark.size())) ++article.boms;
  const std::size_t dropped = bytes.size() - rest.size();
  if (dropped > 0) article.offset_steps.push_back({0, dropped});
  article.encoding = valid_utf8(rest) ? Encoding::Utf8 : Encoding::Windows1252;
  if (article.encoding == Encoding::Utf8) {
    article.text = std::string(rest);
    return;
  }
  Transcoded decoded = from_windows1252(rest);
  article.text = std::move(decoded.text);
  for (const auto& [here, there] : decoded.steps) article.offset_steps.push_back({here, there + dropped});
}

void diagnose_encoding(std::string_view bytes, ArticleSource& source) {
  diagnose_boms(source);
  diagnose_nul(source);
  if (source.article().encoding == Encoding::Utf8) return diagnose_double_encoding(source);
  // What looks doubly encoded now is the sound UTF-8 between the bad bytes: only the file's encoding is to be
  // mended.
  diagnose_windows1252(bytes, source);
}

}  // namespace tsg
