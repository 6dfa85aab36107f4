// SPDX-License-Identifier: MIT
// A theme of one file, `page.html`, and of what it includes.
#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "renderers/template/template_set.h"

namespace tsg::test {

using Files = std::vector<std::pair<std::string, std::string>>;

inline std::vector<TemplateSource> sources_of(const std::string& page, const Files& others) {
  std::vector<TemplateSource> sources = {{.name = "page.html", .bytes = page}};
  for (const auto& [name, bytes] : others) sources.push_back({.name = name, .bytes = bytes});
  return sources;
}

struct Compiled {
  TemplateSet set = {};
  Diagnostics diagnostics = {};
};

inline Compiled compiled(const std::string& page, const Files& others = {}) {
  Compiled result;
  result.set = TemplateSet::compile(sources_of(page, others), {"page.html"}, result.diagnostics);
  return result;
}

// "TSG755 page.html:1:4", one a line.
inline std::string places_of(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& each : diagnostics)
    out += fmt::format("{}{} {}:{}:{}", out.empty() ? "" : "\n", each.code.id, each.place.file,
                       each.place.line, each.place.column);
  return out;
}

// The page over one scope; what is wrong with the template, where anything is.
inline std::string rendered(const std::string& page, const TemplateValue& scope, const Files& others = {}) {
  const Compiled result = compiled(page, others);
  if (!result.diagnostics.empty()) return places_of(result.diagnostics);
  std::string out;
  const RenderEnd end = result.set.render("page.html", {&scope}, out);
  return end == RenderEnd::Whole ? out : fmt::format("end {}", static_cast<int>(end));
}

}  // namespace tsg::test
