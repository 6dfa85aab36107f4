// SPDX-License-Identifier: MIT
// Reads the parameters of a request's query; what is wrong is noted with "?name" as its path. Parameters that
// nobody asks for are ignored.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "renderers/case_notes.h"
#include "tools/api/problem.h"
#include "tools/server/request.h"

namespace tsg {

class QueryReader {
 public:
  // Borrows the query.
  explicit QueryReader(const web::Query& query) : query_(query) {}

  // Nothing when it is absent; an empty one is a value.
  std::optional<std::string> text(std::string_view name);
  // One of the words; nothing when it is absent, or none of them.
  std::optional<std::string> word(std::string_view name, const std::vector<std::string>& words);
  // 1 to `most`; `usual` when it is absent.
  std::size_t count(std::string_view name, std::size_t usual, std::size_t most);
  Audience audience(Audience usual);
  NotesFormat notes_format();

  void wrong(std::string_view name, std::string message);
  std::optional<Problem> problem() const;

 private:
  const web::Query& query_;
  std::vector<ProblemItem> errors_ = {};
};

}  // namespace tsg
