// SPDX-License-Identifier: MIT
#include "tools/list.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/lua/rule_engine.h"
#include "engine/text/json_writer.h"
#include "engine/text/visible.h"
#include "tools/check_scope.h"

namespace tsg {

namespace {

// Columns with a name each, and rows of as many cells.
struct Table {
  std::vector<std::string> columns = {};
  std::vector<std::vector<std::string>> rows = {};
};

std::string as_json(const Table& table) {
  JsonWriter json(2);
  json.begin_array();
  for (const auto& row : table.rows) {
    json.begin_object();
    for (std::size_t i = 0; i < row.size(); ++i) json.member(table.columns[i], row[i]);
    json.end_object();
  }
  return json.end_array().take() + '\n';
}

// The last column is not padded.
std::string as_text(const Table& table) {
  constexpr std::size_t widest = 60;
  std::vector<std::size_t> widths;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    std::size_t width = table.columns[i].size();
    for (const auto& row : table.rows) width = std::max(width, std::min(visible(row[i]).size(), widest));
    widths.push_back(width);
  }
  const auto line = [&widths](const std::vector<std::string>& cells) {
    std::string text;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string shown = visible(cells[i]);
      text += i + 1 == cells.size() ? shown : fmt::format("{:<{}}  ", shown, widths[i]);
    }
    return text + '\n';
  };
  std::string text = line(table.columns);
  for (const auto& row : table.rows) text += line(row);
  return text;
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) line += c == '\n' || c == '\r' ? ' ' : c;
  return line;
}

Table articles_of(const std::vector<CheckedArticle>& articles) {
  Table table{{"articleId", "selfHelpType", "clouds", "path", "title"}, {}};
  for (const CheckedArticle& each : articles) {
    const auto value = [&each](std::string_view key) {
      return one_line(each.article.property(key).value_or(""));
    };
    table.rows.push_back({value("articleId"), value("selfHelpType"), value("cloudEnvironments"), each.path,
                          one_line(each.article.title())});
  }
  return table;
}

Table placeholders_of(const std::vector<CheckedArticle>& articles) {
  std::map<std::string, std::pair<std::set<std::string>, std::size_t>> names;  // -> articles, uses
  for (const CheckedArticle& each : articles) {
    for (const Placeholder& placeholder : each.article.placeholders) {
      auto& [paths, uses] = names[placeholder.name];
      paths.insert(each.path);
      ++uses;
    }
  }
  Table table{{"placeholder", "uses", "articles", "first"}, {}};
  for (const auto& [name, found] : names) {
    table.rows.push_back(
        {name, std::to_string(found.second), std::to_string(found.first.size()), *found.first.begin()});
  }
  return table;
}

Table guides_of(const Pack& pack) {
  Table table{{"guide", "version", "steps", "checks", "outcomes", "title"}, {}};
  for (const Guide& guide : pack.guides) {
    table.rows.push_back({guide.id, guide.version, std::to_string(guide.steps.size()),
                          std::to_string(guide.checks.size()), std::to_string(guide.outcomes.size()),
                          guide.title});
  }
  return table;
}

Table rules_of(const Pack& pack) {
  const RuleCompilation compiled = compile_rules(pack.rules, pack.catalogues, {});
  Table table{{"rule", "answers", "reads", "file"}, {}};
  for (const RuleSource& source : pack.rules) {
    if (source.is_module) continue;
    const std::string name = source.domain + "/" + source.id;
    const RuleContract* contract = compiled.engine.contract(name);
    const std::string answers =
        contract == nullptr ? "" : fmt::format("{}", fmt::join(contract->answers, ", "));
    const std::string reads = contract == nullptr ? "" : fmt::format("{}", fmt::join(contract->reads, ", "));
    table.rows.push_back({name, answers, reads, source.file});
  }
  return table;
}

Table facts_of(const Pack& pack) {
  Table table{{"domain", "fact", "type", "class", "gathered by"}, {}};
  for (const Catalogue& catalogue : pack.catalogues) {
    for (const CatalogueNode& node : catalogue.nodes) {
      if (node.path.empty() || (!node.declared && is_container(node.type))) continue;
      const CatalogueDocument& document = catalogue.documents[node.document];
      table.rows.push_back(
          {catalogue.domain, node.path, fmt::format("{}{}", name_of(node.type), node.required ? "" : "?"),
           std::string(name_of(node.data_class)), fmt::format("{}", fmt::join(document.gather, " "))});
    }
  }
  return table;
}

bool of_articles(ListedKind kind) {
  return kind == ListedKind::Articles || kind == ListedKind::Placeholders;
}

}  // namespace

ExitCode list(const ListCommand& command, const Console& console) {
  Table table;
  if (of_articles(command.kind)) {
    const CheckScope scope = scope_of(command.paths);
    console.say(scope.problems);
    const std::vector<CheckedArticle> articles = check_files(scope.articles, 2);
    table = command.kind == ListedKind::Articles ? articles_of(articles) : placeholders_of(articles);
  } else {
    const Result<std::string> root = find_pack_root(command.pack);
    if (!root) {
      console.say(root.error());
      return ExitCode::Usage;
    }
    const PackReading reading = read_pack(root.value());
    if (command.kind == ListedKind::Guides) table = guides_of(reading.pack);
    if (command.kind == ListedKind::Rules) table = rules_of(reading.pack);
    if (command.kind == ListedKind::Facts) table = facts_of(reading.pack);
  }
  return console.deliver(command.format == ListFormat::Json ? as_json(table) : as_text(table), "");
}

}  // namespace tsg
