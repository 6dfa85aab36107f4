// SPDX-License-Identifier: MIT
// A template cut into text, `{{ values }}`, `{% tags %}` and `{# comments #}`.
//
// A line that holds tags and comments and nothing else but blanks leaves nothing behind: its blanks and its
// line end are in no token.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/template/template_file.h"

namespace tsg {

struct TemplateToken {
  enum class Kind : std::uint8_t { Text, Output, Tag, Comment };
  Kind kind = Kind::Text;
  ByteRange range = {};  // braces included
  ByteRange inner = {};  // between the braces; of a text the same as `range`
  bool operator==(const TemplateToken&) const = default;
};

// A tag that is never closed is told, and ends the reading.
std::vector<TemplateToken> read_tokens(const TemplateFile& file, Diagnostics& diagnostics);

}  // namespace tsg
