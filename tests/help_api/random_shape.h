// SPDX-License-Identifier: MIT
// Objects of the Help API with anything in every member, by their shapes.
#pragma once

#include <array>
#include <cstdint>
#include <random>
#include <string>

#include "engine/loader/json_shape.h"
#include "renderers/help_api/help_json.h"

namespace tsg::test {

class RandomShape {
 public:
  explicit RandomShape(std::uint32_t seed) : random_(seed) {}

  template <HasJsonShape T>
  void fill(T& out) {
    ++depth_;
    const auto fill_member = [&](const auto& member) {
      if (one_in(3) || depth_ > 6) return;
      fill((out.*member.field).emplace());
    };
    std::apply([&](const auto&... member) { (fill_member(member), ...); }, JsonShape<T>::members);
    if (one_in(2)) out.extras.push_back({"later" + text(), extra()});
    --depth_;
  }

 private:
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(random_() % end); }
  bool one_in(std::uint32_t chances) { return below(chances) == 0; }

  void fill(std::string& out) { out = text(); }
  void fill(bool& out) { out = one_in(2); }
  void fill(std::int64_t& out) { out = static_cast<std::int64_t>(random_()) * (one_in(2) ? 1 : -0x7FFFFFFF); }
  void fill(HelpMap& out) {
    for (std::uint32_t i = below(3); i > 0; --i) out.entries.push_back({std::to_string(i) + text(), text()});
  }
  template <typename T>
  void fill(std::vector<T>& out) {
    for (std::uint32_t i = below(3); i > 0; --i) fill(out.emplace_back());
  }

  std::string text() {
    static constexpr std::array<const char*, 10> pieces = {
        "", "a", "\"", "\\", "\n", "<!--x-->", "\xC3\xA9", "\xF0\x9F\x98\x80", "\x01", "\xE2\x80\xA8"};
    std::string made;
    for (std::uint32_t i = below(4); i > 0; --i) made += pieces[random_() % pieces.size()];
    return made;
  }

  // JSON as json_line writes it.
  const char* extra() {
    static constexpr std::array<const char*, 8> values = {"null",
                                                          "true",
                                                          "-12",
                                                          "1.5",
                                                          "\"a\\n\\\"b\"",
                                                          "[]",
                                                          "{\"a\":[1,{\"b\":null}],\"\":{}}",
                                                          "9007199254740993"};
    return values[random_() % values.size()];
  }

  std::mt19937 random_;
  int depth_ = 0;
};

}  // namespace tsg::test
