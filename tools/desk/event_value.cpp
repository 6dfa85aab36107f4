// SPDX-License-Identifier: MIT
#include "tools/desk/event_value.h"

#include "engine/text/json_writer.h"
#include "tools/sessions/json_text.h"

namespace tsg {

std::string event_text_of(const Value& value) {
  std::string text;
  append_json_string(text, to_text(value));
  return text;
}

std::string value_of_event(const SessionEvent& event) {
  const auto texts = strings_of_json("[" + event.value + "]");
  return texts && texts->size() == 1 ? texts->front() : event.value;
}

}  // namespace tsg
