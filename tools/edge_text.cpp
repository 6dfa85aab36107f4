// SPDX-License-Identifier: MIT
#include "tools/edge_text.h"

#include <string_view>

namespace tsg {

namespace {

// The target's bytes between its quotes.
std::optional<ByteRange> target_range(const std::string& text, const Edge& edge) {
  const std::size_t equals = text.find('=', edge.place.range.begin);
  if (equals == std::string::npos) return std::nullopt;
  const std::size_t open = text.find_first_not_of(" \t", equals + 1);
  if (open == std::string::npos || (text[open] != '"' && text[open] != '\'')) return std::nullopt;
  const std::string target = to_text(edge.target);
  const std::size_t close = open + 1 + target.size();
  const bool plain =
      text.compare(open + 1, target.size(), target) == 0 && close < text.size() && text[close] == text[open];
  if (!plain) return std::nullopt;
  return ByteRange{open + 1, close};
}

// Behind the last table of a step: where the next table of another kind begins, else the end.
std::size_t place_for_step(const std::string& text) {
  bool behind_steps = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = std::string_view(text).substr(at, text.find('\n', at) - at);
    if (line.starts_with("[steps.")) {
      behind_steps = true;
    } else if (line.starts_with("[") && behind_steps) {
      return at;
    }
    at += line.size() + 1;
  }
  return text.size();
}

}  // namespace

std::optional<std::string> with_step_on(const std::string& text, const Edge& edge, const std::string& step,
                                        const std::string& table) {
  const std::optional<ByteRange> range = target_range(text, edge);
  if (!range) return std::nullopt;
  std::string changed = text;
  changed.replace(range->begin, range->end - range->begin, step);
  const std::size_t at = place_for_step(changed);
  const bool last = at == changed.size();
  const std::string before = last && !changed.ends_with('\n') ? "\n\n" : last ? "\n" : "";
  changed.insert(at, before + table + (last ? "" : "\n"));
  return changed;
}

}  // namespace tsg
