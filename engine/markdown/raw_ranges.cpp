// SPDX-License-Identifier: MIT
#include "engine/markdown/raw_ranges.h"

#include <algorithm>

#include "engine/markdown/html_names.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::size_t nowhere = std::string_view::npos;
// How far a comment that holds placeholders, or a tag, may reach: looking for its end is tried again and
// again.
constexpr std::size_t most_lookahead = 4096;

std::string name_at(std::string_view body, std::size_t at) {
  constexpr std::size_t longest_name = 16;
  std::string name;
  while (at < body.size() && ascii_alpha(body[at]) && name.size() < longest_name)
    name += ascii_lower(body[at++]);
  const bool ended = at < body.size() && (ascii_space(body[at]) || body[at] == '>' || body[at] == '/');
  return ended ? name : "";
}

}  // namespace

RawRanges::RawRanges(std::string_view body, const std::vector<PlannedCut>& plan)
    : body_(body), plan_(plan), next_backtick_(body.find('`')), next_tildes_(body.find("~~~")) {}

std::optional<Cut> RawRanges::at(std::size_t at, std::size_t next) {
  if (body_.substr(at, 4) == "<!--") return comment(at, next);
  return element(at);
}

std::optional<Cut> RawRanges::cut(CutKind kind, std::string name, ByteRange range) {
  if (next_backtick_ < range.begin) next_backtick_ = body_.find('`', range.begin);
  if (next_tildes_ < range.begin) next_tildes_ = body_.find("~~~", range.begin);
  if (std::min(next_backtick_, next_tildes_) < range.end) return std::nullopt;
  Cut cut;
  cut.kind = kind;
  cut.name = std::move(name);
  cut.range = range;
  return cut;
}

std::optional<Cut> RawRanges::comment(std::size_t at, std::size_t next) {
  if (comment_end_ != nowhere && comment_end_ < at + 4) comment_end_ = body_.find("-->", at + 4);
  if (comment_end_ == nowhere) return std::nullopt;
  std::size_t end = comment_end_;
  if (next < plan_.size() && plan_[next].cut.range.begin < end)
    end = comment_end_behind_placeholders(at, next);
  if (end == nowhere) return std::nullopt;
  return cut(CutKind::Comment, "", {at, end + 3});
}

// A comment around placeholders: the first `-->` is a placeholder's own. It must end in its paragraph, else
// its `<!--` is more likely text.
std::size_t RawRanges::comment_end_behind_placeholders(std::size_t at, std::size_t next) const {
  std::size_t from = at;
  for (; next < plan_.size() && plan_[next].cut.range.begin < at + most_lookahead; ++next) {
    const Cut& inner = plan_[next].cut;
    const std::size_t end = body_.substr(0, inner.range.begin).find("-->", from);
    if (end != nowhere) return end;
    if (is_marker(inner.kind)) return nowhere;
    from = inner.range.end;
  }
  const std::string_view window = body_.substr(0, std::min(body_.size(), at + most_lookahead));
  const std::size_t end = window.find("-->", from);
  if (end == nowhere || window.substr(at, end - at).find("\n\n") != nowhere) return nowhere;
  return end;
}

std::optional<Cut> RawRanges::element(std::size_t at) {
  const std::string name = name_at(body_, at + 1);
  const ElementUse use = name.empty() ? ElementUse::Unknown : use_of_element(name);
  if (use != ElementUse::Component && use != ElementUse::Forbidden) return std::nullopt;
  const std::string_view window = body_.substr(0, std::min(body_.size(), at + most_lookahead));
  const std::size_t tag_end = window.find('>', at);
  if (tag_end == nowhere) return std::nullopt;
  const bool empty = body_[tag_end - 1] == '/';
  const std::size_t end = empty && use == ElementUse::Component ? tag_end + 1 : end_of_element(name, tag_end);
  if (end == nowhere) return std::nullopt;
  return cut(use == ElementUse::Component ? CutKind::Component : CutKind::Forbidden, name, {at, end});
}

std::size_t RawRanges::end_of_element(const std::string& name, std::size_t from) {
  std::size_t& known = element_ends_[name];
  if (known == nowhere || known > from) return known;
  for (std::size_t at = body_.find("</", from); at != nowhere; at = body_.find("</", at + 2)) {
    if (name_at(body_, at + 2) != name) continue;
    const std::size_t end = body_.find('>', at);
    known = end == nowhere ? nowhere : end + 1;
    return known;
  }
  return known = nowhere;
}

}  // namespace tsg
