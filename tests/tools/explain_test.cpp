// SPDX-License-Identifier: MIT
// The page of messages: each bad example gives its message, each good one does not.
#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/checker/content_check.h"
#include "tools/explain.h"

using namespace tsg;

namespace {

bool gives(const std::string& example, const std::string& code) {
  CheckedArticle checked = check_bytes("example.md", example);
  apply_suppressions(checked.article, checked.diagnostics);
  return std::any_of(checked.diagnostics.begin(), checked.diagnostics.end(),
                     [&code](const Diagnostic& each) { return each.code.id == code; });
}

}  // namespace

TEST_CASE("bad examples give their message, good ones do not") {
  std::size_t compared = 0;
  for (const Explanation& each : explanations()) {
    if (each.bad.empty()) continue;
    ++compared;
    INFO(each.code << "\n" << each.bad << "----\n" << each.good);
    CHECK(gives(each.bad, each.code));
    CHECK_FALSE(gives(each.good, each.code));
  }
  CHECK(compared >= 75);
}

TEST_CASE("a code is explained in any case, and an unknown one is not") {
  REQUIRE(explanation_of("tsg178"));
  CHECK(explanation_of("tsg178")->text.starts_with("Info: "));
  CHECK_FALSE(explanation_of("TSG000"));
}
