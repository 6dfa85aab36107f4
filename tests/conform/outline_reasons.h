// SPDX-License-Identifier: MIT
// Why a line reader and the Markdown tree may see different headings and links. Every reason is checked in
// the text of the article; what none explains is a failure.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/article.h"
#include "tests/conform/opaque_text.h"

namespace tsg::conform {

// What one side has and the other has not. `text` and `url` are as written; headings have no url.
struct OutlineItem {
  std::string text = {};
  std::string url = {};
  bool image = false;
  bool no_space = false;  // the record marks a heading without a blank behind its `#`
  std::uint32_t line = 0;
};

class OutlineReasons {
 public:
  explicit OutlineReasons(const Article& article);

  // Why the record has it and the tree has not; empty when there is no reason.
  std::optional<std::string> extra_heading(const OutlineItem& item) const;
  std::optional<std::string> extra_link(const OutlineItem& item) const;
  // Why the tree has it and the record has not.
  std::optional<std::string> missing_heading(const OutlineItem& item) const;
  std::optional<std::string> missing_link(const OutlineItem& item) const;

 private:
  std::string_view line(std::uint32_t number) const;
  bool in_opaque_block(std::uint32_t number) const;
  bool in_opaque_text(std::uint32_t number, std::string_view written) const;
  const Link* link_of(const OutlineItem& item) const;
  bool inside_another(const Link& link) const;

  const Article& article_;
  std::string markdown_;
  std::vector<std::string_view> lines_ = {};
  std::vector<OpaqueText> opaque_ = {};
  std::set<std::uint32_t> fenced_ = {};
};

}  // namespace tsg::conform
