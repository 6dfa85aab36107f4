// SPDX-License-Identifier: MIT
// `tsg render`: one article alone, once per finding of a rule.
#pragma once

#include <string>
#include <vector>

#include "engine/composer/compose.h"
#include "tools/console.h"
#include "tools/output_format.h"

namespace tsg {

struct RenderCommand {
  std::string pack = {};
  std::string article = {};  // a file, or the articleId of one in the pack
  std::vector<std::string> facts = {};
  std::string now = {};
  std::string rule = {};                 // "domain/rule"
  std::vector<std::string> values = {};  // "Name=value"
  OutputFormat format = OutputFormat::Terminal;
  Audience audience = Audience::Agent;
  std::string output = {};
  int width = 0;
};

ExitCode render(const RenderCommand& command, const Console& console);

}  // namespace tsg
