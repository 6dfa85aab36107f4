// SPDX-License-Identifier: MIT
// A template as it was written: the tree of its blocks, before includes and contexts.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/text/place.h"
#include "renderers/template/template_value.h"

namespace tsg {

// `page.title`, "a text", 42, true, false.
struct TemplateTerm {
  ByteRange range = {};
  std::vector<std::string> names = {};  // empty: `constant`
  TemplateValue constant = {};
};

struct TemplateCondition {
  enum class Kind : std::uint8_t { Truth, Equal, NotEqual, Not, All, Any };
  Kind kind = Kind::Truth;
  std::vector<TemplateTerm> terms = {};       // one of Truth, two of Equal and NotEqual
  std::vector<TemplateCondition> parts = {};  // one of Not, two or more of All and Any
};

struct TemplateNode;
using TemplateNodes = std::vector<TemplateNode>;

struct TemplateNode {
  enum class Kind : std::uint8_t { Text, Output, If, For, Include, Branch };
  Kind kind = Kind::Text;
  ByteRange range = {};         // of the text, or of the tag that begins the block or branch
  ByteRange end = {};           // of the tag that ends the block
  TemplateTerm term = {};       // of Value; of For: the list
  std::string name = {};        // of Include: the file; of For: the loop's variable
  ByteRange name_range = {};    // where `name` stands
  TemplateNodes branches = {};  // of If, in order; of For: what is repeated, and what stands for nothing
  std::optional<TemplateCondition> condition = {};  // of Branch; none: else, or a loop's
  TemplateNodes nodes = {};                         // of Branch
};

}  // namespace tsg
