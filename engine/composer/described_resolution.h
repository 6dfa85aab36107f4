// SPDX-License-Identifier: MIT
// A resolution as named lines: what two of them are compared by.
#pragma once

#include <string>
#include <vector>

#include "engine/composer/composed.h"
#include "engine/model/resolution.h"

namespace tsg {

// One thing that is said of an item. Two things that differ have lines that differ in name or text.
struct DescribedLine {
  std::string name = {};  // "answer", "value BackendPool", "needs a.b"; once in an item
  std::string text = {};
  DataClass data_class = DataClass::Public;
  Audience audience = Audience::Customer;  // Agent: for agents only
  bool operator==(const DescribedLine&) const = default;
};

struct DescribedItem {
  std::string name = {};  // "tls-error[10.0.0.4]", "vpn#scope", "outcome:add-servers"; once in its list
  std::string title = {};
  std::vector<DescribedLine> lines = {};
  bool operator==(const DescribedItem&) const = default;
};

// In the resolution's order. Not in them: which line of which file a rule answered in, and evidence.
std::vector<DescribedItem> described_visits(const Resolution& resolution);
std::vector<DescribedItem> described_outcomes(const Resolution& resolution);
std::vector<DescribedItem> described_questions(const Resolution& resolution);
std::vector<DescribedItem> described_checks(const Resolution& resolution);
std::vector<DescribedItem> described_messages(const std::vector<std::string>& messages);

// The guide, the program and the time.
std::vector<DescribedLine> described_making(const Resolution& resolution);
// Every fact that some rule read, by its path, each once.
std::vector<DescribedLine> described_facts(const Resolution& resolution);

}  // namespace tsg
