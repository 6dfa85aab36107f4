// SPDX-License-Identifier: MIT
// Every place a value can stand in an article: the files of tests/conform/places, each an article with one
// placeholder, named `<context>.md` or `<context>.<variant>.md`. They are read and compiled as production
// does.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/guide.h"
#include "engine/model/value.h"

namespace tsg::conform {

struct ValuePlace {
  std::string name = {};     // "text.list"
  std::string context = {};  // "text"
  Document document = {};
  SlotContext slot = SlotContext::Text;  // in HTML

  std::string html(const Value& value) const;
  std::string markdown(const Value& value) const;
};

// In the order of their names. Throws std::runtime_error when an article has a diagnostic, or not one slot.
std::vector<ValuePlace> read_value_places();

bool is_url(SlotContext slot);

// What a reader of HTML sees of `value` in `slot` where it is text or a plain attribute, by the replacements
// that are documented in renderers/escape_html.h and renderers/slot_value.h: cut with a mark, CR LF and CR as
// LF (as a space in headings and table cells), other controls and what is no UTF-8 as U+FFFD.
std::string documented_text(const Value& value, SlotContext slot);

}  // namespace tsg::conform
