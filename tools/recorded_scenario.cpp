// SPDX-License-Identifier: MIT
#include "tools/recorded_scenario.h"

#include <fmt/format.h>

#include <set>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

using Names = std::vector<std::string>;

// As a TOML string.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : with_replacements(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string list_of(const Names& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + quoted(name);
  return "[" + list + "]";
}

std::string with_subject(const std::string& name, const std::string& subject) {
  return subject.empty() ? name : fmt::format("{}[{}]", name, subject);
}

// Steps in the order of the walk, when it never forks.
Names path_of(const Resolution& resolution) {
  Names path;
  for (const Visit& visit : resolution.visits) {
    if (!visit.subjects.empty()) return {};
    path.push_back(visit.step);
  }
  return path;
}

Names outcomes_of(const Resolution& resolution, bool only_provisional) {
  std::set<std::string> names;
  for (const ReachedOutcome& outcome : resolution.outcomes) {
    if (only_provisional && !outcome.provisional) continue;
    const bool own = outcome.target.kind == TargetKind::Outcome;
    names.insert(with_subject(own ? outcome.target.id : to_text(outcome.target), outcome.subject));
  }
  return {names.begin(), names.end()};
}

Names open_of(const Resolution& resolution) {
  std::set<std::string> names;
  for (const OpenQuestion& question : resolution.open)
    names.insert(with_subject(question.step, question.subject));
  return {names.begin(), names.end()};
}

std::string answers_text(const Answers& answers) {
  std::string text;
  for (const GivenAnswer& answer : answers.answers) {
    text +=
        fmt::format("{} = {}\n", quoted(with_subject(answer.step, answer.subject)), quoted(answer.option));
  }
  return text.empty() ? "" : "\n[answers]\n" + text;
}

}  // namespace

std::string scenario_text(const RecordedScenario& scenario, const Resolution& resolution) {
  std::string text = fmt::format(
      "# What the guide says now, written down by `tsg new scenario`: read it, and mend what should be "
      "otherwise.\n"
      "format = 1\ntitle = {}\n",
      quoted(scenario.title));
  if (!scenario.facts.empty()) text += fmt::format("facts = {}\n", quoted(scenario.facts));
  if (!scenario.now.empty()) text += fmt::format("now = {}\n", quoted(scenario.now));
  text += answers_text(scenario.answers) + "\n[expect]\n";
  const Names path = path_of(resolution);
  if (!path.empty()) text += fmt::format("path = {}\n", list_of(path));
  text += fmt::format("outcomes = {}\n", list_of(outcomes_of(resolution, false)));
  const Names provisional = outcomes_of(resolution, true);
  if (!provisional.empty()) text += fmt::format("provisional = {}\n", list_of(provisional));
  return text + fmt::format("open = {}\n", list_of(open_of(resolution)));
}

}  // namespace tsg
