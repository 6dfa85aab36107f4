// SPDX-License-Identifier: MIT
// Raw HTML cut into tags, comments and the text between them. What is not well formed is text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

struct HtmlAttribute {
  std::string name = {};   // lower case
  std::string value = {};  // as written, entities kept
  bool quoted = false;     // or without a value
};

enum class HtmlTokenKind : std::uint8_t { Text, OpenTag, CloseTag, Comment };

struct HtmlToken {
  HtmlTokenKind kind = HtmlTokenKind::Text;
  std::string_view source = {};  // of the scanned text
  std::string name = {};         // of a tag, lower case
  std::vector<HtmlAttribute> attributes = {};
};

// Linear: a tag longer than 4,096 bytes is text.
std::vector<HtmlToken> scan_html(std::string_view html);

}  // namespace tsg
