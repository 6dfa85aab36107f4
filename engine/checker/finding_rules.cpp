// SPDX-License-Identifier: MIT
#include "engine/checker/finding_rules.h"

#include <map>
#include <vector>

namespace tsg {

namespace {

bool holds(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool names_finding(std::string_view text) {
  return holds(text, "finding") || holds(text, "_ENV");
}

// A literal in quotes that nothing is joined to.
bool begins_with_literal(std::string_view text) {
  if (text.empty() || (text.front() != '"' && text.front() != '\'')) return false;
  const std::size_t end = text.find(text.front(), 1);
  if (end == std::string_view::npos) return false;
  text.remove_prefix(end + 1);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  return !text.starts_with("..");
}

// Whether every `require` is followed by a module's name in quotes, so that the text tells what it takes.
bool requires_plainly(std::string_view text) {
  constexpr std::string_view word = "require";
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    std::string_view rest = text.substr(at + word.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" ("), rest.size()));
    if (!begins_with_literal(rest)) return false;
  }
  return true;
}

// Follows what one rule requires.
class Reader {
 public:
  Reader(const Pack& pack, const RuleSource& rule) : pack_(pack) { read(rule); }

  bool may_list() {
    while (!waiting_.empty()) {
      const RuleSource& source = *waiting_.back();
      waiting_.pop_back();
      if (names_finding(source.text)) return true;
      take_modules(source);
    }
    return false;
  }

 private:
  void read(const RuleSource& source) {
    if (seen_.insert(&source).second) waiting_.push_back(&source);
  }
  void take_modules(const RuleSource& source) {
    const bool plain = requires_plainly(source.text);
    for (const RuleSource& module : pack_.rules) {
      if (!module.is_module) continue;
      if (!plain || holds(source.text, module_name(module, source.domain))) read(module);
    }
  }

  const Pack& pack_;
  std::set<const RuleSource*> seen_ = {};
  std::vector<const RuleSource*> waiting_ = {};
};

}  // namespace

std::set<std::string, std::less<>> rules_that_may_list(const Pack& pack) {
  std::set<std::string, std::less<>> names;
  for (const RuleSource& rule : pack.rules) {
    if (!rule.is_module && Reader(pack, rule).may_list()) names.insert(rule.domain + "/" + rule.id);
  }
  return names;
}

}  // namespace tsg
