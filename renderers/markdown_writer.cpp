// SPDX-License-Identifier: MIT
#include "renderers/markdown_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "renderers/escape_markdown.h"
#include "renderers/fill.h"
#include "renderers/markdown_plain.h"
#include "renderers/place_markdown.h"
#include "renderers/words.h"

namespace tsg {

namespace {

std::string filled(const CompiledArticle& article, const ComposedPart& part, MissingValue missing) {
  std::string out;
  fill_markdown(out, article, part.filled, missing);
  return out;
}

std::string part_heading(const ComposedArticle& article, const ComposedPart& part, std::size_t number) {
  const std::string subjects = part.subjects.empty() ? fmt::format("Part {}", number) : names(part.subjects);
  if (!heading_varies(article)) return markdown(subjects);
  const std::string heading = one_line(filled(article.heading, part, article.missing));
  return part.subjects.empty() ? heading : fmt::format("{} ({})", heading, markdown(subjects));
}

}  // namespace

void MarkdownWriter::blank() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

void MarkdownWriter::heading(int level, std::string_view text) {
  blank();
  out_ += std::string(static_cast<std::size_t>(std::min(level, 6)), '#') + " ";
  out_ += text;
  out_ += "\n\n";
}

void MarkdownWriter::paragraph(std::string_view inline_markdown) {
  if (inline_markdown.empty()) return;
  blank();
  out_ += inline_markdown;
  out_ += "\n\n";
}

void MarkdownWriter::item(std::string_view marker, std::string_view inline_markdown, std::size_t indent) {
  out_.append(indent, ' ').append(marker).append(" ").append(inline_markdown).append("\n");
}

void MarkdownWriter::continued(std::string_view inline_markdown, std::size_t indent) {
  if (inline_markdown.empty()) return;
  blank();
  out_.append(indent, ' ').append(inline_markdown).append("\n");
}

void MarkdownWriter::code(std::string_view text, std::size_t indent) {
  const std::string fence = backtick_fence(text, 3);
  blank();
  out_.append(indent, ' ').append(fence).append("sh\n").append(indent, ' ');
  for (const char c : plain_lines(text)) {
    out_ += c;
    if (c == '\n') out_.append(indent, ' ');
  }
  out_.append("\n").append(indent, ' ').append(fence).append("\n");
}

void MarkdownWriter::evidence(const std::vector<ComposedEvidence>& evidence, std::size_t indent) {
  if (evidence.empty()) return;
  blank();
  for (const ComposedEvidence& each : evidence) {
    std::string line = each.subject.empty() ? "" : markdown(each.subject) + ": ";
    line += markdown_code(each.path) + " = " + markdown(each.value);
    if (!each.gathered_at.empty()) line += ", gathered " + markdown(each.gathered_at);
    item("-", line, indent);
  }
}

void MarkdownWriter::needs(const std::vector<ComposedNeed>& needs, std::string_view lead) {
  if (needs.empty()) return;
  paragraph(lead);
  std::string_view shown;
  for (const ComposedNeed& need : needs) {
    const std::string detail = need_detail(need);
    item("-", markdown_code(need.path) + (detail.empty() ? "" : ", " + markdown(detail)));
    if (!need.command.empty() && need.command != shown) code(need.command, 2);
    shown = need.command;
  }
  blank();
}

void MarkdownWriter::article(const ComposedArticle& article, int level) {
  const bool several = article.parts.size() > 1;
  for (std::size_t i = 0; i < article.parts.size(); ++i) {
    const ComposedPart& part = article.parts[i];
    if (several) heading(level, part_heading(article, part, i + 1));
    blank();
    std::string body = filled(article.body, part, article.missing);
    body.erase(0, std::min(body.find_first_not_of("\r\n"), body.size()));
    place_markdown(out_, body, level + (several ? 1 : 0));
    blank();
  }
}

std::string article_heading_markdown(const ComposedArticle& article) {
  const bool decided = article.parts.size() == 1 || !heading_varies(article);
  if (article.heading.markdown.empty() || article.parts.empty() || !decided) return markdown(article.title);
  return one_line(filled(article.heading, article.parts.front(), article.missing));
}

}  // namespace tsg
