// SPDX-License-Identifier: MIT
// Text from strangers on a terminal or in a log.
#pragma once

#include <string>
#include <string_view>

namespace tsg {

enum class LineBreaks { Keep, Show };

// `text` with everything that could move a cursor, colour a terminal, reorder or hide words made visible:
// C0 controls but TAB (and, with LineBreaks::Keep, but LF), DEL and C1 controls become \xNN; bidirectional
// controls, zero-width characters and line separators become \u{NNNN}; bytes that are not UTF-8 become \xNN.
std::string visible(std::string_view text, LineBreaks line_breaks = LineBreaks::Show);

}  // namespace tsg
