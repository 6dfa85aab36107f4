// SPDX-License-Identifier: MIT
#include "engine/checker/article_view.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool ends_address(char c) {
  return ascii_space(c) || c == '(' || c == ')' || c == '<' || c == '>' || c == '"' || c == '\'' ||
         c == ']' || c == '`';
}

// "```" or "~~~" and more at the line's beginning; 0 when it is no fence.
std::size_t fence_length(std::string_view line, char& mark) {
  const std::size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos || (line[begin] != '`' && line[begin] != '~')) return 0;
  mark = line[begin];
  const std::size_t end = std::min(line.find_first_not_of(mark, begin), line.size());
  return end - begin >= 3 ? end - begin : 0;
}

// ```x``` is code within its line.
bool closes_on_its_line(std::string_view line, char mark) {
  const std::size_t begin = line.find(mark);
  const std::size_t behind = line.find_first_not_of(mark, begin);
  return mark == '`' && behind != std::string_view::npos && line.find('`', behind) != std::string_view::npos;
}

// Of `http` or `https` at the end of the letters before `://`; 0 for another scheme.
std::size_t scheme_length(std::string_view letters) {
  for (const std::string_view scheme : {"https", "http"}) {
    if (letters.size() < scheme.size()) continue;
    if (equal_ignoring_case(letters.substr(letters.size() - scheme.size()), scheme)) return scheme.size();
  }
  return 0;
}

}  // namespace

std::vector<std::string_view> list_items(std::string_view value) {
  std::vector<std::string_view> items;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    const std::string_view item = ascii_trimmed(value.substr(0, comma));
    if (!item.empty()) items.push_back(item);
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return items;
}

ArticleView::ArticleView(const Article& article, ArticleSource& source)
    : article_(article), source_(source), type_(ascii_lowered(ascii_trimmed(article.type()))) {
  for (const std::string_view cloud : list_items(article.property("cloudEnvironments").value_or(""))) {
    clouds_.push_back(ascii_lowered(cloud));
  }
  cut_lines();
  find_addresses();
}

bool ArticleView::for_customers() const {
  return !type_.starts_with("tsg_") && type_ != "advisorrecommendationmetadata" && !type_.empty();
}

void ArticleView::cut_lines() {
  const std::string_view all = text();
  const bool headed = article_.header.kind != HeaderKind::None;
  char open_mark = 0;
  std::size_t open_length = 0;
  std::uint32_t number = 0;
  for (std::size_t at = 0; at < all.size();) {
    const std::size_t feed = std::min(all.find('\n', at), all.size());
    std::size_t end = feed;
    if (end > at && all[end - 1] == '\r') --end;
    ArticleLine line{{at, end}, LineKind::Text};
    ++number;
    const std::string_view words = all.substr(at, end - at);
    char mark = 0;
    if (headed && number >= article_.header.line && number <= article_.header.end_line) {
      line.kind = LineKind::Header;
    } else if (article_.json_body && number >= article_.json_body->open_line) {
      line.kind = LineKind::Json;
    } else if (const std::size_t length = fence_length(words, mark); length > 0 && open_length == 0) {
      line.kind = LineKind::Fence;
      if (closes_on_its_line(words, mark)) {
        line.kind = LineKind::Text;
      } else {
        open_length = length;
        open_mark = mark;
      }
    } else if (open_length > 0) {
      const bool closes = length >= open_length && mark == open_mark;
      line.kind = closes ? LineKind::Fence : LineKind::Code;
      if (closes) open_length = 0;
    }
    lines_.push_back(line);
    at = feed + 1;
  }
}

void ArticleView::find_addresses() {
  const std::string_view all = text();
  std::size_t line = 0;
  for (std::size_t at = all.find("://"); at != std::string_view::npos; at = all.find("://", at + 3)) {
    std::size_t begin = at;
    while (begin > 0 && ascii_alpha(all[begin - 1])) --begin;
    const std::size_t scheme = scheme_length(all.substr(begin, at - begin));
    if (scheme == 0) continue;
    begin = at - scheme;
    std::size_t end = at + 3;
    while (end < all.size() && !ends_address(all[end])) ++end;
    WebAddress address{.range = {begin, end}, .text = all.substr(begin, end - begin)};
    const std::size_t host_end = std::min(all.find_first_of("/?#:\\", at + 3), end);
    address.host = all.substr(at + 3, host_end - at - 3);
    address.path = all.substr(host_end, end - host_end);
    while (line < lines_.size() && lines_[line].range.end < begin) ++line;
    address.in_code = line < lines_.size() && lines_[line].kind == LineKind::Code;
    addresses_.push_back(address);
    at = std::max(at, end > 3 ? end - 3 : end);
  }
}

void ArticleView::fix_safely(Diagnostic& diagnostic, ByteRange range, std::string replacement) {
  diagnostic.fix = Fix{source_.file_range(range), std::move(replacement), true};
}

void ArticleView::propose(Diagnostic& diagnostic, ByteRange range, std::string replacement) {
  diagnostic.fix = Fix{source_.file_range(range), std::move(replacement), false};
}

ByteRange ArticleView::range_in_line(std::uint32_t line, std::string_view words) const {
  if (line == 0 || line > lines_.size()) return {};
  const ByteRange whole = lines_[line - 1].range;
  const std::size_t at = words.empty() ? std::string_view::npos : slice(whole).find(words);
  if (at == std::string_view::npos) return whole;
  return {whole.begin + at, whole.begin + at + words.size()};
}

ByteRange value_range_of(const Article& article, const Property& property) {
  const std::string_view text = article.text;
  const std::size_t key_end = article.decoded_offset(property.offset) + property.key.size();
  const std::size_t at =
      text.find(property.value, std::min(text.find_first_not_of(" \t=", key_end), text.size()));
  if (at == std::string_view::npos) return {key_end, key_end};
  return {at, at + property.value.size()};
}

const Property* property_of(const Article& article, std::string_view key) {
  const Property* found = nullptr;
  for (const Property& each : article.header.properties) {
    if (equal_ignoring_case(each.key, key)) found = &each;
  }
  return found;
}

}  // namespace tsg
