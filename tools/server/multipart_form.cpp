// SPDX-License-Identifier: MIT
#include "tools/server/multipart_form.h"

#include <algorithm>
#include <utility>

#include "engine/text/ascii.h"
#include "engine/text/utf8.h"
#include "tools/server/header_parameters.h"
#include "tools/server/server_limits.h"
#include "tools/server/token_character.h"

namespace tsg::web {

namespace {

using Fault = std::optional<MultipartFault>;

// RFC 2046, 5.1.1: bchars; a blank must not be the last.
bool boundary_character(char c) {
  constexpr std::string_view marks = "'()+_,-./:=? ";
  return ascii_alpha(c) || ascii_digit(c) || marks.find(c) != std::string_view::npos;
}

bool is_boundary(std::string_view text) {
  return !text.empty() && text.size() <= limits::boundary_bytes && text.back() != ' ' &&
         std::all_of(text.begin(), text.end(), boundary_character);
}

bool is_label(std::string_view text) {
  return valid_utf8(text) && std::none_of(text.begin(), text.end(), [](char c) {
           return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
         });
}

// Browsers write a quote in a name as %22 (HTML standard, "multipart/form-data encoding algorithm"); line
// ends, as %0D and %0A, stay what they are: a label has one line.
std::string with_quotes(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool quote = text.substr(at, 3) == "%22";
    out += quote ? '"' : text[at];
    at += quote ? 3 : 1;
  }
  return out;
}

Fault read_label(std::string_view raw, std::size_t most, std::string& label) {
  if (raw.size() > most || !is_label(raw)) return MultipartFault::Name;
  label = with_quotes(raw);
  return std::nullopt;
}

Fault read_disposition(std::string_view value, FormPart& part) {
  const std::optional<HeaderParameters> read = read_parameters(value);
  if (!read || !equal_ignoring_case(read->value, "form-data")) return MultipartFault::Disposition;
  const std::size_t names = read->count("name"), filenames = read->count("filename");
  if (names != 1 || filenames > 1 || read->parameters.size() != names + filenames) {
    return MultipartFault::Disposition;
  }
  if (const Fault fault = read_label(*read->find("name"), limits::part_name_bytes, part.name)) return fault;
  if (part.name.empty()) return MultipartFault::Name;
  if (filenames == 0) return std::nullopt;
  return read_label(*read->find("filename"), limits::file_name_bytes, part.filename.emplace());
}

bool identity(std::string_view encoding) {
  return equal_ignoring_case(encoding, "binary") || equal_ignoring_case(encoding, "8bit") ||
         equal_ignoring_case(encoding, "7bit");
}

// The headers of one part: what was seen of those that count.
struct PartHead {
  FormPart part = {};
  int dispositions = 0;
  int types = 0;
};

Fault read_type(std::string_view value, PartHead& head) {
  if (++head.types > 1 || !is_label(value)) return MultipartFault::Header;
  if (equal_ignoring_case(value.substr(0, 10), "multipart/")) return MultipartFault::Encoding;
  head.part.content_type = value;
  return std::nullopt;
}

Fault read_header(std::string_view line, PartHead& head) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) return MultipartFault::Header;
  const std::string_view name = line.substr(0, colon), value = ascii_trimmed(line.substr(colon + 1));
  const auto control = [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  };
  if (std::any_of(value.begin(), value.end(), control)) return MultipartFault::Header;
  if (equal_ignoring_case(name, "Content-Disposition")) {
    return ++head.dispositions > 1 ? MultipartFault::Disposition : read_disposition(value, head.part);
  }
  if (equal_ignoring_case(name, "Content-Type")) return read_type(value, head);
  if (equal_ignoring_case(name, "Content-Transfer-Encoding") && !identity(value)) {
    return MultipartFault::Encoding;
  }
  return std::nullopt;
}

