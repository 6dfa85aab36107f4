// SPDX-License-Identifier: MIT
// What a scenario reached of its guide: the raw material of coverage.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "engine/model/rule_lines.h"

namespace tsg {

struct Observed {
  std::set<std::string> edges = {};         // edge_name
  std::set<std::string> answers = {};       // answer_name
  std::set<std::string> outcomes = {};      // paths of the articles that were shown
  std::set<std::string> placeholders = {};  // placeholder_name of those that had a value
  RuleLines lines = {};
  void add(const Observed& other);
};

std::string edge_name(std::string_view guide, std::string_view step, std::string_view edge);
// Of a check: what it shows.
std::string shown_name(std::string_view guide, std::string_view check);
std::string answer_name(std::string_view rule, std::string_view option);
// Placeholders are the same in any case.
std::string placeholder_name(std::string_view article_path, std::string_view placeholder);

// Adds the lines of `more` to `all`.
void add_lines(RuleLines& all, const RuleLines& more);

// All but the lines.
Observed observe(const Resolution& resolution, const Pack& pack);

}  // namespace tsg
