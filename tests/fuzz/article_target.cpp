// SPDX-License-Identifier: MIT
// An article from its bytes to every output, with includes from memory: the first part is the article
// guides/g/a.md, the others are guides/shared/1.md, 2.md, ...
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "engine/composer/compose.h"
#include "engine/evaluator/fill_article.h"
#include "engine/loader/article_reader.h"
#include "engine/loader/includes.h"
#include "engine/markdown/compile.h"
#include "engine/markdown/tokens.h"
#include "engine/model/limits.h"
#include "renderers/article_record.h"
#include "renderers/html_fragment.h"
#include "renderers/markdown.h"
#include "renderers/terminal.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/json_body_property.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/property.h"
#include "tests/markdown/rendered.h"

namespace tsg::fuzz {

namespace {

using Parts = std::vector<std::string_view>;

constexpr std::string_view article_path = "guides/g/a.md";

Result<std::string> read_part(const Parts& parts, const std::string& path) {
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (path == "guides/shared/" + std::to_string(i) + ".md") return std::string(parts[i]);
  }
  return HostError{"there is no file " + path, ""};
}

void require_sound_article(const Article& article, std::size_t bytes) {
  require(article.bytes == bytes, "an article knows its size");
  for (const Placeholder& each : article.placeholders) {
    require(each.range.begin <= each.range.end && each.range.end <= bytes,
            "a placeholder lies within its file");
  }
  for (const Section& each : article.sections) {
    require(each.range.begin <= each.text.begin && each.text.end <= each.range.end && each.range.end <= bytes,
            "a section's text lies within it");
  }
}

void require_no_token(const std::string& text, std::string_view what) {
  require(scan_tokens(text).empty(), what, text);
}

void require_whole_segments(const CompiledArticle& article) {
  using test::Show;
  for (const Show show : {Show::Everything, Show::WithoutAgents, Show::SectionsOnly, Show::WithoutSections}) {
    const std::string html = test::rendered(article, article.html, show);
    require_whole_html(html);
    require_no_token(html, "no token is left in compiled HTML");
    require(html.size() <= limits::rendered_bytes, "compiled HTML is bounded");
  }
  int agents = 0;
  for (const Segment& segment : article.html) {
    agents += segment.kind == SegmentKind::AgentBegin ? 1 : segment.kind == SegmentKind::AgentEnd ? -1 : 0;
    require(agents == 0 || agents == 1, "texts for agents do not nest");
    require(segment.kind != SegmentKind::Slot || segment.placeholder < article.placeholders.size(),
            "a slot has a placeholder");
  }
  require(agents == 0, "texts for agents end");
}

void render_everywhere(const Document& document, Audience audience, MissingValue missing) {
  Diagnostics diagnostics;
  const ComposedArticle composed =
      compose_article(document, fill_article(document, nullptr, {}), {audience, missing}, diagnostics);
  const std::string html = render_html_fragment(composed);
  require_whole_html(html);
  require_no_token(html, "no token is left in HTML");
  require_terminal_text(render_terminal(composed));
  const std::string markdown = render_markdown(composed);
  require(markdown.size() <= limits::rendered_bytes, "Markdown is bounded");
}

Document compile_body(Article article, const BodyReading& body, Diagnostics& diagnostics) {
  Compilation compilation = compile_markdown(
      body.body.text, [&body](std::size_t begin, std::size_t end) { return body.body.place(begin, end); });
  append(diagnostics, compilation.diagnostics);
  return {std::move(article), std::move(compilation.article)};
}

}  // namespace

void fuzz_article(Bytes bytes) {
  const Parts parts = parts_of(text_of(bytes), 5);
  ArticleReading reading = read_article(std::string(article_path), parts[0]);
  require_sound_article(reading.article, parts[0].size());
  require(nlohmann::json::accept(article_record(reading.article, reading.diagnostics)),
          "an article's record is JSON");
  require_showable(require_sound_json_body(reading.article), article_path, parts[0].size());
  const BodyReading body = read_body(reading.article, "guides",
                                     [&parts](const std::string& path) { return read_part(parts, path); });
  append(reading.diagnostics, body.diagnostics);
  const Document document = compile_body(std::move(reading.article), body, reading.diagnostics);
  require_showable(reading.diagnostics, article_path, parts[0].size());
  require_whole_segments(document.compiled);
  render_everywhere(document, Audience::Agent, MissingValue::Mark);
  render_everywhere(document, Audience::Customer, MissingValue::Plain);
}

}  // namespace tsg::fuzz
