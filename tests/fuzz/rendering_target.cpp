// SPDX-License-Identifier: MIT
// Values against the shape of what they are filled into: with the fuzzed values the trees of HTML and
// Markdown are those with `x`. The first part is an article's body, the others are values; an input of one
// part is a value for a resolved guide.
#include <string>
#include <vector>

#include "engine/composer/compose.h"
#include "engine/markdown/compile.h"
#include "renderers/fill.h"
#include "renderers/html_fragment.h"
#include "renderers/markdown.h"
#include "renderers/terminal.h"
#include "tests/fuzz/input.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/property.h"
#include "tests/renderers/html_tokens.h"
#include "tests/renderers/markdown_shape.h"
#include "tests/renderers/sample_guide.h"

namespace tsg::fuzz {

namespace {

using Values = std::vector<std::string>;

FilledArticle filled_with(const CompiledArticle& article, const Values& values) {
  FilledArticle filled;
  for (std::size_t i = 0; i < article.placeholders.size(); ++i) {
    filled.values.push_back({.placeholder = article.placeholders[i], .value = values[i % values.size()]});
  }
  return filled;
}

std::string as_html(const CompiledArticle& article, const Values& values) {
  std::string out;
  fill_html(out, article, filled_with(article, values));
  return out;
}

std::string as_markdown(const CompiledArticle& article, const Values& values) {
  std::string out;
  fill_markdown(out, article, filled_with(article, values));
  return out;
}

// GFM makes links of the author's own bare URLs, and what stands beside them takes part in that.
bool has_bare_links(const CompiledArticle& article) {
  for (const char* const beside : {"x", ")", "*"}) {
    const std::string markdown = as_markdown(article, {beside});
    if (test::markdown_shape(markdown).nodes != test::markdown_shape(markdown, test::Autolinks::Off).nodes)
      return true;
  }
  return false;
}

void require_same_html(const std::string& html, const std::string& with_x) {
  if (test::html_shape(html).tags == test::html_shape(with_x).tags) return;
  require_equal(html, with_x, "no value changes the tags of HTML");
}

void require_same_markdown(const std::string& markdown, const std::string& with_x) {
  if (test::markdown_shape(markdown).nodes == test::markdown_shape(with_x).nodes) return;
  require_equal(markdown, with_x, "no value changes the tree of Markdown");
}

void fill_compiled(const Document& document, const Values& values) {
  const CompiledArticle& article = document.compiled;
  require_same_html(as_html(article, values), as_html(article, {"x"}));
  if (!has_bare_links(article))
    require_same_markdown(as_markdown(article, values), as_markdown(article, {"x"}));
}

ComposedArticle composed_with(const Document& document, const Values& values) {
  Diagnostics diagnostics;
  return compose_article(document, {filled_with(document.compiled, values)}, {}, diagnostics);
}

void fill_composed(const Document& document, const Values& values) {
  const ComposedArticle article = composed_with(document, values);
  require_same_html(render_html_fragment(article), render_html_fragment(composed_with(document, {"x"})));
  require_terminal_text(render_terminal(article));
}

// The value everywhere in a resolution where it decides nothing.
Resolution resolution_with(const std::string& value) {
  Resolution resolution = test::sample_resolution();
  resolution.visits[1].reason = value;
  resolution.visits[1].verdict->evidence[0].value = value;
  resolution.warnings = {value};
  resolution.errors = {value};
  resolution.open[0].needs[0].found = value;
  resolution.open[0].needs[0].gather.push_back(value);
  for (ReachedOutcome& outcome : resolution.outcomes) {
    for (FilledValue& each : outcome.parts[0].values) each.value = value;
  }
  return resolution;
}

void fill_guide(const std::string& value) {
  static const Pack pack = test::sample_pack();
  static const ComposedGuide with_x = compose(resolution_with("x"), pack);
  static const std::string html_with_x = render_html_fragment(with_x);
  static const std::string markdown_with_x = render_markdown(with_x);
  const ComposedGuide guide = compose(resolution_with(value), pack);
  require_same_html(render_html_fragment(guide), html_with_x);
  require_same_markdown(render_markdown(guide), markdown_with_x);
  require_terminal_text(render_terminal(guide));
}

// A guide leaves out what is empty, so an empty value does change its shape.
bool shows_something(std::string_view value) {
  return value.find_first_not_of(" \t\r\n\v\f") != std::string_view::npos;
}

}  // namespace

void fuzz_rendering(Bytes bytes) {
  const std::vector<std::string_view> parts = parts_of(text_of(bytes), 4);
  if (parts.size() == 1) {
    if (shows_something(parts[0])) fill_guide(std::string(parts[0]));
    return;
  }
  Document document;
  document.article.path = "guides/g/a.md";
  document.compiled = compile_markdown(parts[0], [](std::size_t, std::size_t) { return Place{}; }).article;
  const Values values(parts.begin() + 1, parts.end());
  fill_compiled(document, values);
  fill_composed(document, values);
}

}  // namespace tsg::fuzz
