// SPDX-License-Identifier: MIT
#include "engine/loader/properties_header.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "engine/diagnostics/article_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

constexpr std::string_view opener = "<properties";
// A header that is one long accident says so this many times, not thousands.
constexpr std::size_t most_stray_reports = 20;

bool name_start(char c) {
  return ascii_alpha(c) || c == '_';
}
bool name_char(char c) {
  return name_start(c) || ascii_digit(c) || c == '.' || c == ':' || c == '-';
}

// White space between attributes; authors also leave no-break and zero-width spaces there.
bool header_blank(std::uint32_t code_point) {
  constexpr std::array<std::uint32_t, 7> odd_blanks = {0x85, 0xA0, 0x200B, 0x2028, 0x2029, 0x3000, 0xFEFF};
  if (code_point < 0x80) return ascii_space(static_cast<char>(code_point));
  if (code_point >= 0x2000 && code_point <= 0x200A) return true;
  return std::find(odd_blanks.begin(), odd_blanks.end(), code_point) != odd_blanks.end();
}

class HeaderScanner {
 public:
  explicit HeaderScanner(ArticleSource& source) : source_(source), text_(source.text()) {}

  Header read(std::size_t begin, std::size_t& decoded_end) {
    at_ = begin + opener.size();
    last_end_ = at_;
    while (header_.close.empty() && step()) {
    }
    if (header_.close.empty()) give_up(begin);
    diagnose_duplicates();
    decoded_end = last_end_;
    header_.kind = HeaderKind::Properties;
    header_.range = source_.file_range({begin, last_end_});
    header_.line = source_.line_of(begin);
    header_.end_line = source_.line_of(last_end_ - 1);
    return std::move(header_);
  }

 private:
  // Reads one attribute, stray character or the end; false when the header cannot go on.
  bool step() {
    skip_blanks();
    if (at_ >= text_.size()) return false;
    if (take_close()) return true;
    // A line of the header never begins with a tag or a heading: the author forgot the end.
    if ((text_[at_] == '<' || text_[at_] == '#') && begins_line()) return false;
    if (!name_start(text_[at_]) || !take_attribute()) take_stray();
    return true;
  }

  bool begins_line() const {
    const std::size_t before = text_.find_last_not_of(" \t", at_ - 1);
    return before != std::string_view::npos && text_[before] == '\n';
  }

  void skip_blanks() {
    while (at_ < text_.size()) {
      const DecodedCharacter character = decode_utf8(text_, at_);
      if (!header_blank(character.code_point)) return;
      at_ += character.size;
    }
  }

  bool take_close() {
    for (const std::string_view close : {std::string_view("/>"), std::string_view(">")}) {
      if (!text_.substr(at_).starts_with(close)) continue;
      header_.close = std::string(close);
      at_ += close.size();
      last_end_ = at_;
      return true;
    }
    return false;
  }

  bool take_attribute() {
    const std::size_t begin = at_;
    std::size_t end = begin;
    while (end < text_.size() && name_char(text_[end])) ++end;
    at_ = end;
    skip_blanks();
    if (at_ >= text_.size() || text_[at_] != '=') {
      at_ = begin;
      return false;
    }
    skip_to_value();
    Property property{.key = std::string(text_.substr(begin, end - begin)),
                      .line = source_.line_of(begin),
                      .offset = source_.file_range({begin, begin}).begin};
    take_value(property, {begin, end});
    header_.properties.push_back(std::move(property));
    last_end_ = at_;
    return true;
  }

  // A quote may stand on a later line than its `=`; a value without one may not.
  void skip_to_value() {
    const std::size_t behind = ++at_;
    skip_blanks();
    if (at_ < text_.size() && (text_[at_] == '"' || text_[at_] == '\'')) return;
    at_ = std::min(text_.find_first_not_of(" \t", behind), text_.size());
  }

  void take_value(Property& property, ByteRange key) {
    const char quote = at_ < text_.size() ? text_[at_] : ' ';
    if (quote != '"' && quote != '\'') return take_odd_value(property, key);
    property.quote = quote;
    const std::size_t begin = at_ + 1;
    const std::size_t close = text_.find(quote, begin);
    // Not to the line's end: many attributes on one long line would read it all again.
    const std::size_t line_end = text_.substr(0, close).find('\n', begin);
    if (close != std::string_view::npos && (line_end == std::string_view::npos || closes_value(close))) {
      property.value = std::string(text_.substr(begin, close - begin));
      at_ = close + 1;
      return;
    }
    const std::size_t end = std::min(line_end, text_.size());
    const std::string_view value = without_returns(text_.substr(begin, end - begin));
    property.value = std::string(value);
    at_ = begin + value.size();
    diagnose_unclosed(property, {begin - 1, begin});
  }

