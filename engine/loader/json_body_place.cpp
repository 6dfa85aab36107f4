// SPDX-License-Identifier: MIT
#include "engine/loader/json_body_place.h"

#include <algorithm>
#include <vector>

#include "engine/diagnostics/article_codes.h"
#include "engine/loader/json_body_outline.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// The lines of `text` from `begin` on that hold nothing but `---`. A line that `begin` cuts counts as a line.
std::vector<ByteRange> fence_lines(std::string_view text, std::size_t begin) {
  std::vector<ByteRange> fences;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (ascii_trimmed(text.substr(begin, end - begin)) == "---") fences.push_back({begin, end});
    begin = end + 1;
  }
  return fences;
}

std::size_t next_visible(std::string_view text, std::size_t from) {
  return std::min(text.find_first_not_of(" \t\r\n\f\v", from), text.size());
}

void diagnose_unclosed(ArticleSource& source, ByteRange open) {
  source.report(codes::json_body_unclosed, open,
                "the JSON body that begins here has no end; it is taken to the end of the file",
                "write a line `---` behind it");
}

std::string diagnose_tail(ArticleSource& source, std::size_t from) {
  const std::size_t tail = next_visible(source.text(), from);
  if (tail == source.text().size()) return {};
  source.report(codes::json_body_tail, {tail, source.text().size()}, "text behind the JSON body is not read",
                "move it before the JSON body");
  return std::string(ascii_trimmed(source.text().substr(tail)));
}

}  // namespace

std::optional<JsonBody> find_json_body(ArticleSource& source, std::size_t begin) {
  const std::string_view text = source.text();
  const std::vector<ByteRange> fences = fence_lines(text, begin);
  const auto open = std::find_if(fences.begin(), fences.end(), [text](const ByteRange& fence) {
    return text.substr(next_visible(text, fence.end)).starts_with('{');
  });
  if (open == fences.end()) return std::nullopt;
  const std::size_t json = next_visible(text, open->end);
  const bool closed = &fences.back() != &*open;
  const ByteRange close = closed ? fences.back() : ByteRange{text.size(), text.size()};
  JsonBody body{.open_line = source.line_of(open->begin),
                .close_line = closed ? source.line_of(close.begin) : 0,
                .text = source.file_range({json, close.begin})};
  if (closed) {
    body.tail = diagnose_tail(source, close.end);
  } else {
    diagnose_unclosed(source, *open);
  }
  outline_json_body(source, {json, close.begin}, body);
  return body;
}

ByteRange json_body_range(const ArticleSource& source) {
  const ByteRange in_file = source.article().json_body->text;
  return {source.decoded_offset(in_file.begin), source.decoded_offset(in_file.end)};
}

}  // namespace tsg
