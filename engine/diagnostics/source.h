// SPDX-License-Identifier: MIT
// A source file while it is read: makes Places and Diagnostics from byte offsets.
#pragma once

#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/text/line_index.h"

namespace tsg {

// Borrows `bytes`, which must outlive it.
class Source {
 public:
  Source(std::string file, std::string_view bytes) : file_(std::move(file)), bytes_(bytes), lines_(bytes) {}

  const std::string& file() const { return file_; }
  std::string_view bytes() const { return bytes_; }
  const LineIndex& lines() const { return lines_; }

  Place place(ByteRange range) const;
  // A diagnostic at `range`, with the source line filled in.
  Diagnostic diagnose(const Code& code, ByteRange range, std::string message, std::string help = {}) const;

 private:
  std::string file_;
  std::string_view bytes_;
  LineIndex lines_;
};

}  // namespace tsg
