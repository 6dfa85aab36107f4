// SPDX-License-Identifier: MIT
// One template as it lies in a theme.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/source.h"

namespace tsg {

// `name` is what `{% include %}` says ("parts/footer.html"), `file` what messages show; empty: the name.
struct TemplateSource {
  std::string name = {};
  std::string bytes = {};
  std::string file = {};
};

// A source with its lines counted. Stays where it is made: its parts borrow its bytes.
class TemplateFile {
 public:
  explicit TemplateFile(TemplateSource source)
      : given_(std::move(source)), lines_(given_.file.empty() ? given_.name : given_.file, given_.bytes) {}
  TemplateFile(const TemplateFile&) = delete;
  TemplateFile& operator=(const TemplateFile&) = delete;

  const std::string& name() const { return given_.name; }
  std::string_view bytes() const { return given_.bytes; }
  std::string_view text(ByteRange range) const {
    return bytes().substr(range.begin, range.end - range.begin);
  }
  const Source& source() const { return lines_; }

 private:
  TemplateSource given_;
  Source lines_;
};

}  // namespace tsg
