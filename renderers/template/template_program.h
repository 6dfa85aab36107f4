// SPDX-License-Identifier: MIT
// One page, ready to be rendered: its includes put in, its names bound, each value with the form it is
// written in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/text/place.h"
#include "renderers/template/html_place.h"
#include "renderers/template/template_tree.h"

namespace tsg {

// Where a term's value comes from.
struct BoundTerm {
  enum class Origin : std::uint8_t { Constant, Scope, Item, LoopFirst, LoopLast, LoopIndex };
  Origin origin = Origin::Constant;
  std::size_t loop = 0;                 // of Item and Loop...: which of the open loops, outermost first
  std::vector<std::string> names = {};  // behind the origin
  TemplateValue constant = {};
  std::size_t file = 0;  // where it is written, for messages
  ByteRange range = {};
};

struct BoundCondition {
  TemplateCondition::Kind kind = TemplateCondition::Kind::Truth;
  std::vector<std::size_t> terms = {};  // in TemplateProgram::terms
  std::vector<BoundCondition> parts = {};
};

struct TemplateStep {
  enum class Kind : std::uint8_t {
    Literal,     // bytes [first, second) of `literals`
    Output,      // term `first`, for `place`
    BeginUrl,    // a URL begins here
    JumpUnless,  // condition `first`; else to step `second`
    Jump,        // to step `second`
    BeginLoop,   // over term `first`; to step `second` when there is nothing in it
    NextItem     // back to step `second` while there are items left
  };
  Kind kind = Kind::Literal;
  ValuePlace place = ValuePlace::Text;
  bool lists_urls = false;  // a URL among several in one attribute
  std::size_t first = 0;
  std::size_t second = 0;
};

struct TemplateProgram {
  std::vector<TemplateStep> steps = {};
  std::string literals = {};
  std::vector<BoundTerm> terms = {};
  std::vector<BoundCondition> conditions = {};
};

}  // namespace tsg
