// SPDX-License-Identifier: MIT
#include "renderers/html_article.h"

#include <fmt/format.h>

#include <algorithm>

#include "renderers/escape_html.h"
#include "renderers/fill.h"
#include "renderers/place_article.h"
#include "renderers/slot_value.h"
#include "renderers/words.h"

namespace tsg {

namespace {

std::string filled(const CompiledArticle& article, const ComposedPart& part, MissingValue missing) {
  std::string out;
  fill_html(out, article, part.filled, missing);
  return out;
}

void write_part_heading(HtmlWriter& out, const ComposedArticle& article, const ComposedPart& part,
                        std::size_t number, int level) {
  const std::string subjects = part.subjects.empty() ? fmt::format("Part {}", number) : names(part.subjects);
  if (!heading_varies(article)) {
    out.heading(level, subjects);
    return;
  }
  const std::string name = fmt::format("h{}", std::min(level, 6));
  out.raw("<").raw(name).raw(">").raw(filled(article.heading, part, article.missing));
  out.raw("</").raw(name).raw(">\n");
  if (!part.subjects.empty()) out.element("p", "for", "For " + subjects);
}

}  // namespace

std::string article_heading_html(const ComposedArticle& article) {
  const bool decided = article.parts.size() == 1 || !heading_varies(article);
  if (article.heading.html.empty() || article.parts.empty() || !decided) return html(article.title);
  return filled(article.heading, article.parts.front(), article.missing);
}

void write_article(HtmlWriter& out, const ComposedArticle& article, const ArticleFrame& frame) {
  const bool several = article.parts.size() > 1;
  for (std::size_t i = 0; i < article.parts.size(); ++i) {
    const ComposedPart& part = article.parts[i];
    if (several) {
      out.raw("<section class=\"part\">\n");
      write_part_heading(out, article, part, i + 1, frame.level);
    }
    const std::string prefix = several ? fmt::format("{}{}-", frame.id_prefix, i + 1) : frame.id_prefix;
    place_article(out.bytes(), filled(article.body, part, article.missing),
                  {.top_level = frame.level + (several ? 1 : 0), .id_prefix = prefix});
    if (several) out.raw("</section>\n");
  }
}

void write_origins(HtmlWriter& out, const ComposedArticle& article) {
  const std::vector<FilledValue> values = distinct_values(article);
  if (values.empty()) return;
  out.raw("<details class=\"evidence\"><summary>Where the filled-in words come from</summary>\n");
  out.raw("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Filled-in words\"><table>\n");
  out.raw("<thead><tr><th scope=\"col\">Word</th><th scope=\"col\">Value</th>");
  out.raw("<th scope=\"col\">From</th></tr></thead>\n<tbody>\n");
  for (const FilledValue& value : values) {
    out.raw("<tr><td>").text(value.placeholder).raw("</td><td><bdi>").text(shown_text(value.value));
    out.raw("</bdi></td><td>").text(origin_of(value)).raw("</td></tr>\n");
  }
  out.raw("</tbody></table></div></details>\n");
}

}  // namespace tsg
