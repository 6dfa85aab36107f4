// SPDX-License-Identifier: MIT
#include "tests/conform/outline_reasons.h"

#include <algorithm>

#include "engine/loader/article_markdown.h"
#include "engine/text/ascii.h"
#include "tests/conform/line_scan.h"

namespace tsg::conform {

namespace {

constexpr const char* unclosed_fence = "a code fence that does not close for a reader of lines";

std::size_t bracket_depth(std::string_view text) {
  std::size_t depth = 0;
  std::size_t deepest = 0;
  for (const char c : text) {
    if (c == '[') deepest = std::max(deepest, ++depth);
    if (c == ']' && depth > 0) --depth;
  }
  return deepest;
}

bool underline(std::string_view line) {
  line = ascii_trimmed(line);
  while (line.starts_with('>')) line = ascii_trimmed(line.substr(1));
  return !line.empty() && (line.find_first_not_of('=') == std::string_view::npos ||
                           line.find_first_not_of('-') == std::string_view::npos);
}

std::string written_link(const OutlineItem& item) {
  return "](" + item.url;
}

}  // namespace

OutlineReasons::OutlineReasons(const Article& article)
    : article_(article),
      markdown_(markdown_in_lines(article)),
      opaque_(opaque_text(markdown_)),
      fenced_(fenced_lines(markdown_)) {
  for (std::string_view rest = markdown_; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    lines_.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
}

std::string_view OutlineReasons::line(std::uint32_t number) const {
  return number == 0 || number > lines_.size() ? std::string_view() : lines_[number - 1];
}

bool OutlineReasons::in_opaque_block(std::uint32_t number) const {
  return std::any_of(opaque_.begin(), opaque_.end(), [number](const OpaqueText& one) {
    return one.block && one.first_line <= number && number <= one.last_line;
  });
}

bool OutlineReasons::in_opaque_text(std::uint32_t number, std::string_view written) const {
  return std::any_of(opaque_.begin(), opaque_.end(), [&](const OpaqueText& one) {
    return one.first_line <= number && number <= one.last_line &&
           one.literal.find(written) != std::string::npos;
  });
}

const Link* OutlineReasons::link_of(const OutlineItem& item) const {
  const auto found = std::find_if(article_.links.begin(), article_.links.end(), [&](const Link& link) {
    const bool same_url = item.url == (link.destination.empty() ? link.url : link.destination);
    return same_url && link.line == item.line && link.image == item.image;
  });
  return found == article_.links.end() ? nullptr : &*found;
}

bool OutlineReasons::inside_another(const Link& link) const {
  const std::string written = "](" + link.destination;
  return std::any_of(article_.links.begin(), article_.links.end(), [&](const Link& other) {
    return &other != &link && other.line <= link.line && other.source.find(written) != std::string::npos;
  });
}

std::optional<std::string> OutlineReasons::extra_heading(const OutlineItem& item) const {
  if (item.no_space && ascii_trimmed(line(item.line)).starts_with('#'))
    return "a heading without a blank behind its #";
  if (in_opaque_block(item.line)) return "a heading's line inside raw HTML or code";
  return std::nullopt;
}

std::optional<std::string> OutlineReasons::missing_heading(const OutlineItem& item) const {
  if (fenced_.contains(item.line)) return unclosed_fence;
  const std::string_view written = line(item.line);
  const std::size_t hash = written.find('#');
  if (hash == std::string_view::npos || written.find_first_not_of(" \t>*+-.)0123456789") < hash) {
    for (std::uint32_t below = item.line + 1; below <= lines_.size() && !ascii_trimmed(line(below)).empty();
         ++below) {
      if (underline(line(below))) return "a setext heading";
    }
    return std::nullopt;
  }
  const bool in_container = written.find_first_not_of(' ') != hash || hash > 3;
  return in_container ? std::optional<std::string>("a heading in a list or quote") : std::nullopt;
}

std::optional<std::string> OutlineReasons::extra_link(const OutlineItem& item) const {
  if (in_opaque_text(item.line, written_link(item))) return "a link inside raw HTML or code";
  if (!holds_link("[text](" + item.url + ")")) return "a destination that Markdown does not allow";
  if (bracket_depth(item.text) > 0) return "a link with brackets in its text";
  return std::nullopt;
}

std::optional<std::string> OutlineReasons::missing_link(const OutlineItem& item) const {
  const Link* link = link_of(item);
  if (link == nullptr) return std::nullopt;
  if (line(link->line).find("<" + link->text + ">") != std::string_view::npos)
    return "a link in angle brackets";
  if (link->destination.empty()) return "a link by reference definition";
  if (line(link->line).find("](" + link->destination) == std::string_view::npos)
    return "a link over several lines";
  if (inside_another(*link)) return "an image inside a link's text";
  if (bracket_depth(link->source) >= 2) return "brackets nested twice";
  if (fenced_.contains(item.line)) return unclosed_fence;
  return std::nullopt;
}

}  // namespace tsg::conform
