// SPDX-License-Identifier: MIT
// The templates of a theme, compiled once; a page is then rendered by appending what stands still and what
// is filled in.
//
//   Diagnostics diagnostics;
//   const TemplateSet set = TemplateSet::compile(sources, {"article.html"}, diagnostics);
//   append(diagnostics, set.check_names(names));
//   std::string html;
//   set.render("article.html", {&site, &page}, html);
//
// docs/template-format.md is the language. Whatever the values are, the tags of a page are those of its
// templates and of its TrustedHtml.
#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "renderers/template/template_file.h"
#include "renderers/template/template_names.h"
#include "renderers/template/template_program.h"
#include "renderers/template/template_renderer.h"
#include "renderers/template/template_value.h"

namespace tsg {

class TemplateSet {
 public:
  // `pages` are those that the caller renders, and must be there; every other source is for them to include,
  // and is looked at in itself whether they do or not. Of two sources of one name the first counts: so an
  // author's file goes before the one it replaces. A page that anything is wrong with is not in the set.
  static TemplateSet compile(std::vector<TemplateSource> sources, const std::vector<std::string>& pages,
                             Diagnostics& diagnostics);

  bool has_page(std::string_view name) const { return pages_.find(name) != pages_.end(); }
  // Sorted.
  std::vector<std::string> pages() const;

  // What is wrong with the names in all pages, or in one; each message once.
  Diagnostics check_names(const TemplateNames& names) const;
  Diagnostics check_names(std::string_view page, const TemplateNames& names) const;

  // Appends the page to `out`. A later scope hides an earlier one's names; a name that no scope has is an
  // empty text, and false. When it did not go in whole, `out` is as it was.
  [[nodiscard]] RenderEnd render(std::string_view page, std::initializer_list<const TemplateValue*> scopes,
                                 std::string& out) const;

 private:
  std::vector<std::unique_ptr<TemplateFile>> files_ = {};
  std::map<std::string, TemplateProgram, std::less<>> pages_ = {};
};

}  // namespace tsg
