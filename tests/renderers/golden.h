// SPDX-License-Identifier: MIT
// Expected output as files under tests/golden/renderers. TSG_ACCEPT=1 rewrites them: read the difference
// before committing it.
#pragma once

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace tsg::test {

inline std::string golden_path(const std::string& name) {
  return std::string(TSG_SOURCE_DIR) + "/tests/golden/renderers/" + name;
}

inline void check_golden(const std::string& name, const std::string& actual) {
  if (std::getenv("TSG_ACCEPT") != nullptr) std::ofstream(golden_path(name), std::ios::binary) << actual;
  std::ifstream file(golden_path(name), std::ios::binary);
  std::ostringstream expected;
  expected << file.rdbuf();
  INFO("golden " << name << "; TSG_ACCEPT=1 rewrites it");
  CHECK(actual == expected.str());
}

}  // namespace tsg::test
