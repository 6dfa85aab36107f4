// SPDX-License-Identifier: MIT
#include "engine/loader/article_source.h"

namespace tsg {

Place ArticleSource::place(ByteRange range) const {
  const LineColumn where = lines_.at(range.begin);
  return {article_.path, file_range(range), where.line, where.column};
}

Diagnostic& ArticleSource::report(const Code& code, ByteRange range, std::string message, std::string help) {
  if (diagnostics_.size() >= most_reports) return unheard_ = {};
  Diagnostic diagnostic = make_diagnostic(code, place(range), std::move(message), std::move(help));
  const std::string_view line = lines_.line_text(diagnostic.place.line);
  if (line.size() <= longest_source_line) diagnostic.source_line = std::string(line);
  diagnostics_.push_back(std::move(diagnostic));
  return diagnostics_.back();
}

}  // namespace tsg
