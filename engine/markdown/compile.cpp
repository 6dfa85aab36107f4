// SPDX-License-Identifier: MIT
#include "engine/markdown/compile.h"

#include <fmt/format.h>

#include "engine/diagnostics/markdown_codes.h"
#include "engine/markdown/agents_only.h"
#include "engine/markdown/alerts.h"
#include "engine/markdown/block_writer.h"
#include "engine/markdown/bounds.h"
#include "engine/markdown/lost_placeholders.h"
#include "engine/markdown/markdown_tree.h"
#include "engine/markdown/markdown_writer.h"
#include "engine/markdown/prepare.h"
#include "engine/markdown/tree_cleaner.h"
#include "engine/model/limits.h"

namespace tsg {

namespace {

void refuse(std::string_view body, const std::string& why, Reporter& reporter) {
  reporter.report(codes::body_beyond_bounds, {0, body.size()}, "the article is not compiled: " + why,
                  "split it into smaller articles, or into simpler parts");
}

void replace_alerts(cmark_node* parent) {
  for (cmark_node* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child)) {
    const bool quote = cmark_node_get_type(child) == CMARK_NODE_BLOCK_QUOTE;
    if (const AlertKind* kind = quote ? alert_kind(child) : nullptr) child = replace_by_html(child, *kind);
    replace_alerts(child);
  }
}

// Nothing when it would be too large to show.
std::optional<CompiledArticle> compile_tree(const MarkdownTree& tree, const PreparedBody& body,
                                            HeadingIds ids, const PortalWords& words, CompiledForms forms,
                                            Reporter& reporter) {
  TreeCleaner cleaner(body, words, reporter);
  cleaner.clean(tree.root());
  PlaceholderNames names;
  CompiledArticle article;
  if (forms == CompiledForms::All) {
    std::optional<Segments> markdown = write_markdown(tree.root(), body, names);
    if (!markdown) return std::nullopt;
    article.markdown = std::move(*markdown);
    article.blocks = write_blocks(tree.root(), body, names);
  }
  replace_alerts(tree.root());
  HtmlCutting html = cut_html(tree.html(), body, ids, names, reporter);
  report_lost_placeholders(body, html.shown, cleaner.reported(), reporter);
  article.html = std::move(html.segments);
  if (html.agent_end_lost) show_to_agents_only(article);
  article.placeholders = names.take();
  article.insights = body.insights;
  return article;
}

CompiledArticle compile_prepared(std::string_view body, const PreparedBody& prepared, HeadingIds ids,
                                 const PortalWords& words, CompiledForms forms, Reporter& reporter) {
  const MarkdownTree tree(prepared.text);
  if (tree.depth(limits::markdown_depth + 1) > limits::markdown_depth) {
    refuse(body, fmt::format("its parts are nested more than {} deep", limits::markdown_depth), reporter);
    return {};
  }
  std::optional<CompiledArticle> article = compile_tree(tree, prepared, ids, words, forms, reporter);
  if (article) return std::move(*article);
  refuse(body, fmt::format("it would be shown in more than {} bytes", limits::rendered_bytes), reporter);
  return {};
}

}  // namespace

Compilation compile_markdown(std::string_view body, const PlaceFinder& place, HeadingIds ids,
                             const PortalWords& words, CompiledForms forms) {
  Reporter reporter(place);
  Compilation compilation;
  if (const auto why = beyond_bounds(body)) {
    refuse(body, *why, reporter);
  } else {
    const PreparedBody prepared = prepare_body(body, words, reporter);
    // Without cuts it is the body, which was looked at.
    const auto prepared_why = prepared.cuts.empty() ? std::nullopt : beyond_bounds(prepared.text);
    if (prepared_why) {
      refuse(body, *prepared_why, reporter);
    } else {
      compilation.article = compile_prepared(body, prepared, ids, words, forms, reporter);
    }
  }
  compilation.diagnostics = reporter.take();
  return compilation;
}

}  // namespace tsg
