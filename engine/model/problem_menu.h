// SPDX-License-Identifier: MIT
// A diagnoseandsolve article: a menu of common problems, each with the article that solves it, and of tools.
#pragma once

#include <string>
#include <vector>

#include "engine/text/place.h"

namespace tsg {

struct MenuProblem {
  std::string id = {};
  std::string title = {};
  std::string description = {};
  std::string category = {};
  std::string search_tags = {};
  std::string support_topic_id = {};
  std::string solution_article_id = {};  // an articleId of the repository
  std::string symptom_id = {};
  std::vector<MenuProblem> below = {};  // its sub-problems; theirs is empty
  ByteRange range = {};                 // in the decoded text of the article
  ByteRange solution_range = {};        // of solution_article_id; empty when there is none
  bool operator==(const MenuProblem&) const = default;
};

struct BladeParameter {
  std::string name = {};
  std::string value = {};
  bool operator==(const BladeParameter&) const = default;
};

struct MenuTool {
  std::string id = {};
  std::string title = {};
  std::string description = {};
  std::string category = {};
  std::string search_tags = {};
  std::string extension = {};
  std::string blade = {};
  std::vector<BladeParameter> parameters = {};
  bool operator==(const MenuTool&) const = default;
};

struct ProblemMenu {
  std::vector<MenuProblem> problems = {};
  std::vector<MenuTool> tools = {};
  bool operator==(const ProblemMenu&) const = default;
};

}  // namespace tsg
