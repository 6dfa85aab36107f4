// SPDX-License-Identifier: MIT
// Which values the templates of a site may name, and what they are:
//
//   TemplateNames names({"site.title", "page.content:html", "page.toc[].id", "page.tags[]"});
//
// `[]` makes a list, a dot a record, `:html` markup; all else is a text, a number or a flag.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

struct TemplateName {
  enum class Kind : std::uint8_t { Plain, Html, List, Record };
  std::string name = {};
  Kind kind = Kind::Plain;
  std::vector<TemplateName> members = {};  // of a list: one, what its items are

  const TemplateName* member(std::string_view wanted) const;
};

class TemplateNames {
 public:
  TemplateNames() = default;
  explicit TemplateNames(std::span<const std::string_view> paths);
  TemplateNames(std::initializer_list<std::string_view> paths);

  // A record of what stands before the first dots.
  const TemplateName& root() const { return root_; }

 private:
  void add(std::string_view path);

  TemplateName root_ = {.kind = TemplateName::Kind::Record};
};

}  // namespace tsg
