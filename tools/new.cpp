// SPDX-License-Identifier: MIT
#include "tools/new.h"

#include <fmt/format.h>

#include "tools/new_plan.h"

namespace tsg {

namespace {

Result<NewPlan> plan_of(const NewCommand& command) {
  switch (command.kind) {
    case NewKind::Pack:
      return plan_pack(command);
    case NewKind::Guide:
      return plan_guide(command);
    case NewKind::Step:
      return plan_step(command);
    case NewKind::Rule:
      return plan_rule(command);
    case NewKind::Article:
      return plan_article(command);
    case NewKind::Scenario:
      return plan_scenario(command);
  }
  return HostError{};
}

std::string lines_of(std::string_view verb, const std::vector<std::string>& paths) {
  std::string lines;
  for (const std::string& path : paths) lines += fmt::format("{} {}\n", verb, path);
  return lines;
}

// Writes what was planned and adds the lines that tell of it.
ExitCode carry_out(const NewPlan& plan, std::string& told, const Console& console) {
  if (const auto path = first_there(plan.root, plan.made)) {
    console.say(HostError{fmt::format("`{}` is there already: nothing was written", *path),
                          "choose another name, or remove it first"});
    return ExitCode::Usage;
  }
  const auto made = write_files(plan.root, plan.made);
  if (!made) return console.say(made.error()), ExitCode::Machine;
  const auto changed = write_files(plan.root, plan.changed);
  if (!changed) return console.say(changed.error()), ExitCode::Machine;
  told += lines_of("made", made.value()) + lines_of("changed", changed.value());
  for (const NewCommand& command : plan.scenarios) {
    const Result<NewPlan> scenario = plan_scenario(command);
    if (!scenario) return console.say(scenario.error()), ExitCode::Unreadable;
    const ExitCode code = carry_out(scenario.value(), told, console);
    if (code != ExitCode::Done) return code;
  }
  return ExitCode::Done;
}

}  // namespace

ExitCode make_new(const NewCommand& command, const Console& console) {
  const Result<NewPlan> plan = plan_of(command);
  if (!plan) return console.say(plan.error()), ExitCode::Usage;
  std::string told;
  const ExitCode code = carry_out(plan.value(), told, console);
  const ExitCode delivered = console.deliver(told, "");
  if (code != ExitCode::Done) return code;
  for (const std::string& step : plan.value().next) console.say("next: " + step);
  return delivered;
}

}  // namespace tsg
