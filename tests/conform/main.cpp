// SPDX-License-Identifier: MIT
// tsg_conform KIND PATH...: compares tsg with recorded answers of that kind.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

#include "tests/conform/kind.h"

namespace {

using tsg::conform::Arguments;
using tsg::conform::Kind;

constexpr std::array kinds = {
    Kind{"articles", "FOLDER, with FOLDER.expected.jsonl beside it", tsg::conform::run_articles},
    Kind{"lint", "FOLDER, with FOLDER.lint.tsv beside it: the findings of exact rules",
         tsg::conform::run_lint},
    Kind{"judged", "FILE FOLDER: findings that were judged by hand, and how many are right",
         tsg::conform::run_judged},
    Kind{"forms", "FILE [FOLDER]: which elements of the folder's forms show (default: articles beside FILE)",
         tsg::conform::run_forms},
    Kind{"scenarios", "FILE [GUIDE]: facts and what must come of them (default: application-gateway-502)",
         tsg::conform::run_scenarios},
    Kind{"deletions", "FILE [GUIDE]: every fact deleted in turn must not become a wrong answer",
         tsg::conform::run_deletions},
    Kind{"hostile-rules", "FOLDER: scripts that must be stopped, refused or kept to themselves",
         tsg::conform::run_hostile_rules},
    Kind{"hostile-answers", "FOLDER: what its deterministic scripts say, one a line",
         tsg::conform::run_hostile_answers},
    Kind{"hostile-values", "FILE: values that must stay text wherever they are written",
         tsg::conform::run_hostile_values},
    Kind{"nsg", "FILE: what security groups do with a flow", tsg::conform::run_nsg},
    Kind{"routes", "FILE: the route a packet takes", tsg::conform::run_routes},
    Kind{"reach-random", "COUNT [SEED]: random groups, ports and routes, held against the plainest evaluator",
         tsg::conform::run_reach_random},
    Kind{"browser-pages", "FILE FOLDER [raw]: pages of these values, for tests/browser/run.sh",
         tsg::conform::run_browser_pages},
    Kind{"pathological", "all|NAME: Markdown that costs a careless parser more than its size",
         tsg::conform::run_pathological},
    Kind{"pathological-one", "FILE: one such article, read and rendered", tsg::conform::run_pathological_one},
};

int usage() {
  fmt::print(stderr, "usage: tsg_conform KIND PATH... [--verbose] [--allow-lacking]\n");
  for (const Kind& kind : kinds) fmt::print(stderr, "  {}  {}\n", kind.name, kind.usage);
  return 2;
}

}  // namespace

int main(int count, char** words) {
  Arguments arguments;
  for (int i = 2; i < count; ++i) {
    const std::string word = words[i];
    if (word == "--verbose") {
      arguments.verbose = true;
    } else if (word == "--allow-lacking") {
      arguments.allow_lacking = true;
    } else {
      arguments.paths.push_back(word);
    }
  }
  const std::string name = count > 1 ? words[1] : "";
  const auto* kind =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& one) { return one.name == name; });
  if (kind == kinds.end() || arguments.paths.empty()) return usage();
  try {
    return kind->run(arguments);
  } catch (const std::exception& error) {
    fmt::print(stderr, "tsg_conform: {}\n", error.what());
    return 1;
  }
}
