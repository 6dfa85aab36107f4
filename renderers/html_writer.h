// SPDX-License-Identifier: MIT
// Pieces of HTML that the sections of a page share. Every text is escaped here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/composed.h"
#include "renderers/words.h"

namespace tsg {

class HtmlWriter {
 public:
  // Markup that is ours.
  HtmlWriter& raw(std::string_view markup) {
    out_ += markup;
    return *this;
  }
  HtmlWriter& text(std::string_view text);
  // <name class="...">text</name>; without text nothing at all.
  HtmlWriter& element(std::string_view name, std::string_view class_name, std::string_view text);
  HtmlWriter& heading(int level, std::string_view text, std::string_view id = {});
  // "<span class="state"><span aria-hidden>✓</span> Answered</span>"
  HtmlWriter& state(const StateWords& words, std::string_view class_name);
  HtmlWriter& evidence(const std::vector<ComposedEvidence>& evidence);
  HtmlWriter& needs(const std::vector<ComposedNeed>& needs, std::string_view lead);

  std::string take() { return std::move(out_); }
  std::string& bytes() { return out_; }

 private:
  std::string out_ = {};
};

}  // namespace tsg
