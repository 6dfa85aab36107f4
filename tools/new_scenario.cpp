// SPDX-License-Identifier: MIT
// A scenario that expects what the guide makes of its facts and answers now.
#include <fmt/format.h>

#include <filesystem>

#include "engine/evaluator/answer_text.h"
#include "engine/evaluator/check_answers.h"
#include "engine/loader/pack_files.h"
#include "engine/tsg.h"
#include "tools/new_names.h"
#include "tools/new_plan.h"
#include "tools/recorded_scenario.h"

namespace tsg {

namespace {

namespace fs = std::filesystem;

HostError first_error(const Diagnostics& diagnostics, std::string_view what) {
  for (const Diagnostic& each : diagnostics) {
    if (each.severity == Severity::Error)
      return {
          fmt::format("{}: {}", each.place.file.empty() ? std::string(what) : each.place.file, each.message),
          each.help};
  }
  return {std::string(what), ""};
}

Result<Answers> answers_of(const std::vector<std::string>& texts, const GuideResolver& resolver) {
  Answers answers;
  for (const std::string& text : texts) {
    auto parsed = parse_answer(text);
    if (const auto* unreadable = std::get_if<UnreadableText>(&parsed)) {
      return HostError{unreadable->message, unreadable->help};
    }
    answers.answers.push_back(std::get<GivenAnswer>(parsed));
  }
  const Diagnostics wrong = check_answers(resolver.pack(), resolver.guide(), answers);
  if (has_error(wrong)) return first_error(wrong, "an answer");
  return answers;
}

// Facts as a scenario in `folder` names them: they lie in the pack.
Result<std::string> relative_facts(const std::string& root, const std::string& folder,
                                   const std::string& facts) {
  if (facts.empty()) return std::string();
  std::error_code error;
  const fs::path in_pack = fs::proximate(fs::absolute(facts, error), fs::absolute(root, error), error);
  if (error || in_pack.empty() || *in_pack.begin() == "..") {
    return HostError{fmt::format("`{}` does not lie in the pack", facts),
                     "put the facts beside the guide, as in guides/GUIDE/facts/"};
  }
  return fs::path(in_pack).lexically_relative(folder).generic_string();
}

}  // namespace

Result<NewPlan> plan_scenario(const NewCommand& command) {
  const Result<NamePair> names = pair_of(command.name, "GUIDE/SCENARIO");
  if (!names) return names.error();
  const auto& [guide, id] = names.value();
  const Result<std::string> title = title_or(command.title, id);
  if (!title) return title.error();
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return root.error();
  GuideOpening opening = open_guide(root.value(), guide);
  if (!opening.resolver) return first_error(opening.diagnostics, "the guide cannot be read");
  const Result<Answers> answers = answers_of(command.answers, *opening.resolver);
  if (!answers) return answers.error();
  const std::string folder = fmt::format("guides/{}/scenarios", guide);
  const Result<std::string> facts_path = relative_facts(root.value(), folder, command.facts);
  if (!facts_path) return facts_path.error();
  std::vector<std::string> sources;
  if (!command.facts.empty()) sources.push_back(command.facts);
  const FactsLoading facts =
      load_facts(opening.resolver->catalogue(), {.sources = sources, .now = command.now});
  if (facts.refused) return first_error(facts.diagnostics, "the facts cannot be read");
  const Resolution resolution = opening.resolver->resolve(facts.facts, answers.value(), Trace::Off);
  if (!resolution.errors.empty()) return HostError{resolution.errors.front(), "mend the rule first"};
  const std::string path = fmt::format("{}/{}.toml", folder, id);
  const std::string text = scenario_text(
      {.title = title.value(), .facts = facts_path.value(), .now = command.now, .answers = answers.value()},
      resolution);
  return NewPlan{.root = root.value(),
                 .made = {{path, text}},
                 .changed = {},
                 .scenarios = {},
                 .next = {fmt::format("read {}: it holds what the guide says now, right or wrong", path)}};
}

}  // namespace tsg
