// SPDX-License-Identifier: MIT
// Facts and answers, and what must come of them (docs/scenario-format.md).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/model/answers.h"
#include "engine/model/value.h"
#include "engine/text/place.h"

namespace tsg {

// What a scenario names is compared exactly; what it does not name is not compared.
struct Expectation {
  std::optional<std::vector<std::string>> path = {};
  std::map<std::string, std::vector<std::string>> paths = {};  // subject -> steps
  std::optional<std::vector<std::string>> outcomes = {};       // "outcome" or "outcome[subject]"
  std::vector<std::string> provisional = {};
  std::optional<std::vector<std::string>> open = {};
  std::vector<std::string> needs = {};
  std::map<std::string, std::map<std::string, Value>> values =
      {};  // "" or "outcome[subject]" -> placeholder -> value
  std::map<std::string, std::vector<std::string>> checks = {};  // check -> subjects of its findings
  std::vector<std::string> rendered = {};
  std::vector<std::string> not_rendered = {};
  // Where each of them stands: "path", "paths.<subject>", "values.<outcome>.<placeholder>", "rendered.0".
  std::map<std::string, Place, std::less<>> places = {};
  bool operator==(const Expectation&) const = default;
};

struct Scenario {
  std::string id = {};  // the file's stem
  std::string file = {};
  std::string title = {};
  std::string facts = {};                 // a file or folder, named from the pack's root; empty: none
  std::vector<std::string> without = {};  // documents left out
  std::string documents = {};  // a JSON object of documents that are added or replaced; empty: none
  std::string now = {};
  Answers answers = {};
  Expectation expect = {};
  Place place = {};
  bool operator==(const Scenario&) const = default;
};

}  // namespace tsg
