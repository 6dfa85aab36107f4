// SPDX-License-Identifier: MIT
// One JSON text in memory and its parsed tree. Reused from text to text: no allocation once it has seen a
// text as large. Shows simdjson types, so it is for this room only.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/diagnostics/source.h"

namespace tsg {

class JsonText {
 public:
  // Copies and parses `bytes`; a byte order mark is passed over. False, and a diagnostic with the place, for
  // what is not JSON within limits.h. The elements of the text before die.
  bool parse(std::string_view file, std::string_view bytes, Diagnostics& diagnostics);

  simdjson::dom::element root() const { return root_; }
  const std::string& file() const { return file_; }
  // A diagnostic at `range` of the file, without its line: facts may be secret, also where nothing declares
  // them or they cannot be read.
  static Diagnostic diagnose(const Source& source, const Code& code, ByteRange range, std::string message,
                             std::string help);
  // For messages: counts the lines of the text each time.
  Source source() const { return {file_, std::string_view(buffer_).substr(0, size_)}; }
  // The range in the file of the value that `ordinals` lead to (json_locator.h).
  ByteRange locate(std::span<const std::uint32_t> ordinals) const;

 private:
  bool refuse(simdjson::error_code error, Diagnostics& diagnostics) const;

  std::string file_ = {};
  std::string buffer_ = {};  // the text and the padding that simdjson asks for
  std::size_t size_ = 0;
  std::size_t bom_bytes_ = 0;
  simdjson::dom::parser parser_;
  simdjson::dom::element root_ = {};
};

}  // namespace tsg
