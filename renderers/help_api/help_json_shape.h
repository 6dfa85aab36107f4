// SPDX-License-Identifier: MIT
// The members of the objects that solutions and troubleshooters share.
#pragma once

#include <tuple>

#include "engine/loader/json_shape.h"
#include "renderers/help_api/help_json.h"

namespace tsg {

template <>
struct JsonShape<HelpError> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"code", &HelpError::code}, JsonMember{"message", &HelpError::message},
                      JsonMember{"target", &HelpError::target}, JsonMember{"details", &HelpError::details});
};

template <>
struct JsonShape<HelpInsight> {
  static constexpr auto members =
      std::make_tuple(JsonMember{"id", &HelpInsight::id}, JsonMember{"title", &HelpInsight::title},
                      JsonMember{"results", &HelpInsight::results},
                      JsonMember{"importanceLevel", &HelpInsight::importance_level});
};

}  // namespace tsg
