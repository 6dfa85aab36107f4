// SPDX-License-Identifier: MIT
// An argument of a command that gathers facts: text, and {name} parts that who runs it fills in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

enum class ArgumentPartKind : std::uint8_t { Text, Parameter };

struct ArgumentPart {
  ArgumentPartKind kind = ArgumentPartKind::Text;
  std::string text = {};  // of a Parameter its name, without braces
  bool operator==(const ArgumentPart&) const = default;
};

// "/subnets/{subnet}" -> Text "/subnets/", Parameter "subnet". A name is a letter and then letters, digits or
// underscores; braces around anything else are text. Text parts are never empty and never next to each other.
std::vector<ArgumentPart> parts_of_argument(std::string_view argument);

}  // namespace tsg
