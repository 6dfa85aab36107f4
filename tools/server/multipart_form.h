// SPDX-License-Identifier: MIT
// A form with files as browsers send it: `multipart/form-data` (RFC 7578, and the HTML standard where that
// is narrower). What a browser or curl never sends and two readers could take for different things is
// refused: text before the first boundary or after the last, nested forms, transfer encodings, `filename*`, a
// boundary within a part. Nothing is written anywhere; a file's name is a label and no path. Tested by
// multipart_form_test.cpp and fuzzed by tests/fuzz/multipart_target.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tsg::web {

struct FormPart {
  std::string name = {};  // UTF-8 without controls
  std::optional<std::string> filename =
      {};                         // there is one in a part that is a file; empty when none was chosen
  std::string content_type = {};  // as sent; empty: none was
  std::string_view bytes = {};    // a view into the body
  bool operator==(const FormPart&) const = default;
};

using FormParts = std::vector<FormPart>;  // in order; a name may stand twice

enum class MultipartFault : std::uint8_t {
  ContentType,     // no `multipart/form-data` with one boundary
  Boundary,        // empty, over limits::boundary_bytes, or of characters that it may not have
  Opening,         // the body does not begin with the boundary and a line end
  HeaderTooLarge,  // over limits::part_header_bytes
  Header,          // a line that is no header, without CR LF, or with a control character
  Disposition,     // not one `Content-Disposition: form-data` with one name, and perhaps a filename
  Name,            // too long (limits::part_name_bytes, file_name_bytes), empty, not UTF-8, with controls
  Encoding,        // a Content-Transfer-Encoding that is no identity, or a form within a form
  TooManyParts,    // over limits::form_parts
  Inside,          // a boundary within a part: neither a line end nor `--` follows it
  Unfinished,      // no boundary that ends the form, or text after it
};

// What is read borrows from `body`. Linear in its size.
std::variant<FormParts, MultipartFault> read_multipart(std::string_view content_type, std::string_view body);

// What is wrong, for a reader.
std::string_view text_of(MultipartFault fault);

}  // namespace tsg::web
