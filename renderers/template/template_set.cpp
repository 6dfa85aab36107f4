// SPDX-License-Identifier: MIT
#include "renderers/template/template_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/diagnostics/template_codes.h"
#include "engine/text/suggestion.h"
#include "renderers/template/name_check.h"
#include "renderers/template/template_compiler.h"
#include "renderers/template/template_limits.h"
#include "renderers/template/template_parser.h"

namespace tsg {

namespace {

using Names = std::set<std::string, std::less<>>;

std::vector<ParsedTemplate> parse_all(const std::vector<std::unique_ptr<TemplateFile>>& files,
                                      Diagnostics& diagnostics) {
  std::vector<ParsedTemplate> parsed;
  for (const auto& file : files) {
    const std::size_t before = diagnostics.size();
    parsed.push_back({.file = file.get(), .nodes = parse_template(*file, diagnostics)});
    parsed.back().whole = diagnostics.size() == before;
    if (diagnostics.size() > template_limits::messages) diagnostics.resize(template_limits::messages);
  }
  return parsed;
}

void tell_missing(const std::string& page, const Names& names, Diagnostics& diagnostics) {
  const auto meant = nearest_name(page, {names.begin(), names.end()});
  diagnostics.push_back(make_diagnostic(
      codes::template_missing, Place{.file = page}, fmt::format("there is no template `{}`", page),
      meant ? fmt::format("a template `{}` is there: rename it?", *meant) : "write it into the theme"));
}

}  // namespace

TemplateSet TemplateSet::compile(std::vector<TemplateSource> sources, const std::vector<std::string>& pages,
                                 Diagnostics& all) {
  TemplateSet set;
  Diagnostics diagnostics;
  Names names;
  for (TemplateSource& source : sources) {
    if (names.insert(source.name).second)
      set.files_.push_back(std::make_unique<TemplateFile>(std::move(source)));
  }
  const std::vector<ParsedTemplate> parsed = parse_all(set.files_, diagnostics);
  for (const std::string& page : Names(pages.begin(), pages.end())) {
    const auto found = std::find_if(parsed.begin(), parsed.end(), [&page](const ParsedTemplate& each) {
      return each.file->name() == page;
    });
    if (found == parsed.end()) {
      tell_missing(page, names, diagnostics);
    } else if (auto program =
                   compile_page(parsed, static_cast<std::size_t>(found - parsed.begin()), diagnostics)) {
      set.pages_.emplace(page, std::move(*program));
    }
  }
  append(all, diagnostics);
  return set;
}

std::vector<std::string> TemplateSet::pages() const {
  std::vector<std::string> names;
  for (const auto& [name, program] : pages_) names.push_back(name);
  return names;
}

Diagnostics TemplateSet::check_names(const TemplateNames& names) const {
  Diagnostics diagnostics;
  for (const auto& [name, program] : pages_) tsg::check_names(program, files_, names, diagnostics);
  return diagnostics;
}

Diagnostics TemplateSet::check_names(std::string_view page, const TemplateNames& names) const {
  Diagnostics diagnostics;
  const auto found = pages_.find(page);
  if (found != pages_.end()) tsg::check_names(found->second, files_, names, diagnostics);
  return diagnostics;
}

RenderEnd TemplateSet::render(std::string_view page, std::initializer_list<const TemplateValue*> scopes,
                              std::string& out) const {
  const auto found = pages_.find(page);
  if (found == pages_.end()) return RenderEnd::NoSuchPage;
  return render_program(found->second, {scopes.begin(), scopes.size()}, out);
}

}  // namespace tsg
