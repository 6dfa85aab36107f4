// SPDX-License-Identifier: MIT
// tsg_conform KIND PATH...: compares tsg with recorded answers of that kind.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>

#include "tests/conform/kind.h"

namespace {

using tsg::conform::Arguments;
using tsg::conform::Kind;

constexpr std::array kinds = {
    Kind{"articles", "FOLDER, with FOLDER.expected.jsonl beside it", tsg::conform::run_articles},
};

int usage() {
  fmt::print(stderr, "usage: tsg_conform KIND PATH... [--verbose]\n");
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
    } else {
      arguments.paths.push_back(word);
    }
  }
  const std::string name = count > 1 ? words[1] : "";
  const auto* kind =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& one) { return one.name == name; });
  return kind == kinds.end() ? usage() : kind->run(arguments);
}
