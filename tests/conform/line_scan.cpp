// SPDX-License-Identifier: MIT
#include "tests/conform/line_scan.h"

#include <algorithm>

namespace tsg::conform {

namespace {

// The run of fence characters that begins the line behind at most three blanks; empty when there is none.
std::string_view fence_run(std::string_view line) {
  const std::size_t begin = std::min(line.find_first_not_of(' '), line.size());
  if (begin > 3 || begin == line.size() || (line[begin] != '`' && line[begin] != '~')) return {};
  const std::size_t end = std::min(line.find_first_not_of(line[begin], begin), line.size());
  return end - begin < 3 ? std::string_view() : line.substr(begin, end - begin);
}

bool ends_with_run(std::string_view line, std::string_view run) {
  return line.data() + line.size() == run.data() + run.size();
}

}  // namespace

std::set<std::uint32_t> fenced_lines(std::string_view text) {
  std::set<std::uint32_t> fenced;
  std::string_view open;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view run = fence_run(line);
    const bool was_open = !open.empty();
    if (was_open && !run.empty() && run.front() == open.front() && run.size() >= open.size() &&
        ends_with_run(line, run)) {
      open = {};
    } else if (!was_open && !run.empty() &&
               line.substr(line.find(run) + run.size()).find('`') == std::string_view::npos) {
      open = run;
    }
    if (was_open || !open.empty()) fenced.insert(number);
  }
  return fenced;
}

}  // namespace tsg::conform