  // A closing quote further down is the value's own when the header can go on behind it; else it opens the
  // next value.
  bool closes_value(std::size_t close) const {
    if (close + 1 == text_.size()) return true;
    const DecodedCharacter next = decode_utf8(text_, close + 1);
    return header_blank(next.code_point) || next.code_point == '/' || next.code_point == '>';
  }

  static std::string_view without_returns(std::string_view text) {
    while (text.ends_with('\r')) text.remove_suffix(1);
    return text;
  }

  // A value without quotes runs to the next blank or the header's end, one in curly quotes to the next curly
  // quote.
  void take_odd_value(Property& property, ByteRange key) {
    const bool curly = curly_quote(at_);
    const std::size_t begin = at_ + (curly ? 3U : 0U);
    std::size_t end = begin;
    while (end < text_.size() && !(curly ? ends_curly(end) : ends_unquoted(end))) ++end;
    property.value = std::string(text_.substr(begin, end - begin));
    at_ = curly && curly_quote(end) ? end + 3 : end;
    source_.report(codes::header_odd_quotes, key,
                   fmt::format("the value of `{}` stands {}", property.key,
                               curly ? "in curly quotes" : "without quotes"),
                   "put it in straight double quotes");
  }

  bool curly_quote(std::size_t at) const {
    const std::string_view here = text_.substr(at, 3);
    return here == "\xE2\x80\x9C" || here == "\xE2\x80\x9D";
  }
  bool ends_curly(std::size_t at) const { return text_[at] == '\r' || text_[at] == '\n' || curly_quote(at); }
  bool ends_unquoted(std::size_t at) const {
    return ascii_space(text_[at]) || text_[at] == '>' || text_.substr(at, 2) == "/>";
  }

  void diagnose_unclosed(const Property& property, ByteRange quote) {
    source_
        .report(codes::header_unclosed_quote, quote,
                fmt::format("the value of `{}` has no closing quote", property.key),
                "its value is taken to the end of the line; close the quote there")
        .fix = Fix{.range = source_.file_range({at_, at_}), .replacement = std::string(1, property.quote)};
  }

  void take_stray() {
    const std::size_t begin = at_;
    if (name_start(text_[at_])) {
      while (at_ < text_.size() && name_char(text_[at_])) ++at_;
    } else {
      at_ += decode_utf8(text_, at_).size;
    }
    if (++stray_ > most_stray_reports) return;
    const ByteRange range{begin, at_};
    source_
        .report(codes::header_stray_char, range,
                fmt::format("`{}` stands between the header's attributes", text_.substr(begin, at_ - begin)),
                "delete it")
        .fix = Fix{.range = source_.file_range(range), .replacement = "", .safe = at_ - begin == 1};
  }

  void give_up(std::size_t begin) {
    source_.report(codes::header_unclosed, {begin, begin + opener.size()},
                   "the `<properties` header has no end", "write `/>` behind its last attribute");
  }

  void diagnose_duplicates() {
    std::set<std::string> seen;
    for (const Property& property : header_.properties) {
      if (seen.insert(ascii_lowered(property.key)).second) continue;
      const std::size_t offset = source_.decoded_offset(property.offset);
      source_.report(codes::header_duplicate_key, {offset, offset + property.key.size()},
                     fmt::format("the key `{}` occurs again; its last value holds", property.key),
                     "keep one of them");
    }
  }

  ArticleSource& source_;
  std::string_view text_;
  Header header_ = {};
  std::size_t at_ = 0;
  std::size_t last_end_ = 0;  // behind the last attribute, or behind the close
  std::size_t stray_ = 0;
};

}  // namespace

std::optional<std::size_t> find_properties_header(std::string_view text) {
  for (std::size_t at = text.find(opener); at != std::string_view::npos; at = text.find(opener, at + 1)) {
    const std::size_t end = at + opener.size();
    if (end == text.size() || !name_char(text[end])) return at;
  }
  return std::nullopt;
}

Header read_properties_header(ArticleSource& source, std::size_t begin, std::size_t& decoded_end) {
  return HeaderScanner(source).read(begin, decoded_end);
}

}  // namespace tsg
