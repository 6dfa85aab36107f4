// SPDX-License-Identifier: MIT
// Where in a JSON text the filler of facts stands. Members that came up out of `properties` keep their
// origin, so the way down can be written out when a message needs it.
#pragma once

#include <cstdint>
#include <vector>

namespace tsg {

inline constexpr std::uint32_t no_origin = UINT32_MAX;

// One step down: the 0-based number of a member or item, counted as it is written.
struct JsonStep {
  std::uint32_t origin =
      no_origin;  // the `properties` object it stands in, below the object it counts as a member of
  std::uint32_t ordinal = 0;
};

class JsonTrail {
 public:
  void clear() {
    steps_.clear();
    origins_.clear();
  }
  void push(JsonStep step) { steps_.push_back(step); }
  void pop() { steps_.pop_back(); }
  // The `properties` object at `step` of the object where the trail ends.
  std::uint32_t add_origin(JsonStep step) {
    origins_.push_back(step);
    return static_cast<std::uint32_t>(origins_.size() - 1);
  }
  // The way from the outermost value to `last` below the trail's end.
  std::vector<std::uint32_t> way_to(JsonStep last) const {
    std::vector<std::uint32_t> way;
    for (const JsonStep& step : steps_) append(step, way);
    append(last, way);
    return way;
  }

 private:
  void append(JsonStep step, std::vector<std::uint32_t>& way) const {
    if (step.origin != no_origin) append(origins_[step.origin], way);
    way.push_back(step.ordinal);
  }

  std::vector<JsonStep> steps_ = {};
  std::vector<JsonStep> origins_ = {};
};

}  // namespace tsg