// Takes the headers and the empty line after them off `rest`.
Fault take_part_head(std::string_view& rest, PartHead& head) {
  std::size_t taken = 0;
  while (true) {
    const std::size_t end = rest.substr(0, limits::part_header_bytes + 2).find("\r\n");
    if (end == std::string_view::npos) {
      return rest.size() > limits::part_header_bytes ? MultipartFault::HeaderTooLarge
                                                     : MultipartFault::Unfinished;
    }
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 2);
    if (line.empty()) break;
    if ((taken += end + 2) > limits::part_header_bytes) return MultipartFault::HeaderTooLarge;
    if (const Fault fault = read_header(line, head)) return fault;
  }
  if (head.dispositions == 0) return MultipartFault::Disposition;
  return std::nullopt;
}

enum class Follow : std::uint8_t { Part, End };

// What follows a boundary.
std::variant<Follow, MultipartFault> take_follow(std::string_view& rest) {
  const std::string_view mark = rest.substr(0, 2);
  rest.remove_prefix(mark.size());
  if (mark == "\r\n") return Follow::Part;
  if (mark == "--") {
    if (rest.empty() || rest == "\r\n") return Follow::End;
    return MultipartFault::Unfinished;
  }
  return mark.size() < 2 ? MultipartFault::Unfinished : MultipartFault::Inside;
}

std::variant<FormPart, MultipartFault> take_part(std::string_view& rest, std::string_view delimiter) {
  PartHead head;
  if (const Fault fault = take_part_head(rest, head)) return *fault;
  const std::size_t end = rest.find(delimiter);
  if (end == std::string_view::npos) return MultipartFault::Unfinished;
  head.part.bytes = rest.substr(0, end);
  rest.remove_prefix(end + delimiter.size());
  return std::move(head.part);
}

// REQUIRES: delimiter is CR LF, two hyphens and a boundary
std::variant<FormParts, MultipartFault> take_parts(std::string_view rest, std::string_view delimiter) {
  const std::string_view opening = delimiter.substr(2);
  if (rest.substr(0, opening.size()) != opening) return MultipartFault::Opening;
  rest.remove_prefix(opening.size());
  FormParts parts;
  while (true) {
    const auto follow = take_follow(rest);
    if (const auto* fault = std::get_if<MultipartFault>(&follow)) {
      return parts.empty() && *fault == MultipartFault::Inside ? MultipartFault::Opening : *fault;
    }
    if (std::get<Follow>(follow) == Follow::End) return parts;
    if (parts.size() == limits::form_parts) return MultipartFault::TooManyParts;
    auto part = take_part(rest, delimiter);
    if (const auto* fault = std::get_if<MultipartFault>(&part)) return *fault;
    parts.push_back(std::get<FormPart>(std::move(part)));
  }
}

}  // namespace

std::variant<FormParts, MultipartFault> read_multipart(std::string_view content_type, std::string_view body) {
  const std::optional<HeaderParameters> type = read_parameters(content_type);
  if (!type || !equal_ignoring_case(type->value, "multipart/form-data") || type->count("boundary") != 1) {
    return MultipartFault::ContentType;
  }
  const std::string& boundary = *type->find("boundary");
  if (!is_boundary(boundary)) return MultipartFault::Boundary;
  return take_parts(body, "\r\n--" + boundary);
}

std::string_view text_of(MultipartFault fault) {
  switch (fault) {
    case MultipartFault::ContentType:
      return "the Content-Type is no `multipart/form-data` with one boundary";
    case MultipartFault::Boundary:
      return "the boundary is empty, too long, or holds a character that it may not";
    case MultipartFault::Opening:
      return "the form does not begin with its boundary";
    case MultipartFault::HeaderTooLarge:
      return "the headers of a part are too large";
    case MultipartFault::Header:
      return "a header of a part cannot be read";
    case MultipartFault::Disposition:
      return "a part has no `Content-Disposition: form-data` with one name";
    case MultipartFault::Name:
      return "a name is empty, too long, not UTF-8, or holds a control character";
    case MultipartFault::Encoding:
      return "a part is encoded, or holds another form";
    case MultipartFault::TooManyParts:
      return "the form has too many parts";
    case MultipartFault::Inside:
      return "the boundary stands within a part";
    case MultipartFault::Unfinished:
      return "the form does not end with its boundary";
  }
  return "";
}

}  // namespace tsg::web
