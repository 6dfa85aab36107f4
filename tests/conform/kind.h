// SPDX-License-Identifier: MIT
// A kind of conformance: a reader or evaluator of tsg held against recorded answers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tsg::conform {

struct Arguments {
  std::vector<std::string> paths = {};
  bool verbose = false;        // list what is explained, too
  bool allow_lacking = false;  // scenarios that need a node the guide has not do not fail the run
};

// Prints each difference and a closing line `N passed, N failed`; gives the exit code: 0, 1 when anything
// failed, 2 when the arguments make no sense.
using Run = int (*)(const Arguments& arguments);

struct Kind {
  std::string_view name = {};
  std::string_view usage = {};
  Run run = nullptr;
};

int run_nsg(const Arguments& arguments);
int run_routes(const Arguments& arguments);
int run_reach_random(const Arguments& arguments);
int run_judged(const Arguments& arguments);
int run_lint(const Arguments& arguments);
int run_articles(const Arguments& arguments);
int run_forms(const Arguments& arguments);
int run_scenarios(const Arguments& arguments);
int run_deletions(const Arguments& arguments);
int run_hostile_rules(const Arguments& arguments);
int run_hostile_answers(const Arguments& arguments);
int run_hostile_values(const Arguments& arguments);
int run_browser_pages(const Arguments& arguments);
int run_pathological(const Arguments& arguments);
int run_pathological_one(const Arguments& arguments);

}  // namespace tsg::conform
