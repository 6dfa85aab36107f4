// SPDX-License-Identifier: MIT
#include "engine/loader/article_markdown.h"

#include <algorithm>

namespace tsg {

namespace {

ByteRange header_in_text(const Article& article) {
  if (article.header.kind == HeaderKind::None) return {};
  return {article.decoded_offset(article.header.range.begin),
          article.decoded_offset(article.header.range.end)};
}

// The opening line `---` of a JSON body is no Markdown: it would underline the title above it.
std::size_t markdown_end(const Article& article, std::size_t header_end) {
  if (!article.json_body) return article.text.size();
  const std::size_t json = article.decoded_offset(article.json_body->text.begin);
  const std::size_t fence = article.text.rfind("---", json);
  const std::size_t line_end = fence == std::string::npos ? fence : article.text.rfind('\n', fence);
  return line_end == std::string::npos ? header_end : std::max(line_end + 1, header_end);
}

}  // namespace

std::vector<ByteRange> markdown_parts(const Article& article) {
  const ByteRange header = header_in_text(article);
  std::vector<ByteRange> parts;
  if (header.begin > 0) parts.push_back({0, header.begin});
  const std::size_t end = markdown_end(article, header.end);
  if (end > header.end) parts.push_back({header.end, end});
  return parts;
}

std::string markdown_in_lines(const Article& article) {
  std::string markdown;
  std::size_t behind = 0;
  for (const ByteRange& part : markdown_parts(article)) {
    const auto cut_begin = article.text.begin() + static_cast<std::ptrdiff_t>(behind);
    const auto cut_end = article.text.begin() + static_cast<std::ptrdiff_t>(part.begin);
    markdown.append(static_cast<std::size_t>(std::count(cut_begin, cut_end, '\n')), '\n');
    markdown.append(article.text, part.begin, part.end - part.begin);
    behind = part.end;
  }
  return markdown;
}

}  // namespace tsg
