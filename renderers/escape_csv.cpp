// SPDX-License-Identifier: MIT
#include "renderers/escape_csv.h"

#include <cstddef>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

bool starts_formula(std::string_view value) {
  const std::size_t at = value.find_first_not_of(" \n;,\"'");
  if (at == std::string_view::npos) return false;
  const std::string_view rest = value.substr(at);
  for (const std::string_view sign :
       {"=", "+", "-", "@", "\t", "\r", "\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (rest.starts_with(sign)) return true;
  }
  return false;
}

bool needs_quotes(std::string_view value) {
  if (value.find_first_of(",;\"\r\n\t") != std::string_view::npos) return true;
  return value.starts_with(' ') || value.ends_with(' ');
}

}  // namespace

void append_csv(std::string& out, std::string_view value) {
  std::string cell = starts_formula(value) ? "'" : "";
  for (const char c : with_replacements(value)) {
    if (c == '\0') {
      cell += "\uFFFD";
    } else {
      cell += c;
    }
  }
  if (!needs_quotes(cell)) {
    out += cell;
    return;
  }
  out += '"';
  for (const char c : cell) out.append(c == '"' ? 2 : 1, c);
  out += '"';
}

}  // namespace tsg
