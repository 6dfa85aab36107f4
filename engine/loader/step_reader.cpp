// SPDX-License-Identifier: MIT
#include "engine/loader/step_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/edge_reader.h"

namespace tsg {

namespace {

void read_next(TomlDocument& document, const toml::table& next, Step& step) {
  for (const TomlEntry& entry : entries_in_order(next)) {
    check_id(document, *entry.key, "option");
    const auto edge = read_edge(document, std::string(entry.name()), entry);
    if (!edge) continue;
    step.next.push_back(*edge);
    step.options.push_back({edge->option, {}, {}});
  }
}

std::optional<Edge>* edge_slot(Step& step, std::string_view name) {
  if (name == "unknown") return &step.on_unknown;
  if (name == "not-applicable") return &step.on_not_applicable;
  if (name == "no-subjects") return &step.on_no_subjects;
  return nullptr;
}

void read_on(TomlDocument& document, const toml::table& on, Step& step) {
  for (const TomlEntry& entry : entries_in_order(on)) {
    if (std::optional<Edge>* slot = edge_slot(step, entry.name())) {
      *slot = read_edge(document, fmt::format("on.{}", entry.name()), entry);
      continue;
    }
    document.report(codes::guide_member, entry.key->source(), fmt::format("`on.{}` is no edge", entry.name()),
                    "write on.unknown, on.not-applicable or on.no-subjects");
  }
}

// `legacy.yes = "Yes"`, or a list of texts.
void read_legacy(TomlDocument& document, const toml::table& legacy, Step& step) {
  for (const TomlEntry& entry : entries_in_order(legacy)) {
    const auto option = std::find_if(step.options.begin(), step.options.end(),
                                     [&entry](const Option& each) { return each.id == entry.name(); });
    if (option == step.options.end()) {
      document.report(codes::unused_option_text, entry.key->source(),
                      fmt::format("step `{}` has no option `{}`", step.id, entry.name()),
                      "name an option that `next` has");
      continue;
    }
    if (const auto text = entry.value->value_exact<std::string>()) {
      option->legacy = {*text};
    } else {
      option->legacy = document.strings_of(legacy, entry.name()).value_or(std::vector<std::string>());
    }
  }
}

std::optional<InputType> input_type_named(std::string_view name) {
  if (name == "string") return InputType::String;
  if (name == "integer") return InputType::Integer;
  if (name == "boolean") return InputType::Boolean;
  if (name == "date-time") return InputType::DateTime;
  return std::nullopt;
}

// `BackendPool = "string"`, or a list of the texts to choose from.
void read_inputs(TomlDocument& document, const toml::table& inputs, Step& step) {
  for (const TomlEntry& entry : entries_in_order(inputs)) {
    Input input;
    input.name = std::string(entry.name());
    if (entry.value->is_array()) {
      input.type = InputType::Choice;
      input.choices = document.strings_of(inputs, entry.name()).value_or(std::vector<std::string>());
      step.inputs.push_back(std::move(input));
      continue;
    }
    const auto type = input_type_named(entry.value->value_or(std::string_view()));
    if (!type) {
      document.report(codes::guide_member, entry.value->source(),
                      fmt::format("input `{}` has no type that is known", input.name),
                      "write \"string\", \"integer\", \"boolean\", \"date-time\" or a list of choices");
      continue;
    }
    input.type = *type;
    step.inputs.push_back(std::move(input));
  }
}

void check_edges(TomlDocument& document, const toml::key& key, const Step& step) {
  if (step.next.empty()) {
    document.report(codes::step_without_edges, key.source(), fmt::format("step `{}` leads nowhere", step.id),
                    "add `next.yes = \"...\"`, a line for each option");
  }
  if (step.for_each.empty() || step.on_no_subjects) return;
  document.report(
      codes::no_subjects_missing, key.source(),
      fmt::format("step `{}` forks with `for-each`, and nothing says where to go without subjects", step.id),
      "add `on.no-subjects = \"...\"`");
}

}  // namespace

Step read_step(TomlDocument& document, const TomlEntry& entry, std::string_view domain) {
  const toml::table& table = *entry.value->as_table();
  Step step;
  step.id = std::string(entry.name());
  step.place = document.place(entry.key->source());
  check_id(document, *entry.key, "step");
  step.rule = complete_rule_name(document.string_of(table, "rule").value_or(""), domain);
  step.for_each = complete_rule_name(document.string_of(table, "for-each").value_or(""), domain);
  step.question_id = document.string_of(table, "question-id").value_or("");
  if (const toml::table* next = document.table_of(table, "next")) read_next(document, *next, step);
  if (const toml::table* on = document.table_of(table, "on")) read_on(document, *on, step);
  if (const toml::table* legacy = document.table_of(table, "legacy")) read_legacy(document, *legacy, step);
  if (const toml::table* inputs = document.table_of(table, "inputs")) read_inputs(document, *inputs, step);
  document.report_unknown_keys(table, {"rule", "for-each", "question-id", "next", "on", "legacy", "inputs"},
                               fmt::format("step `{}`", step.id));
  check_edges(document, *entry.key, step);
  return step;
}

}  // namespace tsg
