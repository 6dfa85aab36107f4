// SPDX-License-Identifier: MIT
#include "engine/loader/toml_limits.h"

#include <fmt/format.h>

#include "engine/model/limits.h"

namespace tsg {

namespace {

// Offset behind the string that begins at `at`. One line's string ends at the line's end at the latest: what
// follows is no TOML any more.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const char quote = text[at];
  const bool escapes = quote == '"';
  const std::string triple(3, quote);
  const bool many_lines = text.substr(at).starts_with(triple);
  std::size_t i = at + (many_lines ? 3 : 1);
  while (i < text.size()) {
    if (escapes && text[i] == '\\') {
      i += 2;
    } else if (many_lines && text.substr(i).starts_with(triple)) {
      i += 3;
      // Up to two quotes may stand before the closing three.
      for (int more = 0; more < 2 && i < text.size() && text[i] == quote; ++more) ++i;
      return i;
    } else if (!many_lines && (text[i] == quote || text[i] == '\n')) {
      return i + 1;
    } else {
      ++i;
    }
  }
  return text.size();
}

// Counts as it goes; `step` gives what is wrong at the character it is shown.
class ExcessScan {
 public:
  std::optional<std::string> step(char c) {
    switch (c) {
      case '.':
        return ++dots_ <= limits::toml_key_dots ? std::nullopt : too_many_dots();
      case '[':
      case '{':
        dots_ = 0;
        return ++depth_ <= toml_bracket_depth ? std::nullopt : too_deep();
      case ']':
      case '}':
        dots_ = 0;
        if (depth_ > 0) --depth_;
        return std::nullopt;
      case '=':
      case ',':
      case '\n':
        dots_ = 0;
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

 private:
  static std::optional<std::string> too_many_dots() {
    return fmt::format("a key of more than {} parts", limits::toml_key_dots);
  }
  static std::optional<std::string> too_deep() {
    return fmt::format("arrays and tables nested deeper than {}", toml_bracket_depth);
  }

  std::size_t dots_ = 0;
  std::size_t depth_ = 0;
};

}  // namespace

std::optional<TomlExcess> find_toml_excess(std::string_view text) {
  if (text.size() > limits::toml_bytes) {
    return TomlExcess{{}, fmt::format("the file is larger than {} bytes", limits::toml_bytes), "split it"};
  }
  ExcessScan scan;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"' || text[at] == '\'') {
      at = end_of_string(text, at);
      continue;
    }
    if (text[at] == '#') {
      at = std::min(text.find('\n', at), text.size());
      continue;
    }
    if (std::optional<std::string> message = scan.step(text[at])) {
      return TomlExcess{{at, at + 1}, *std::move(message), "quote a key that holds dots; nest less"};
    }
    ++at;
  }
  return std::nullopt;
}

}  // namespace tsg
