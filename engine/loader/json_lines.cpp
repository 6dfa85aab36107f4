// SPDX-License-Identifier: MIT
#include "engine/loader/json_lines.h"

#include <algorithm>

namespace tsg {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

}  // namespace

void JsonLines::feed(std::string_view bytes) {
  drop_taken();
  buffer_.append(bytes);
}

void JsonLines::finish() {
  finished_ = true;
}

void JsonLines::drop_taken() {
  buffer_.erase(0, taken_);
  looked_ -= taken_;
  taken_ = 0;
}

void JsonLines::add_line(JsonLinesChunk& chunk, std::string_view line) {
  if (number_ == 1 && line.starts_with(byte_order_mark)) line.remove_prefix(byte_order_mark.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  if (line.size() > most_line_bytes_) return add_too_long(chunk);
  if (is_blank(line)) return;
  chunk.lines.push_back({number_, chunk.bytes.size(), line.size(), JsonLine::Size::Fits});
  chunk.bytes.append(line);
}

void JsonLines::add_too_long(JsonLinesChunk& chunk) {
  chunk.lines.push_back({number_, chunk.bytes.size(), 0, JsonLine::Size::TooLong});
}

bool JsonLines::take(JsonLinesChunk& chunk, std::size_t most_lines) {
  chunk.bytes.clear();
  chunk.lines.clear();
  while (chunk.lines.size() < most_lines) {
    const std::size_t end = std::min(buffer_.find('\n', looked_), buffer_.size());
    const bool whole = end < buffer_.size() || (finished_ && taken_ < buffer_.size());
    if (!whole) {
      looked_ = end;
      break;
    }
    if (!skipping_) add_line(chunk, std::string_view(buffer_).substr(taken_, end - taken_));
    skipping_ = false;
    ++number_;
    taken_ = std::min(end + 1, buffer_.size());
    looked_ = taken_;
  }
  // A byte order mark and a CR may stand around a line that just fits.
  const std::size_t most_kept = most_line_bytes_ + byte_order_mark.size() + 1;
  const bool overlong = looked_ == buffer_.size() && buffer_.size() - taken_ > most_kept;
  if (overlong && chunk.lines.size() < most_lines && !skipping_) {
    add_too_long(chunk);
    skipping_ = true;
  }
  if (skipping_ && looked_ == buffer_.size()) taken_ = looked_;
  return !chunk.lines.empty();
}

}  // namespace tsg
