// SPDX-License-Identifier: MIT
#include "tools/check_scope.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "engine/checker/causes.h"
#include "engine/checker/draft_doubts.h"
#include "engine/checker/guide_check.h"
#include "engine/checker/seen_rules.h"
#include "engine/checker/translation_check.h"
#include "engine/diagnostics/article_codes.h"
#include "engine/loader/article_files.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "tools/facts_shelf.h"
#include "tools/scenario_run.h"

namespace tsg {

namespace {

namespace fs = std::filesystem;

Diagnostic unreadable(const std::string& path, const HostError& error) {
  return make_diagnostic(codes::article_unreadable, {.file = path}, error.message, error.help);
}

std::string below(const std::string& folder, const std::string& path) {
  return folder == "." || folder.empty() ? path : folder.ends_with('/') ? folder + path : folder + "/" + path;
}

void add_folder(CheckScope& scope, const std::string& folder) {
  const ArticleFiles files = find_articles(folder);
  for (const HostError& error : files.unreadable) scope.problems.push_back(unreadable(folder, error));
  if (files.too_many) {
    scope.problems.push_back(
        unreadable(folder, {fmt::format("the folder holds more than {} articles", limits::pack_files),
                            "check its parts one by one"}));
  }
  std::vector<std::string> excluded;
  if (has_file(folder, "tsg.toml")) {
    scope.packs.push_back(folder);
    excluded = read_settings(folder).pack.check_excluded;
  }
  for (const std::string& path : files.paths) {
    const bool left_out = std::any_of(excluded.begin(), excluded.end(), [&path](const std::string& prefix) {
      return path.starts_with(prefix);
    });
    if (!left_out) scope.articles.push_back(below(folder, path));
  }
}

void read_levels(CheckScope& scope, const std::string& start) {
  const Result<std::string> root = find_pack_root(start);
  if (!root) return;
  for (const auto& [rule, word] : read_settings(root.value()).pack.check_levels) {
    if (const auto level = rule_level(word)) scope.settings.levels.emplace(rule, *level);
  }
}

// What the rules of a guide do over the facts of its scenarios.
Diagnostics check_scenarios(const Pack& pack, const Guide& guide, const Contracts& contracts,
                            RuleRunner& rules) {
  Diagnostics diagnostics;
  const std::vector<Scenario> scenarios = read_scenarios(pack.root, guide.id, diagnostics);
  const Catalogue* catalogue = pack.catalogue(guide.domain);
  if (scenarios.empty() || catalogue == nullptr) return diagnostics;
  SeenRules seen(pack, guide, contracts, rules);
  FactsShelf shelf(*catalogue, pack.root);
  for (const Scenario& scenario : scenarios) {
    const FactsLoading& facts = shelf.facts_of(scenario);
    if (!facts.refused) seen.look_at({scenario.id, {.file = scenario.file}}, facts.facts);
  }
  append(diagnostics, seen.finish());
  return diagnostics;
}

// Also of guides that are broken: a draft often is.
Diagnostics doubts_of(const Pack& pack) {
  Diagnostics diagnostics;
  for (const Guide& guide : pack.guides) {
    const Result<std::string> text = read_file(pack.root + "/" + guide.file, limits::toml_bytes);
    if (text) append(diagnostics, check_doubts(guide.file, text.value()));
  }
  return diagnostics;
}

}  // namespace

CheckScope scope_of(const std::vector<std::string>& paths) {
  CheckScope scope;
  std::vector<std::string> given = paths;
  if (given.empty()) given.emplace_back(".");
  std::error_code error;
  for (const std::string& path : given) {
    if (fs::is_directory(path, error)) {
      add_folder(scope, path);
    } else {
      scope.articles.push_back(path);
    }
  }
  const std::string& first = given.front();
  const std::string parent = fs::path(first).parent_path().string();
  read_levels(scope, fs::is_directory(first, error) ? first : parent.empty() ? "." : parent);
  return scope;
}

Diagnostics check_pack(const std::string& root) {
  PackReading reading = read_pack(root);
  Diagnostics diagnostics = std::move(reading.diagnostics);
  RuleCompilation rules = compile_rules(reading.pack.rules, reading.pack.catalogues, {});
  append(diagnostics, rules.diagnostics);
  drop_consequences(diagnostics);
  const Contracts contracts = contracts_of(reading.pack, rules.engine);
  const std::set<std::string> waiting = waiting_guides(reading.pack, diagnostics);
  append(diagnostics, tell_waiting(reading.pack, diagnostics));
  append(diagnostics, check_guides(reading.pack, contracts, waiting));
  for (const Guide& guide : reading.pack.guides) {
    if (waiting.count(guide.id) > 0) continue;
    append(diagnostics, check_scenarios(reading.pack, guide, contracts, rules.engine));
  }
  append(diagnostics, doubts_of(reading.pack));
  append(diagnostics, check_translations(reading.pack));
  // What an article's own check says already.
  std::erase_if(diagnostics, [](const Diagnostic& each) {
    return each.place.file.ends_with(".md") && each.code.id.starts_with("TSG1");
  });
  for (Diagnostic& each : diagnostics) {
    if (!each.place.file.empty()) each.place.file = below(root, each.place.file);
    for (Note& note : each.notes) {
      if (!note.place.file.empty()) note.place.file = below(root, note.place.file);
    }
  }
  return diagnostics;
}

std::vector<FileFindings> findings_of(const std::vector<CheckedArticle>& articles,
                                      std::vector<Diagnostics> found, const Diagnostics& of_packs) {
  std::vector<FileFindings> files;
  std::map<std::string, std::size_t> places;
  files.reserve(articles.size());
  for (std::size_t i = 0; i < articles.size(); ++i) {
    places.emplace(articles[i].path, files.size());
    files.push_back({articles[i].path, std::move(found[i])});
  }
  for (const Diagnostic& each : of_packs) {
    const auto [place, fresh] = places.emplace(each.place.file, files.size());
    if (fresh) files.push_back({each.place.file, {}});
    Diagnostics& known = files[place->second].diagnostics;
    if (std::find(known.begin(), known.end(), each) == known.end()) known.push_back(each);
  }
  return files;
}

}  // namespace tsg
