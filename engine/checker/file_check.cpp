// SPDX-License-Identifier: MIT
#include "engine/checker/file_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t longest_name = 80;  // characters, by the authors' guide

bool mostly_crlf(const LineEnds& ends) {
  return ends.crlf > ends.lf;
}

void check_line_ends(ArticleView& view) {
  const LineEnds& ends = view.article().line_ends;
  const int kinds = (ends.crlf > 0 ? 1 : 0) + (ends.lf > 0 ? 1 : 0) + (ends.cr > 0 ? 1 : 0);
  if (kinds < 2) return;
  const std::string_view wanted = mostly_crlf(ends) ? "\r\n" : "\n";
  std::string replaced;
  ByteRange range = {view.text().size(), 0};
  const std::string_view text = view.text();
  for (std::size_t at = text.find_first_of("\r\n"); at != std::string_view::npos;
       at = text.find_first_of("\r\n", at)) {
    const std::size_t size = text.substr(at, 2) == "\r\n" ? 2 : 1;
    if (text.substr(at, size) != wanted) range = {std::min(range.begin, at), at + size};
    at += size;
  }
  if (range.begin >= range.end) return;
  Diagnostic& diagnostic =
      view.report(codes::file_mixed_ends, {range.begin, range.begin},
                  fmt::format("lines end in several ways: {} with CR LF, {} with LF, {} with CR", ends.crlf,
                              ends.lf, ends.cr),
                  fmt::format("end all with {}", mostly_crlf(ends) ? "CR LF" : "LF"));
  if (diagnostic.place.file.empty() || view.article().encoding != Encoding::Utf8) return;
  for (std::size_t at = range.begin; at < range.end;) {
    const std::size_t end = std::min(text.find_first_of("\r\n", at), range.end);
    replaced.append(text.substr(at, end - at));
    if (end == range.end) break;
    replaced.append(wanted);
    at = end + (text.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  view.fix_safely(diagnostic, range, std::move(replaced));
}

// U+200B, U+200E, U+200F, U+00AD and controls: nobody sees them, and a search does not find the word.
std::size_t invisible_length(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x20 && !ascii_space(text.front())) return 1;
  if (text.starts_with("\xE2\x80\x8B") || text.starts_with("\xE2\x80\x8E") ||
      text.starts_with("\xE2\x80\x8F"))
    return 3;
  return text.starts_with("\xC2\xAD") ? 2 : 0;
}

void check_invisible(ArticleView& view) {
  const std::string_view text = view.text();
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte >= 0x20 && byte != 0xE2 && byte != 0xC2) continue;
    const std::size_t size = invisible_length(text.substr(at));
    if (size == 0) continue;
    Diagnostic& diagnostic =
        view.report(codes::file_control, {at, at + size},
                    size == 1 ? fmt::format("a control character U+{:04X}", static_cast<unsigned>(byte))
                              : std::string("a character that nobody sees"),
                    "take it out");
    view.fix_safely(diagnostic, {at, at + size}, "");
    at += size - 1;
  }
}

void check_curly_code(ArticleView& view) {
  for (const ArticleLine& line : view.lines()) {
    if (line.kind != LineKind::Code) continue;
    const std::string_view words = view.text_of(line);
    for (std::size_t at = words.find('\xE2'); at != std::string_view::npos; at = words.find('\xE2', at + 1)) {
      const std::string_view character = words.substr(at, 3);
      std::string_view meant;
      if (character == "\xE2\x80\x98" || character == "\xE2\x80\x99") meant = "'";
      if (character == "\xE2\x80\x9C" || character == "\xE2\x80\x9D") meant = "\"";
      if (character == "\xE2\x80\x93") meant = "-";
      if (meant.empty()) continue;
      const ByteRange range = {line.range.begin + at, line.range.begin + at + 3};
      Diagnostic& diagnostic = view.report(
          codes::code_curly, range, fmt::format("`{}` in code does not run when it is copied", character),
          fmt::format("write `{}`", meant));
      view.propose(diagnostic, range, std::string(meant));
    }
  }
}

}  // namespace

void check_file_bytes(ArticleView& view) {
  const Article& article = view.article();
  if (article.boms > 0 && article.encoding == Encoding::Utf8) {
    Diagnostic& diagnostic = view.report(codes::file_bom, {0, 0}, "the file begins with a byte order mark",
                                         "save it as UTF-8 without one");
    if (article.boms == 1) diagnostic.fix = Fix{{0, 3}, "", true};
  }
  check_line_ends(view);
  if (!article.final_newline && !article.text.empty()) {
    const std::size_t end = article.text.size();
    Diagnostic& diagnostic =
        view.report(codes::file_last_line, {end, end}, "the last line has no end", "end it with a line end");
    view.fix_safely(diagnostic, {end, end}, mostly_crlf(article.line_ends) ? "\r\n" : "\n");
  }
  check_invisible(view);
  check_curly_code(view);
}

void check_file_name(ArticleView& view) {
  const std::string& path = view.article().path;
  const std::string_view name = std::string_view(path).substr(path.rfind('/') + 1);
  const auto report = [&view](const Code& code, std::string message, std::string help) {
    view.report(code, {0, 0}, std::move(message), std::move(help));
  };
  if (name.size() > longest_name) {
    report(codes::file_name_long,
           fmt::format("the file name has {} characters, more than {}", name.size(), longest_name),
           "shorten it");
  }
  if (path.find(' ') != std::string::npos) {
    report(codes::file_name_blank, "the path holds a blank", "write `-` instead");
  }
  if (name != "README.md" &&
      std::any_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
    report(codes::file_name_upper, "the file name holds upper-case letters", "write it in lower case");
  }
}

}  // namespace tsg
