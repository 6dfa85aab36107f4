// SPDX-License-Identifier: MIT
#include "engine/model/article.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

std::optional<std::string_view> Article::property(std::string_view key) const {
  const auto found =
      std::find_if(header.properties.rbegin(), header.properties.rend(),
                   [key](const Property& property) { return equal_ignoring_case(property.key, key); });
  if (found == header.properties.rend()) return std::nullopt;
  return found->value;
}

std::string Article::title() const {
  const auto top = std::find_if(headings.begin(), headings.end(), [](const Heading& heading) {
    return heading.level == 1 && !heading.text.empty();
  });
  if (top != headings.end()) return top->text;
  for (const std::string_view key : {"pageTitle", "title", "articleId"}) {
    const std::string_view value = ascii_trimmed(property(key).value_or(""));
    if (!value.empty()) return std::string(value);
  }
  return {};
}

std::size_t Article::file_offset(std::size_t decoded) const {
  const auto after =
      std::upper_bound(offset_steps.begin(), offset_steps.end(), decoded,
                       [](std::size_t offset, const auto& step) { return offset < step.first; });
  std::size_t in_file = decoded;
  if (after != offset_steps.begin()) in_file = std::prev(after)->second + (decoded - std::prev(after)->first);
  // A character may have more bytes decoded than it has in the file.
  return after == offset_steps.end() ? in_file : std::min(in_file, after->second);
}

std::size_t Article::decoded_offset(std::size_t in_file) const {
  const auto after =
      std::upper_bound(offset_steps.begin(), offset_steps.end(), in_file,
                       [](std::size_t offset, const auto& step) { return offset < step.second; });
  if (after == offset_steps.begin()) return offset_steps.empty() ? in_file : std::min(in_file, after->first);
  const auto& step = *std::prev(after);
  const std::size_t advanced = step.first + (in_file - step.second);
  return after == offset_steps.end() ? advanced : std::min(advanced, after->first);
}

}  // namespace tsg
