// SPDX-License-Identifier: MIT
// Alerts: block quotes that begin with `[!NOTE]` and the like.
#pragma once

#include <cmark-gfm.h>

#include <string_view>

namespace tsg {

struct AlertKind {
  std::string_view marker = {};  // "NOTE"
  std::string_view title = {};   // "Note"
  std::string_view name = {};    // "note"
};

// Makes an alert of a block quote that is one: its first line is taken off, and alert_kind knows it from then
// on.
void recognise_alert(cmark_node* block_quote);
// Null for what is no alert.
const AlertKind* alert_kind(cmark_node* block_quote);
// Puts the HTML of an alert in the place of its block quote; gives the new node.
cmark_node* replace_by_html(cmark_node* block_quote, const AlertKind& kind);

}  // namespace tsg
