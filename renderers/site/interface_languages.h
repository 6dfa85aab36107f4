// SPDX-License-Identifier: MIT
// The words of the interface in every language that comes with the program: the same names in each, and
// within a text the same slots, "{count}".
#pragma once

#include <span>
#include <string_view>

namespace tsg {

struct InterfaceWord {
  std::string_view name = {};
  std::string_view text = {};
};

std::span<const InterfaceWord> arabic_words();
std::span<const InterfaceWord> english_words();
std::span<const InterfaceWord> french_words();
std::span<const InterfaceWord> german_words();
std::span<const InterfaceWord> japanese_words();
std::span<const InterfaceWord> spanish_words();

}  // namespace tsg
