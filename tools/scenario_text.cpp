// SPDX-License-Identifier: MIT
#include "tools/scenario_text.h"

#include <fmt/format.h>

#include <string_view>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// The line of a list of steps with the new one behind `before`, where it is followed by what the edge led to.
std::string with_step(std::string line, const PutStep& put) {
  const std::string before = fmt::format("\"{}\"", put.before);
  const std::string behind = put.behind.empty() ? "]" : fmt::format("\"{}\"", put.behind);
  for (std::size_t at = line.find(before); at != std::string::npos; at = line.find(before, at)) {
    at += before.size();
    const std::size_t next = line.find_first_not_of(" ,", at);
    if (next != std::string::npos && line.compare(next, behind.size(), behind) == 0) {
      line.insert(at, fmt::format(", \"{}\"", put.step));
    }
  }
  return line;
}

}  // namespace

std::string with_answer_no(const std::string& text, const PutStep& put) {
  const std::string answer = fmt::format("{} = \"no\"\n", put.step);
  std::string out;
  std::string table;  // whose lines these are
  bool answered = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    const std::string line = text.substr(at, end - at);
    at = end;
    const std::string_view trimmed = ascii_trimmed(line);
    if (trimmed.starts_with('[')) table = trimmed;
    if (!answered && trimmed.starts_with("[expect")) {
      out += "[answers]\n" + answer + "\n";
      answered = true;
    }
    const bool path = (table == "[expect]" && trimmed.starts_with("path")) || table == "[expect.paths]";
    out += path ? with_step(line, put) : line;
    if (!answered && trimmed == "[answers]") {
      out += line.ends_with('\n') ? answer : "\n" + answer;
      answered = true;
    }
  }
  return out;
}

}  // namespace tsg
