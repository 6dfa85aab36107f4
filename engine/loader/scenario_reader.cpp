// SPDX-License-Identifier: MIT
#include "engine/loader/scenario_reader.h"

#include <fmt/format.h>

#include <filesystem>
#include <sstream>

#include "engine/diagnostics/scenario_codes.h"
#include "engine/evaluator/answer_text.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/toml_document.h"

namespace tsg {

namespace {

// Reads one scenario; what is wrong is reported into the document.
class ScenarioReader {
 public:
  ScenarioReader(TomlDocument& document, Scenario& scenario) : document_(document), scenario_(scenario) {}

  void read() {
    const toml::table& root = document_.root();
    scenario_.title = document_.string_of(root, "title").value_or("");
    scenario_.now = document_.string_of(root, "now").value_or("");
    scenario_.without = texts(root, "without").value_or(std::vector<std::string>());
    read_facts(root);
    if (const toml::table* answers = document_.table_of(root, "answers")) read_answers(*answers);
    if (const toml::table* inputs = document_.table_of(root, "inputs")) read_inputs(*inputs);
    document_.report_unknown_keys(
        root, {"format", "title", "facts", "without", "documents", "now", "answers", "inputs", "expect"},
        "a scenario");
    if (const toml::table* expect = document_.table_of(root, "expect")) return read_expectation(*expect);
    complain(root, "the scenario expects nothing", "add `[expect]` with what must come out");
  }

 private:
  void complain(const toml::node& node, std::string message, std::string help) {
    document_.report(codes::scenario_member, node.source(), std::move(message), std::move(help));
  }

  std::optional<std::vector<std::string>> texts(const toml::table& table, std::string_view key) {
    return document_.strings_of(table, key);
  }

  void keep_place(std::string name, const toml::node& node) {
    scenario_.expect.places.emplace(std::move(name), document_.place(node.source()));
  }

  // A list of [expect], with its place and that of each item.
  std::optional<std::vector<std::string>> expected_texts(const toml::table& expect, std::string_view key) {
    const toml::node* list = expect.get(key);
    if (list == nullptr) return std::nullopt;
    keep_places(std::string(key), *list);
    return texts(expect, key);
  }

  // Of a list and of each item.
  void keep_places(const std::string& name, const toml::node& list) {
    keep_place(name, list);
    const toml::array* items = list.as_array();
    if (items == nullptr) return;
    for (std::size_t at = 0; at < items->size(); ++at)
      keep_place(fmt::format("{}.{}", name, at), (*items)[at]);
  }

  void read_facts(const toml::table& root) {
    if (const auto facts = document_.string_of(root, "facts")) {
      const auto folder = std::filesystem::path(scenario_.file).parent_path();
      scenario_.facts = (folder / *facts).lexically_normal().generic_string();
    }
    const toml::table* documents = document_.table_of(root, "documents");
    if (documents == nullptr) return;
    std::ostringstream json;
    json << toml::json_formatter{*documents};
    scenario_.documents = json.str();
  }

  void read_answers(const toml::table& answers) {
    for (const TomlEntry& entry : entries_in_order(answers)) {
      const toml::table* reasoned = entry.value->as_table();
      const auto option = reasoned == nullptr ? entry.value->value_exact<std::string>()
                                              : document_.string_of(*reasoned, "option");
      auto parsed = parse_answer(fmt::format("{}={}", entry.name(), option.value_or("")));
      auto* answer = std::get_if<GivenAnswer>(&parsed);
      if (answer == nullptr) {
        const auto& unreadable = std::get<UnreadableText>(parsed);
        complain(*entry.value, unreadable.message, unreadable.help);
        continue;
      }
      if (reasoned != nullptr) answer->reason = document_.string_of(*reasoned, "reason").value_or("");
      scenario_.answers.answers.push_back(std::move(*answer));
    }
  }

