// SPDX-License-Identifier: MIT
#include "tools/requirements.h"

#include <algorithm>

#include "engine/checker/guide_requirements.h"
#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/pack_files.h"
#include "engine/tsg.h"
#include "renderers/gather_script.h"
#include "renderers/requirements.h"
#include "tools/say_errors.h"

namespace tsg {

namespace {

std::string written(const Requirements& requirements, RequirementsFormat format) {
  switch (format) {
    case RequirementsFormat::Text:
      return requirements_text(requirements);
    case RequirementsFormat::Json:
      return requirements_json(requirements);
    case RequirementsFormat::Script:
      return gather_script(requirements);
  }
  return {};
}

}  // namespace

ExitCode show_requirements(const RequirementsCommand& command, const Console& console) {
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return console.say(root.error()), ExitCode::Unreadable;
  GuideOpening opening = open_guide(root.value(), command.guide);
  say_errors(opening.diagnostics, console);
  if (!opening.resolver) {
    const bool unknown =
        std::any_of(opening.diagnostics.begin(), opening.diagnostics.end(),
                    [](const Diagnostic& each) { return each.code == codes::guide_unknown; });
    return unknown ? ExitCode::Usage : ExitCode::Unreadable;
  }
  const Pack& pack = opening.resolver->pack();
  const Requirements requirements = requirements_of(StepGraph(pack), pack, opening.resolver->guide(),
                                                    contracts_of(pack, opening.resolver->rules()));
  return console.deliver(written(requirements, command.format), command.output);
}

}  // namespace tsg
