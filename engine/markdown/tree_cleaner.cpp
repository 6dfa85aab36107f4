// SPDX-License-Identifier: MIT
#include "engine/markdown/tree_cleaner.h"

#include <fmt/format.h>

#include "engine/diagnostics/markdown_codes.h"
#include "engine/markdown/alerts.h"
#include "engine/markdown/html_only.h"
#include "engine/markdown/keyed_text.h"
#include "engine/markdown/markdown_tree.h"
#include "engine/markdown/prepare.h"
#include "engine/text/ascii.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

// The children take the node's place.
void unwrap(cmark_node* node) {
  while (cmark_node* child = cmark_node_first_child(node)) {
    if (!cmark_node_insert_before(node, child)) cmark_node_free(child);
  }
  cmark_node_free(node);
}

cmark_node* new_html(cmark_node_type type, const std::string& html) {
  cmark_node* const node = new_node(type);
  set_literal(node, html);
  return node;
}

// A block that held nothing but what was left out is empty; one that turned out to be text is a paragraph.
std::string shown_as_block(const std::string& html, const PreparedBody& body) {
  const std::string_view shown = ascii_trimmed(html);
  if (shown.empty()) return {};
  if (shown.find('<') != std::string_view::npos || only_markers(shown, body)) return html;
  return "<p>" + std::string(shown) + "</p>";
}

}  // namespace

void TreeCleaner::clean(cmark_node* root) {
  clean_children(root);
}

void TreeCleaner::clean_children(cmark_node* parent) {
  const std::size_t outside = raw_html_.enter();
  for (cmark_node* child = cmark_node_first_child(parent); child != nullptr;) {
    cmark_node* const next = cmark_node_next(child);
    clean_node(child);
    child = next;
  }
  close_elements(parent, outside);
}

void TreeCleaner::clean_node(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) return clean_html(node);
  if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) return restore(node);
  if (type == CMARK_NODE_CODE_BLOCK) return clean_code_block(node);
  if (type == CMARK_NODE_IMAGE) clean_image_text(node);
  clean_children(node);
  if (type == CMARK_NODE_LINK) clean_link(node, UrlUse::Link);
  if (type == CMARK_NODE_IMAGE) clean_link(node, UrlUse::Image);
  if (type == CMARK_NODE_BLOCK_QUOTE) recognise_alert(node);
}

void TreeCleaner::clean_html(cmark_node* node) {
  const Locate locate = [&](std::string_view source) { return places_.find(node, source); };
  const bool block = cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK;
  const std::string clean =
      raw_html_.clean(literal_of(node), block ? HtmlNode::Block : HtmlNode::Inline, locate);
  set_literal(node, block ? shown_as_block(clean, body_) : clean);
}

// An open element is closed at the end of the container it was opened in.
void TreeCleaner::close_elements(cmark_node* parent, std::size_t outside) {
  const std::string closing = raw_html_.leave(outside);
  if (closing.empty()) return;
  cmark_node* const last = cmark_node_last_child(parent);
  const cmark_node_type type = cmark_node_get_type(last);
  if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE) {
    return set_literal(last, std::string(literal_of(last)) + closing);
  }
  const bool block = (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK;
  cmark_node* const node = new_html(block ? CMARK_NODE_HTML_BLOCK : CMARK_NODE_HTML_INLINE, closing);
  if (!cmark_node_append_child(parent, node)) cmark_node_free(node);
}

void TreeCleaner::restore(cmark_node* node) {
  const std::string_view literal = literal_of(node);
  if (body_.find(literal, 0)) set_literal(node, code_as_written(literal, body_));
}

void TreeCleaner::clean_code_block(cmark_node* node) {
  restore(node);
  const std::string info = std::string(fence_info_of(node));
  if (!body_.find(info, 0)) return;
  std::string shown = without_hidden_cuts(info, body_);
  if (const auto found = body_.find(shown, 0)) {
    const Cut& cut = body_.cuts[found->cut];
    reporter_.report(codes::placeholder_in_fence_info, cut.range,
                     fmt::format("placeholder `{}` stands in the info string of a code fence", cut.name),
                     "write the language of the code yourself");
    mark_reported(shown);
    shown.resize(found->range.begin);
  }
  set_fence_info(node, shown);
}

// The text of an image is an attribute: raw HTML has no meaning there.
void TreeCleaner::clean_image_text(cmark_node* node) {
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr; child = cmark_node_next(child)) {
    if (cmark_node_get_type(child) == CMARK_NODE_HTML_INLINE) set_literal(child, "");
    clean_image_text(child);
  }
}

void TreeCleaner::clean_link(cmark_node* node, UrlUse use) {
  const std::string written = std::string(url_of(node));
  const std::string title = std::string(title_of(node));
  const std::string url = without_hidden_cuts(written, body_);
  if (url != written) set_url(node, url);
  if (body_.find(title, 0)) set_title(node, without_hidden_cuts(title, body_));
  const UrlVerdict verdict = judge_url(url, use, body_);
  if (verdict.fate == UrlFate::Allowed) return;
  if (verdict.fate == UrlFate::PortalAction && use == UrlUse::Link) {
    if (const auto address = portal_address(url, words_, body_)) return set_url(node, *address);
  }
  refuse_link(node, url, verdict);
}

std::string TreeCleaner::shown_address(const std::string& url) const {
  constexpr std::size_t longest_shown = 80;
  if (body_.find(url, 0) || url.size() > longest_shown) return {};
  return fmt::format(" `{}`", with_replacements(url));
}

void TreeCleaner::refuse_link(cmark_node* node, const std::string& url, const UrlVerdict& verdict) {
  const ByteRange where = reporter_.full() ? ByteRange{} : places_.find(node, url);
  mark_reported(url);
  switch (verdict.fate) {
    case UrlFate::Allowed:
      return;
    case UrlFate::PortalAction:
      reporter_.report(codes::portal_action, where, "a portal link is shown as text",
                       "nothing has to be done");
      return show_as_portal_action(node);
    case UrlFate::Refused:
      reporter_.report(codes::link_refused, where,
                       fmt::format("the address{} is refused: {}", shown_address(url), verdict.why),
                       verdict.help);
      return unwrap(node);
    case UrlFate::PlaceholderDecides:
      reporter_.report(codes::placeholder_in_url, where,
                       "a placeholder would decide the scheme, host or port of a URL",
                       "write the URL up to its path yourself");
      return unwrap(node);
  }
}

void TreeCleaner::show_as_portal_action(cmark_node* node) {
  cmark_node* const begin = new_html(CMARK_NODE_HTML_INLINE, "<span class=\"portal-action\">");
  cmark_node* const end = new_html(CMARK_NODE_HTML_INLINE, "</span>");
  mark_html_only(begin);
  mark_html_only(end);
  cmark_node_insert_before(node, begin);
  cmark_node_insert_after(node, end);
  unwrap(node);
}

void TreeCleaner::mark_reported(std::string_view text) {
  for (auto found = body_.find(text, 0); found; found = body_.find(text, found->range.end)) {
    reported_[found->cut] = true;
  }
}

}  // namespace tsg
