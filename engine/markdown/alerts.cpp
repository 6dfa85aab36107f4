// SPDX-License-Identifier: MIT
#include "engine/markdown/alerts.h"

#include <fmt/format.h>

#include <array>
#include <string>

#include "engine/markdown/markdown_tree.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::array<AlertKind, 5> kinds = {{{"NOTE", "Note", "note"},
                                             {"TIP", "Tip", "tip"},
                                             {"IMPORTANT", "Important", "important"},
                                             {"WARNING", "Warning", "warning"},
                                             {"CAUTION", "Caution", "caution"}}};

const AlertKind* kind_named(std::string_view name) {
  for (const AlertKind& kind : kinds) {
    if (equal_ignoring_case(kind.marker, name)) return &kind;
  }
  return nullptr;
}

bool is_break(cmark_node* node) {
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK;
}

// Takes `taken` bytes off a paragraph's first text, and what is then empty.
void take_off(cmark_node* paragraph, cmark_node* text, std::size_t taken) {
  const std::string rest(ascii_trimmed(literal_of(text).substr(taken)));
  if (!rest.empty()) {
    set_literal(text, rest);
    return;
  }
  cmark_node* const next = cmark_node_next(text);
  if (next != nullptr && is_break(next)) cmark_node_free(next);
  cmark_node_free(text);
  if (cmark_node_first_child(paragraph) == nullptr) cmark_node_free(paragraph);
}

}  // namespace

void recognise_alert(cmark_node* block_quote) {
  cmark_node* const paragraph = cmark_node_first_child(block_quote);
  if (paragraph == nullptr || cmark_node_get_type(paragraph) != CMARK_NODE_PARAGRAPH) return;
  cmark_node* const text = cmark_node_first_child(paragraph);
  if (text == nullptr || cmark_node_get_type(text) != CMARK_NODE_TEXT) return;
  const std::string_view literal = literal_of(text);
  const std::size_t end = literal.find(']');
  if (!literal.starts_with("[!") || end == std::string_view::npos) return;
  const AlertKind* const kind = kind_named(literal.substr(2, end - 2));
  if (kind == nullptr) return;
  if (end + 1 < literal.size() && !ascii_space(literal[end + 1])) return;
  cmark_node_set_user_data(block_quote, const_cast<AlertKind*>(kind));
  take_off(paragraph, text, end + 1);
}

const AlertKind* alert_kind(cmark_node* block_quote) {
  return static_cast<const AlertKind*>(cmark_node_get_user_data(block_quote));
}

cmark_node* replace_by_html(cmark_node* block_quote, const AlertKind& kind) {
  cmark_node* const alert = new_node(CMARK_NODE_CUSTOM_BLOCK);
  const std::string begin = fmt::format(
      "<div class=\"alert alert-{}\" role=\"note\">\n<p class=\"alert-title\">{}</p>", kind.name, kind.title);
  set_frame(alert, begin, "</div>");
  while (cmark_node* child = cmark_node_first_child(block_quote)) {
    if (!cmark_node_append_child(alert, child)) cmark_node_free(child);
  }
  cmark_node_replace(block_quote, alert);
  cmark_node_free(block_quote);
  return alert;
}

}  // namespace tsg
