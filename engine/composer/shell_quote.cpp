// SPDX-License-Identifier: MIT
#include "engine/composer/shell_quote.h"

#include <algorithm>
#include <string_view>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool harmless(char c) {
  return ascii_alpha(c) || ascii_digit(c) || std::string_view("-_./:=@%+").find(c) != std::string_view::npos;
}

// "{resourceGroup}" is for who runs the command to fill in; braces without a comma or dots are no shell
// syntax.
bool slot(std::string_view argument) {
  if (argument.size() < 3 || argument.front() != '{' || argument.back() != '}') return false;
  const std::string_view name = argument.substr(1, argument.size() - 2);
  return std::all_of(name.begin(), name.end(),
                     [](char c) { return ascii_alpha(c) || ascii_digit(c) || c == '_'; });
}

std::string quoted(std::string_view argument) {
  std::string out = "'";
  for (const char c : argument) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

}  // namespace

std::string shell_line(const std::vector<std::string>& arguments) {
  std::string line;
  for (const std::string& argument : arguments) {
    const bool first = line.empty();
    const bool bare = !argument.empty() && std::all_of(argument.begin(), argument.end(), harmless);
    const bool assigns = first && argument.find('=') != std::string::npos;
    if (!first) line += ' ';
    line += slot(argument) || (bare && !assigns) ? argument : quoted(argument);
  }
  return line;
}

}  // namespace tsg
