// SPDX-License-Identifier: MIT
#include "engine/loader/form_reader.h"

#include <fmt/format.h>
#include <simdjson.h>

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/json_memory.h"

namespace tsg {

FormReading read_form(std::string file, std::string_view bytes) {
  FormReading reading;
  const auto complain = [&](std::string message) {
    reading.diagnostics.push_back(
        make_diagnostic(codes::form_unreadable, {file, {}, 0, 0}, std::move(message),
                        "write {\"<question>\": \"<option>\"}, all of them strings"));
  };
  simdjson::dom::parser parser;
  simdjson::dom::element root;
  if (const auto error = error_of_text(parser.parse(bytes.data(), bytes.size()).get(root))) {
    complain(fmt::format("the form is not JSON: {}", simdjson::error_message(error)));
    return reading;
  }
  simdjson::dom::object object;
  if (root.get(object) != simdjson::SUCCESS) {
    complain("the form is not a JSON object");
    return reading;
  }
  for (const auto& [question, option] : object) {
    std::string_view text;
    if (option.get(text) != simdjson::SUCCESS) {
      complain(fmt::format("the answer to `{}` is not a string", question));
    } else if (!reading.answers.emplace(question, text).second) {
      complain(fmt::format("`{}` is answered twice", question));
    }
  }
  return reading;
}

}  // namespace tsg
