// SPDX-License-Identifier: MIT
// Finds the comments and the elements that are cut out whole, in a body, before Markdown is parsed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/markdown/cuts.h"
#include "engine/markdown/marker_plan.h"

namespace tsg {

// Borrows the body and the plan, which must outlive it. Asked at rising offsets, all answers together are
// linear.
class RawRanges {
 public:
  RawRanges(std::string_view body, const std::vector<PlannedCut>& plan);

  // What begins at the `<` at `at`; nothing when it is text, a tag, or for cmark-gfm to tell. `next` is the
  // first planned cut behind `at`.
  std::optional<Cut> at(std::size_t at, std::size_t next);

 private:
  std::optional<Cut> comment(std::size_t at, std::size_t next);
  std::size_t comment_end_behind_placeholders(std::size_t at, std::size_t next) const;
  std::optional<Cut> element(std::size_t at);
  std::size_t end_of_element(const std::string& name, std::size_t from);
  std::optional<Cut> cut(CutKind kind, std::string name, ByteRange range);

  std::string_view body_;
  const std::vector<PlannedCut>& plan_;
  std::size_t comment_end_ = 0;
  std::size_t next_backtick_;
  std::size_t next_tildes_;
  std::map<std::string, std::size_t, std::less<>> element_ends_ = {};  // name -> end of its next close
};

}  // namespace tsg
