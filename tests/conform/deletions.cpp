// SPDX-License-Identifier: MIT
// Kind `deletions FILE [GUIDE]`: no missing fact may become a wrong answer.
//
// For every scenario of the file, every top-level document and every object member on an evidence path is
// deleted in turn and the guide resolved again. Each verdict must be the same, or Unknown naming what was
// deleted, or not reached because of such an Unknown; an outcome that was not there before must be
// provisional. Only a path whose catalogue entry cites a page on what its absence means may do otherwise; a
// top-level document never.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <tuple>

#include "tests/conform/guide_bench.h"
#include "tests/conform/kind.h"
#include "tests/conform/scenario_file.h"

namespace tsg::conform {

namespace {

using Json = nlohmann::ordered_json;

// "guide step [subject]", or "check id": what a verdict was about. A fork's verdict has its own key.
using Asked = std::tuple<std::string, std::string, std::string>;

struct Said {
  Verdict verdict = {};
  std::vector<Asked> above = {};  // what was asked on the way to it
  bool provisional = false;
};

Verdict without_evidence(Verdict verdict) {
  verdict.evidence.clear();
  verdict.rule_line = 0;
  return verdict;
}

std::map<Asked, Said> verdicts_of(const Resolution& resolution) {
  std::map<Asked, Said> said;
  std::vector<std::vector<Asked>> ways;  // by visit: itself and all above it
  for (const Visit& visit : resolution.visits) {
    std::vector<Asked> way = visit.parent == no_visit ? std::vector<Asked>() : ways[visit.parent];
    const Asked step{visit.guide, visit.step, visit.subject};
    const Asked fork{visit.guide, visit.step + " for-each", visit.subject};
    if (visit.fork_verdict) {
      said[fork] = {without_evidence(*visit.fork_verdict), way, visit.provisional};
      way.push_back(fork);
    }
    if (visit.verdict) said[step] = {without_evidence(*visit.verdict), way, visit.provisional};
    way.push_back(step);
    ways.push_back(std::move(way));
  }
  for (const CheckResult& check : resolution.checks) {
    // A check that lists the others has no rule: what each of them says is looked at by itself.
    if (!check.verdict.rule.empty())
      said[{"check", check.check, ""}] = {without_evidence(check.verdict), {}, false};
  }
  return said;
}

bool within(const std::string& path, const std::string& above) {
  return path == above || path.starts_with(above + ".") || path.starts_with(above + "[");
}

// Unknown, and what it needs is the deleted path or something in it.
bool unknown_for(const Verdict& verdict, const std::string& deleted) {
  const auto names = [&deleted](const Need& need) { return within(need.path, deleted); };
  return verdict.kind == VerdictKind::Unknown &&
         (std::any_of(verdict.needs.begin(), verdict.needs.end(), names) ||
          std::any_of(verdict.any_of.begin(), verdict.any_of.end(), names));
}

// Splits "a.b[0].c" at what can be followed in JSON; map keys with dots are found by trying longer keys
// first.
const Json* find_in(const Json& tree, std::string_view path) {
  if (path.empty()) return &tree;
  if (path.front() == '[') {
    const std::size_t close = path.find(']');
    const auto index = static_cast<std::size_t>(std::stoul(std::string(path.substr(1, close - 1))));
    if (!tree.is_array() || index >= tree.size()) return nullptr;
    return find_in(tree[index], path.substr(close + 1));
  }
  if (path.front() == '.') path.remove_prefix(1);
  if (!tree.is_object()) return nullptr;
  for (std::size_t end = path.size();; end = path.find_last_of(".[", end - 1)) {
    if (end == std::string_view::npos) return nullptr;
    const auto member = tree.find(std::string(path.substr(0, end)));
    if (member != tree.end()) return find_in(*member, path.substr(end));
    if (end == 0) return nullptr;
  }
}

// The object members on the way to `path`, outermost first: "a", "a.b", "a.b[0].c".
std::vector<std::string> members_on(const std::string& path, const Json& facts) {
  std::vector<std::string> members;
  for (std::size_t end = path.find_first_of(".[");; end = path.find_first_of(".[", end + 1)) {
    const std::string prefix = path.substr(0, end);
    if (!prefix.ends_with(']') && find_in(facts, prefix) != nullptr) members.push_back(prefix);
    if (end == std::string::npos) return members;
  }
}

void add_evidence(const Verdict& verdict, const Json& facts, std::set<std::string>& paths) {
  for (const Evidence& evidence : verdict.evidence) {
    for (std::string& member : members_on(evidence.path, facts)) paths.insert(std::move(member));
  }
}

std::set<std::string> deletable(const Json& facts, const Resolution& resolution) {
  std::set<std::string> paths;
  for (const auto& [key, unused] : facts.items()) paths.insert(key);
  for (const Visit& visit : resolution.visits) {
    if (visit.verdict) add_evidence(*visit.verdict, facts, paths);
    if (visit.fork_verdict) add_evidence(*visit.fork_verdict, facts, paths);
  }
  for (const CheckResult& check : resolution.checks) add_evidence(check.verdict, facts, paths);
  return paths;
}

Json without(const Json& facts, const std::string& path) {
  Json left = facts;
  const Json* target = find_in(left, path);
  std::function<bool(Json&)> remove = [&](Json& tree) {
    if (tree.is_object()) {
      for (auto it = tree.begin(); it != tree.end(); ++it) {
        if (&*it == target) return tree.erase(it), true;
      }
    }
    if (!tree.is_structured()) return false;
    return std::any_of(tree.begin(), tree.end(), remove);
  };
  remove(left);
  return left;
}

struct Judgement {
  std::set<std::string> problems = {};
  bool unknown = false;
};

// What is wrong with the resolution after `deleted` was deleted.
Judgement judge(const Resolution& before, const Resolution& after, const std::string& deleted) {
  Judgement result;
  const auto said_before = verdicts_of(before);
  const auto said_after = verdicts_of(after);
  const auto excused = [&](const std::vector<Asked>& above) {
    return std::any_of(above.begin(), above.end(), [&](const Asked& asked) {
      const auto now = said_after.find(asked);
      return now != said_after.end() && unknown_for(now->second.verdict, deleted);
    });
  };
  for (const auto& [asked, said] : said_before) {
    const auto now = said_after.find(asked);
    const std::string name =
        fmt::format("{} {} {}", std::get<0>(asked), std::get<1>(asked), std::get<2>(asked));
    if (now == said_after.end()) {
      if (!excused(said.above))
        result.problems.insert(name + ": not reached, and no Unknown above names the deleted path");
      continue;
    }
    if (now->second.verdict == said.verdict) continue;
    result.unknown = true;
    if (!unknown_for(now->second.verdict, deleted)) {
      const Verdict& verdict = now->second.verdict;
      result.problems.insert(
          fmt::format("{}: {} {} became {} {} {}", name, name_of(said.verdict.kind), said.verdict.option,
                      name_of(verdict.kind), verdict.option,
                      verdict.needs.empty() ? verdict.message : verdict.needs.front().path));
    }
  }
  for (const auto& [asked, said] : said_after) {
    if (said_before.count(asked) == 0 && !said.provisional && !excused(said.above)) {
      result.problems.insert(
          fmt::format("{} {}: asked only now, and not provisional", std::get<1>(asked), std::get<2>(asked)));
    }
  }
  for (const ReachedOutcome& outcome : after.outcomes) {
    const bool known =
        std::any_of(before.outcomes.begin(), before.outcomes.end(), [&outcome](const ReachedOutcome& each) {
          return each.guide == outcome.guide && each.target == outcome.target &&
                 each.subject == outcome.subject;
        });
    if (known || (outcome.provisional && !after.open.empty())) continue;
    result.problems.insert(fmt::format("outcome {} [{}] appears and is not provisional",
                                       to_text(outcome.target), outcome.subject));
  }
  return result;
}

std::string citation_for(const Catalogue& catalogue, const std::string& path) {
  const NodeIndex node = catalogue.find(path);
  if (node == no_node || path.find_first_of(".[") == std::string::npos) return {};
  const CatalogueNode& entry = catalogue.node(node);
  return entry.absent.empty() || entry.see.empty() ? std::string()
                                                   : fmt::format("{} ({})", entry.see, entry.absent);
}

struct DeletionCount {
  int deletions = 0;
  int same = 0;
  int unknown = 0;
  int exempt = 0;
  int failed = 0;
};

void run_one(GuideBench& bench, const Json& facts, const std::string& name, DeletionCount& tally,
             std::map<std::string, int>& citations) {
  const Resolution before = bench.resolve(facts);
  for (const std::string& path : deletable(facts, before)) {
    ++tally.deletions;
    const Judgement result = judge(before, bench.resolve(without(facts, path)), path);
    if (result.problems.empty()) {
      ++(result.unknown ? tally.unknown : tally.same);
      continue;
    }
    const std::string citation = citation_for(bench.resolver().catalogue(), path);
    if (!citation.empty()) {
      ++tally.exempt;
      ++citations[fmt::format("{}: {}",
                              bench.resolver().catalogue().node(bench.resolver().catalogue().find(path)).path,
                              citation)];
      continue;
    }
    ++tally.failed;
    fmt::print("FAIL {} without {}\n", name, path);
    for (const std::string& problem : result.problems) fmt::print("  {}\n", problem);
  }
}

}  // namespace

int run_deletions(const Arguments& arguments) {
  GuideBench bench(TSG_SOURCE_DIR,
                   arguments.paths.size() > 1 ? arguments.paths[1] : "application-gateway-502");
  DeletionCount tally;
  std::map<std::string, int> citations;
  const Json file = read_json(arguments.paths.at(0));
  for (const Json& scenario : file["scenarios"])
    run_one(bench, scenario["facts"], scenario["id"], tally, citations);
  for (const auto& [citation, count] : citations) fmt::print("exempt {} times: {}\n", count, citation);
  fmt::print("{} deletions: {} same, {} unknown, {} exempt\n", tally.deletions, tally.same, tally.unknown,
             tally.exempt);
  fmt::print("{} passed, {} failed\n", tally.deletions - tally.failed, tally.failed);
  return tally.failed == 0 && tally.deletions > 0 ? 0 : 1;
}

}  // namespace tsg::conform
