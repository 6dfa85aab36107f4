// SPDX-License-Identifier: MIT
// Segments back to text, and the check that HTML is whole.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/markdown/compile.h"
#include "engine/markdown/html_text.h"
#include "engine/model/segment.h"

namespace tsg::test {

enum class Show { Everything, WithoutAgents, SectionsOnly, WithoutSections };

// Literals and defaults of what `show` leaves; slots as `[Name|default]` when `marked`.
inline std::string rendered(const CompiledArticle& article, const Segments& segments,
                            Show show = Show::Everything, bool marked = false) {
  std::string out;
  int agents = 0;
  int sections = 0;
  for (const Segment& segment : segments) {
    if (segment.kind == SegmentKind::AgentBegin) ++agents;
    if (segment.kind == SegmentKind::AgentEnd) --agents;
    if (segment.kind == SegmentKind::SectionBegin) ++sections;
    if (segment.kind == SegmentKind::SectionEnd) --sections;
    if (show == Show::WithoutAgents && agents > 0) continue;
    if (show == Show::SectionsOnly && sections == 0) continue;
    if (show == Show::WithoutSections && sections > 0) continue;
    if (segment.kind == SegmentKind::Literal) out += segment.text;
    if (segment.kind != SegmentKind::Slot) continue;
    const std::string text = escaped_html(segment.text);
    out += marked ? "[" + article.placeholders[segment.placeholder] + "|" + text + "]" : text;
  }
  return out;
}

inline Compilation compile(std::string_view body, HeadingIds ids = HeadingIds::Add) {
  return compile_markdown(
      body,
      [](std::size_t begin, std::size_t end) {
        return Place{.range = {begin, end}};
      },
      ids);
}

inline std::string html_of(std::string_view body, Show show = Show::Everything) {
  const Compilation compilation = compile(body, HeadingIds::Omit);
  return rendered(compilation.article, compilation.article.html, show, true);
}

// Empty when every element is closed where it was opened; else the first tag that is not.
inline std::string first_unbalanced_tag(std::string_view html) {
  std::vector<std::string_view> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    const std::size_t end = html.find('>', at);
    if (end == std::string_view::npos) return std::string(html.substr(at));
    const std::string_view tag = html.substr(at + 1, end - at - 1);
    at = end + 1;
    if (tag.empty() || tag.find('<') != std::string_view::npos) return std::string(tag);
    if (tag.back() == '/') continue;
    if (tag.front() != '/') {
      open.push_back(tag.substr(0, tag.find(' ')));
    } else if (open.empty() || open.back() != tag.substr(1)) {
      return std::string(tag);
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : std::string(open.back());
}

inline bool has_code(const Compilation& compilation, const Code& code) {
  for (const Diagnostic& diagnostic : compilation.diagnostics) {
    if (diagnostic.code == code) return true;
  }
  return false;
}

}  // namespace tsg::test
