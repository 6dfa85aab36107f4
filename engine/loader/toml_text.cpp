// SPDX-License-Identifier: MIT
#include "engine/loader/toml_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

struct ValueText {
  std::string operator()(const NoValue&) const { return "\"\""; }
  std::string operator()(bool truth) const { return truth ? "true" : "false"; }
  std::string operator()(std::int64_t number) const { return std::to_string(number); }
  std::string operator()(double number) const {
    const std::string text = fmt::format("{}", number);
    return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
  }
  std::string operator()(const std::string& text) const { return toml_string(text); }
  std::string operator()(const std::vector<std::string>& items) const { return toml_list(items); }
};

}  // namespace

std::string toml_string(std::string_view text) {
  std::string written = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      written.append(1, '\\').append(1, c);
    } else if (c == '\n') {
      written += "\\n";
    } else if (c == '\t') {
      written += "\\t";
    } else if (byte < 0x20 || byte == 0x7F) {
      written += fmt::format("\\u{:04X}", byte);
    } else {
      written += c;
    }
  }
  return written + '"';
}

std::string toml_key(std::string_view name) {
  const bool bare = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_';
  });
  return bare ? std::string(name) : toml_string(name);
}

std::string toml_list(const std::vector<std::string>& items, ListLayout layout) {
  std::vector<std::string> written;
  for (const std::string& item : items) written.push_back(toml_string(item));
  if (layout == ListLayout::OneLine || items.empty()) return fmt::format("[{}]", fmt::join(written, ", "));
  return fmt::format("[\n  {},\n]", fmt::join(written, ",\n  "));
}

std::string toml_value(const Value& value) {
  return std::visit(ValueText(), value);
}

}  // namespace tsg
