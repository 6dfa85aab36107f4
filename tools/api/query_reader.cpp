// SPDX-License-Identifier: MIT
#include "tools/api/query_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace tsg {

std::optional<std::string> QueryReader::text(std::string_view name) {
  std::optional<std::string> found;
  for (const auto& [key, value] : query_) {
    if (key != name) continue;
    if (found) wrong(name, "is given twice");
    found = value;
  }
  return found;
}

std::optional<std::string> QueryReader::word(std::string_view name, const std::vector<std::string>& words) {
  std::optional<std::string> found = text(name);
  if (!found || std::find(words.begin(), words.end(), *found) != words.end()) return found;
  wrong(name, fmt::format("must be one of: {}", fmt::join(words, ", ")));
  return std::nullopt;
}

std::size_t QueryReader::count(std::string_view name, std::size_t usual, std::size_t most) {
  const std::optional<std::string> found = text(name);
  if (!found) return usual;
  std::size_t number = 0;
  const char* const end = found->data() + found->size();
  const auto [stop, error] = std::from_chars(found->data(), end, number);
  if (error == std::errc() && stop == end && number >= 1 && number <= most) return number;
  wrong(name, fmt::format("must be a number from 1 to {}", most));
  return usual;
}

Audience QueryReader::audience(Audience usual) {
  const std::optional<std::string> found = word("audience", {"agent", "customer"});
  if (!found) return usual;
  return *found == "agent" ? Audience::Agent : Audience::Customer;
}

NotesFormat QueryReader::notes_format() {
  const std::string found = word("format", {"markdown", "html", "text"}).value_or("markdown");
  if (found == "html") return NotesFormat::Html;
  return found == "text" ? NotesFormat::Text : NotesFormat::Markdown;
}

void QueryReader::wrong(std::string_view name, std::string message) {
  errors_.push_back({fmt::format("?{}", name), std::move(message)});
}

std::optional<Problem> QueryReader::problem() const {
  if (errors_.empty()) return std::nullopt;
  return Problem{.detail = fmt::format("{}: {}", errors_.front().path, errors_.front().message),
                 .help = "see docs/api.md for what is wanted",
                 .errors = errors_};
}

}  // namespace tsg
