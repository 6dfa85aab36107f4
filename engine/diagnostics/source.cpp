// SPDX-License-Identifier: MIT
#include "engine/diagnostics/source.h"

namespace tsg {

Place Source::place(ByteRange range) const {
  const LineColumn where = lines_.at(range.begin);
  return {file_, range, where.line, where.column};
}

Diagnostic Source::diagnose(const Code& code, ByteRange range, std::string message, std::string help) const {
  Diagnostic diagnostic = make_diagnostic(code, place(range), std::move(message), std::move(help));
  diagnostic.source_line = std::string(lines_.line_text(diagnostic.place.line));
  return diagnostic;
}

}  // namespace tsg
