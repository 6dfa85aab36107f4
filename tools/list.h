// SPDX-License-Identifier: MIT
// `tsg list`: what there is - articles, guides, rules, facts, placeholders - as a table or as JSON.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tools/console.h"

namespace tsg {

enum class ListedKind : std::uint8_t { Articles, Guides, Rules, Facts, Placeholders };
enum class ListFormat : std::uint8_t { Table, Json };

struct ListCommand {
  ListedKind kind = ListedKind::Articles;
  std::vector<std::string> paths = {};  // of articles and placeholders; empty: the working folder
  std::string pack = ".";               // of guides, rules and facts
  ListFormat format = ListFormat::Table;
};

ExitCode list(const ListCommand& command, const Console& console);

}  // namespace tsg
