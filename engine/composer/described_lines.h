// SPDX-License-Identifier: MIT
// The lines of one item while they are written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/described_resolution.h"
#include "engine/model/resolution.h"

namespace tsg {

class DescribedLines {
 public:
  // A line that says nothing is none. A name that is there already gets a number behind it.
  void add(std::string name, std::string text, DataClass data_class = DataClass::Public,
           Audience audience = Audience::Customer);
  void add_for_agents(std::string name, std::string text) {
    add(std::move(name), std::move(text), DataClass::Public, Audience::Agent);
  }
  void add_flag(std::string name, bool value) { add(std::move(name), value ? "yes" : ""); }
  void add(const Verdict& verdict, std::string_view before);
  void add(const std::vector<FilledArticle>& parts);
  void add_needs(const std::vector<Need>& needs, std::string_view name);

  std::vector<DescribedLine> take() { return std::move(lines_); }

 private:
  void add(const std::vector<NamedValue>& values, std::string_view before);

  std::vector<DescribedLine> lines_ = {};
  std::map<std::string, std::size_t> seen_ = {};
};

// The text of a value, with its type where the text alone might be that of another: `5`, `"5"`, `[a, b]`.
std::string described_value(const Value& value);

}  // namespace tsg
