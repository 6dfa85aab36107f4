// SPDX-License-Identifier: MIT
// The value of an input as a journal holds it: one JSON value.
#pragma once

#include <string>

#include "engine/model/value.h"
#include "tools/sessions/session_event.h"

namespace tsg {

// The JSON text of a value.
std::string event_text_of(const Value& value);

// A text as it was typed; another scalar as JSON writes it. The walk reads it by the input's type.
std::string value_of_event(const SessionEvent& event);

}  // namespace tsg
