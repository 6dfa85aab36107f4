// SPDX-License-Identifier: MIT
#include "engine/loader/resolution_reader.h"

#include <fmt/format.h>

#include "engine/diagnostics/evaluation_codes.h"
#include "engine/diagnostics/source.h"
#include "engine/loader/json_memory.h"
#include "engine/loader/resolution_shape.h"
#include "engine/loader/strict_json.h"
#include "engine/model/limits.h"
#include "engine/text/utf8.h"

namespace tsg {

namespace {

constexpr std::string_view known_format = "tsg-resolution/1";

class ResolutionReader {
 public:
  ResolutionReader(std::string_view text, const std::string& file)
      : text_(text), file_(file), padded_(padded_copy(text)) {}

  ResolutionRead read();

 private:
  bool read_document(ResolutionJson& out);
  bool check_format(simdjson::ondemand::document& document);
  bool fail(const Code& code, const char* at, std::string message, std::string help = {});
  bool fail_syntax(simdjson::error_code error, const char* at);
  bool fail_with(const Misreading& problem);

  std::string_view text_;
  const std::string& file_;
  simdjson::padded_string padded_;
  Diagnostics diagnostics_ = {};
};

bool ResolutionReader::fail(const Code& code, const char* at, std::string message, std::string help) {
  // A document may be one line of many megabytes; only a line that a person can read is shown.
  constexpr std::size_t longest_line = 400;
  const std::size_t offset = at == nullptr ? text_.size() : static_cast<std::size_t>(at - padded_.data());
  const Source source(file_, text_);
  Diagnostic diagnostic =
      make_diagnostic(code, source.place({offset, offset}), std::move(message), std::move(help));
  const std::string_view line = source.lines().line_text(diagnostic.place.line);
  if (line.size() <= longest_line) diagnostic.source_line = std::string(line);
  diagnostics_.push_back(std::move(diagnostic));
  return false;
}

bool ResolutionReader::fail_syntax(simdjson::error_code error, const char* at) {
  const std::string help = "a resolution is what `tsg resolve --format json` writes";
  if (error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT) {
    return fail(codes::resolution_not_json, nullptr,
                "not JSON: it does not end with the bracket that closes it", help);
  }
  return fail(codes::resolution_not_json, at, fmt::format("not JSON: {}", simdjson::error_message(error)),
              help);
}

bool ResolutionReader::fail_with(const Misreading& problem) {
  const bool syntax = problem.kind == MisreadingKind::Syntax;
  return fail(syntax ? codes::resolution_not_json : codes::resolution_shape, problem.at,
              with_replacements(problem.message), with_replacements(problem.help));
}

// Looked for before anything else is read: a later format may have any shape.
bool ResolutionReader::check_format(simdjson::ondemand::document& document) {
  const std::string help = fmt::format("this program reads `{}`; a newer one may be needed", known_format);
  simdjson::ondemand::object object;
  if (const auto error = document.get_object().get(object)) {
    if (error != simdjson::INCORRECT_TYPE) return fail_syntax(error, padded_.data());
    return fail(codes::resolution_shape, padded_.data(), "a resolution is a JSON object");
  }
  std::string_view format;
  if (const auto error = object["format"].get_string().get(format)) {
    if (error != simdjson::NO_SUCH_FIELD && error != simdjson::INCORRECT_TYPE)
      return fail_syntax(error, padded_.data());
    return fail(codes::resolution_from_future, padded_.data(),
                "the member `format` does not say what this is", help);
  }
  if (format == known_format) return true;
  return fail(codes::resolution_from_future, padded_.data(), fmt::format("the format is `{}`", format), help);
}

bool ResolutionReader::read_document(ResolutionJson& out) {
  simdjson::ondemand::parser parser;
  simdjson::ondemand::document document;
  if (const auto error = error_of_text(parser.iterate(padded_).get(document)))
    return fail_syntax(error, padded_.data());
  if (!check_format(document)) return false;
  document.rewind();
  simdjson::ondemand::object object;
  if (const auto error = document.get_object().get(object)) return fail_syntax(error, padded_.data());
  StrictJson json;
  if (!json.read_members(object, padded_.data(), out)) return fail_with(*json.problem());
  const char* rest = nullptr;
  if (!document.current_location().get(rest)) {
    return fail(codes::resolution_not_json, rest, "not JSON: something follows the end of the document");
  }
  return true;
}

ResolutionRead ResolutionReader::read() {
  ResolutionJson out;
  if (!read_document(out)) return {{}, std::move(diagnostics_)};
  const std::string problem = broken_reference(out);
  if (!problem.empty()) {
    fail(codes::resolution_shape, padded_.data(), problem);
    return {{}, std::move(diagnostics_)};
  }
  return {std::move(static_cast<Resolution&>(out)), {}};
}

}  // namespace

ResolutionRead read_resolution(std::string_view text, const std::string& file) {
  if (text.size() <= limits::resolution_json_bytes) return ResolutionReader(text, file).read();
  Place place;
  place.file = file;
  return {{},
          {make_diagnostic(codes::resolution_too_large, place,
                           fmt::format("the resolution has {} bytes; at most {} are read", text.size(),
                                       limits::resolution_json_bytes))}};
}

}  // namespace tsg