  Value value_of(const toml::node& node) {
    if (const auto text = node.value_exact<std::string>()) return *text;
    if (const auto integer = node.value_exact<std::int64_t>()) return *integer;
    if (const auto number = node.value_exact<double>()) return *number;
    if (const auto truth = node.value_exact<bool>()) return *truth;
    const toml::array* array = node.as_array();
    if (array == nullptr) {
      complain(node, fmt::format("a value is {}", kind_of(node)),
               "write a string, a number, true, false or a list of strings");
      return {};
    }
    std::vector<std::string> list;
    for (const toml::node& item : *array) list.push_back(item.value_or(std::string()));
    return list;
  }

  void read_inputs(const toml::table& inputs) {
    for (const TomlEntry& entry : entries_in_order(inputs)) {
      const toml::table* step = document_.table_of(inputs, entry.name());
      if (step == nullptr) continue;
      for (const TomlEntry& input : entries_in_order(*step)) {
        scenario_.answers.inputs.push_back(
            {std::string(entry.name()), std::string(input.name()), value_of(*input.value)});
      }
    }
  }

  // Plain values belong to the only outcome, tables to the outcome they name.
  void read_values(const toml::table& values) {
    for (const TomlEntry& entry : entries_in_order(values)) {
      const toml::table* outcome = entry.value->as_table();
      if (outcome == nullptr) {
        read_value("", entry);
        continue;
      }
      scenario_.expect.values[std::string(entry.name())] = {};
      keep_place(fmt::format("values.{}", entry.name()), *entry.value);
      for (const TomlEntry& value : entries_in_order(*outcome)) read_value(entry.name(), value);
    }
  }

  void read_value(std::string_view outcome, const TomlEntry& entry) {
    keep_place(fmt::format("values.{}.{}", outcome, entry.name()), *entry.value);
    scenario_.expect.values[std::string(outcome)][std::string(entry.name())] = value_of(*entry.value);
  }

  void read_lists(const toml::table& expect, const std::string& key,
                  std::map<std::string, std::vector<std::string>>& lists) {
    const toml::table* table = document_.table_of(expect, key);
    if (table == nullptr) return;
    for (const TomlEntry& entry : entries_in_order(*table)) {
      keep_places(fmt::format("{}.{}", key, entry.name()), *entry.value);
      lists[std::string(entry.name())] = texts(*table, entry.name()).value_or(std::vector<std::string>());
    }
  }

  void read_expectation(const toml::table& expect) {
    Expectation& expected = scenario_.expect;
    const std::vector<std::string> none;
    keep_place("expect", expect);
    expected.path = expected_texts(expect, "path");
    expected.outcomes = expected_texts(expect, "outcomes");
    expected.provisional = expected_texts(expect, "provisional").value_or(none);
    expected.open = expected_texts(expect, "open");
    expected.needs = expected_texts(expect, "needs").value_or(none);
    expected.rendered = expected_texts(expect, "rendered").value_or(none);
    expected.not_rendered = expected_texts(expect, "not-rendered").value_or(none);
    read_lists(expect, "paths", expected.paths);
    read_lists(expect, "checks", expected.checks);
    if (const toml::table* values = document_.table_of(expect, "values")) read_values(*values);
    document_.report_unknown_keys(expect,
                                  {"path", "paths", "outcomes", "provisional", "open", "needs", "values",
                                   "checks", "rendered", "not-rendered"},
                                  "[expect]");
    if (expect.empty()) complain(expect, "[expect] expects nothing", "name a path, outcomes or values");
  }

  TomlDocument& document_;
  Scenario& scenario_;
};

}  // namespace

ScenarioReading read_scenario(const std::string& file, std::string_view bytes) {
  ScenarioReading reading;
  reading.scenario.file = file;
  reading.scenario.id = stem_of(file);
  reading.scenario.place = {file, {}, 1, 1};
  TomlDocument document(file, bytes);
  if (document.readable()) ScenarioReader(document, reading.scenario).read();
  reading.diagnostics = std::move(document).take_diagnostics();
  return reading;
}

}  // namespace tsg
