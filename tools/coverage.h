// SPDX-License-Identifier: MIT
// What of a guide its scenarios reach: edges, answers of rules, outcomes, lines of rules, placeholders.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/tsg.h"
#include "renderers/test_report.h"
#include "tools/observed.h"

namespace tsg {

// Collects over guides: what two of them share, such as a rule, counts once and is covered by either.
class Coverage {
 public:
  // What there is to reach in the guide, and what was. A rule counts when the guide's steps or checks name
  // it.
  void add(GuideResolver& resolver, const Observed& observed);
  // Five kinds, each with what is missing in the order of files and lines.
  std::vector<CoverageOfKind> report() const;

 private:
  // By name: where it stands, and whether it was reached.
  struct Item {
    Uncovered item = {};
    bool reached = false;
  };
  using Items = std::map<std::string, Item>;

  static void note(Items& items, const std::string& key, Uncovered item, bool reached);
  void add_edges(const Guide& guide, const Observed& observed);
  void add_answers(const Guide& guide, GuideResolver& resolver, const Observed& observed);
  void add_articles(const Guide& guide, const Pack& pack, const Observed& observed);

  Items edges_ = {};
  Items answers_ = {};
  Items outcomes_ = {};
  Items placeholders_ = {};
  RuleLines lines_ = {};
};

}  // namespace tsg
