// SPDX-License-Identifier: MIT
#include "engine/loader/json_text.h"

#include <fmt/format.h>

#include <optional>

#include "engine/diagnostics/facts_codes.h"
#include "engine/loader/json_locator.h"
#include "engine/loader/json_memory.h"
#include "engine/loader/json_problem.h"
#include "engine/model/limits.h"

namespace tsg {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
// simdjson makes a list of what it has for this processor at its first use, in a function that cannot report
// a lack of memory and would end the process. So it is used once before main, where memory is not short.
[[maybe_unused]] const std::string kernels = simdjson::get_active_implementation()->name();

}  // namespace

bool JsonText::parse(std::string_view file, std::string_view bytes, Diagnostics& diagnostics) {
  file_ = file;
  if (bytes.size() > limits::facts_bytes) {
    diagnostics.push_back(
        make_diagnostic(codes::facts_limits, {file_, {}, 0, 0},
                        fmt::format("the text is larger than {} bytes", limits::facts_bytes),
                        "leave out what is not needed"));
    return false;
  }
  size_ = bytes.size();
  bom_bytes_ = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  buffer_.assign(bytes);
  buffer_.append(simdjson::SIMDJSON_PADDING, ' ');
  // simdjson counts the document itself as a level.
  simdjson::error_code error = simdjson::SUCCESS;
  if (parser_.max_depth() != limits::facts_depth + 1 || parser_.capacity() < size_) {
    error = parser_.allocate(std::max<std::size_t>(size_, 1024), limits::facts_depth + 1);
  }
  if (error == simdjson::SUCCESS) {
    error = parser_.parse(buffer_.data() + bom_bytes_, size_ - bom_bytes_, false).get(root_);
  }
  return error_of_text(error) == simdjson::SUCCESS || refuse(error, diagnostics);
}

bool JsonText::refuse(simdjson::error_code error, Diagnostics& diagnostics) const {
  const std::string_view text = std::string_view(buffer_).substr(bom_bytes_, size_ - bom_bytes_);
  if (const std::optional<JsonProblem> problem = find_json_problem(text)) {
    const ByteRange range{problem->range.begin + bom_bytes_, problem->range.end + bom_bytes_};
    diagnostics.push_back(diagnose(source(), problem->code, range, problem->message, problem->help));
  } else {
    diagnostics.push_back(make_diagnostic(
        codes::facts_not_json, {file_, {}, 0, 0},
        fmt::format("the JSON reader gave up: {}", simdjson::error_message(error)), "gather it again"));
  }
  return false;
}

Diagnostic JsonText::diagnose(const Source& source, const Code& code, ByteRange range, std::string message,
                              std::string help) {
  return make_diagnostic(code, source.place(range), std::move(message), std::move(help));
}

ByteRange JsonText::locate(std::span<const std::uint32_t> ordinals) const {
  const ByteRange range =
      locate_in_json(std::string_view(buffer_).substr(bom_bytes_, size_ - bom_bytes_), ordinals);
  return {range.begin + bom_bytes_, range.end + bom_bytes_};
}

}  // namespace tsg
