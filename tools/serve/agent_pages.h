// SPDX-License-Identifier: MIT
// The look of the agents' pages: templates compiled once, a style and a script that never change while the
// program runs.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "renderers/site/theme.h"
#include "renderers/template/template_set.h"

namespace tsg {

// The files in tools/serve/pages, and openapi.json.
std::span<const ThemeFile> agent_page_files();
// The bytes of one; empty when there is none.
std::string_view agent_page_file(std::string_view name);

class AgentPages {
 public:
  AgentPages();

  // `page` is a template's name: "question.html". A page that grew too large is said in its place.
  std::string render(std::string_view page, const TemplateValue& desk, const TemplateValue& values) const;

  const std::string& style() const { return style_; }
  const std::string& script() const { return script_; }
  // Addresses that change with the bytes, so that a browser may keep them.
  const std::string& style_path() const { return style_path_; }
  const std::string& script_path() const { return script_path_; }
  // What is wrong with the templates: nothing, or the program was built from broken ones.
  const Diagnostics& diagnostics() const { return diagnostics_; }

 private:
  Diagnostics diagnostics_ = {};
  TemplateSet templates_;
  std::string style_ = {};
  std::string script_ = {};
  std::string style_path_ = {};
  std::string script_path_ = {};
};

}  // namespace tsg
