// SPDX-License-Identifier: MIT
#include "tools/resolve.h"

#include <algorithm>

#include "engine/composer/evidence_digest.h"
#include "engine/diagnostics/pack_codes.h"
#include "engine/diagnostics/scenario_codes.h"
#include "engine/loader/pack_files.h"
#include "engine/text/rfc3339.h"
#include "engine/tsg.h"
#include "renderers/html_fragment.h"
#include "renderers/html_page.h"
#include "renderers/markdown.h"
#include "renderers/resolution_json.h"
#include "renderers/terminal.h"
#include "tools/batch.h"
#include "tools/given_answers.h"
#include "tools/say_errors.h"
#include "tools/scenario_run.h"

namespace tsg {

namespace {

bool is_unknown_guide(const Diagnostic& diagnostic) {
  return diagnostic.code == codes::guide_unknown;
}

std::string rendered(const Resolution& resolution, const Pack& pack, const ResolveCommand& command,
                     const Console& console) {
  if (command.format == OutputFormat::Json) return resolution_json(resolution);
  ComposedGuide composed = compose(resolution, pack, {.audience = command.audience});
  console.say(composed.diagnostics);
  const bool digest = command.evidence == EvidenceDetail::Usual && command.format == OutputFormat::Terminal;
  if (digest) digest_evidence(composed);
  switch (command.format) {
    case OutputFormat::Html:
      return render_html_page(composed);
    case OutputFormat::Fragment:
      return render_html_fragment(composed);
    case OutputFormat::Markdown:
      return render_markdown(composed);
    case OutputFormat::Json:
    case OutputFormat::JsonLines:
    case OutputFormat::Terminal:
      break;
  }
  const int width = command.width > 0 ? command.width : console.width();
  return render_terminal(composed,
                         {.width = static_cast<std::size_t>(width),
                          .colour = command.output.empty() ? console.output_colour() : Colour::Never});
}

ExitCode verdict_on(const Resolution& resolution, FailOn fail_on, const Console& console) {
  for (const std::string& error : resolution.errors)
    console.say(HostError{error, "see `--trace`, and mend the rule"});
  if (!resolution.errors.empty()) return ExitCode::Unreadable;
  return is_finding(resolution, fail_on) ? ExitCode::Findings : ExitCode::Done;
}

// What a batch cannot do with its options, or they without a batch; empty when all is well.
std::string_view misuse_of_batch(const ResolveCommand& command) {
  const bool for_batch =
      command.threads > 0 || command.record_html != RecordHtml::None || command.record_trace == Trace::On;
  if (command.format != OutputFormat::JsonLines)
    return for_batch ? "--threads, --render and --evidence go with --format jsonl" : "";
  if (command.facts.size() != 1) return "--format jsonl takes one --facts: a file of JSON Lines, or -";
  if (!command.now.empty() && !parse_rfc3339(command.now)) return "--now is no RFC 3339 time";
  return "";
}

ExitCode resolve_lines(const ResolveCommand& command, GuideResolver& resolver, const Answers& answers,
                       const Console& console) {
  const BatchCommand batch = {.input = command.facts.front(),
                              .output = command.output,
                              .threads = command.threads,
                              .record = {.facts_name = command.facts.front(),
                                         .now = command.now,
                                         .strictness = command.strictness,
                                         .trace = command.record_trace,
                                         .html = command.record_html,
                                         .audience = command.audience,
                                         .fail_on = command.fail_on}};
  return resolve_batch(batch, resolver, answers, console);
}

ExitCode deliver_resolution(const ResolveCommand& command, GuideResolver& resolver, const FactsLoading& facts,
                            const Answers& answers, const Console& console) {
  console.say(facts.diagnostics);
  if (facts.refused) return ExitCode::Unreadable;
  const Resolution resolution = resolver.resolve(facts.facts, answers, Trace::On);
  const ExitCode delivered =
      console.deliver(rendered(resolution, resolver.pack(), command, console), command.output);
  return delivered == ExitCode::Done ? verdict_on(resolution, command.fail_on, console) : delivered;
}

ExitCode resolve_scenario(const ResolveCommand& command, GuideResolver& resolver, const Console& console) {
  Diagnostics diagnostics;
  const std::string& root = resolver.pack().root;
  const auto scenario = read_named_scenario(root, resolver.guide().id, command.scenario, diagnostics);
  console.say(diagnostics);
  if (!scenario) {
    const bool unknown = diagnostics.back().code == codes::scenario_unknown;
    return unknown ? ExitCode::Usage : ExitCode::Unreadable;
  }
  const FactsLoading facts = load_scenario_facts(*scenario, resolver.catalogue(), root);
  return deliver_resolution(command, resolver, facts, scenario->answers, console);
}

// What goes with `--scenario`, which brings facts and answers of its own; empty when all is well.
std::string_view misuse_of_scenario(const ResolveCommand& command) {
  if (command.scenario.empty()) return "";
  const bool others = !command.facts.empty() || !command.now.empty() || !command.answers.empty() ||
                      !command.inputs.empty() || !command.form.empty() ||
                      command.format == OutputFormat::JsonLines;
  return others ? "--scenario brings its own facts and answers: it goes without --facts, --now, --answer, "
                  "--set, "
                  "--answers and --format jsonl"
                : "";
}

}  // namespace

ExitCode resolve(const ResolveCommand& command, const Console& console) {
  for (const std::string_view misuse : {misuse_of_scenario(command), misuse_of_batch(command)}) {
    if (misuse.empty()) continue;
    console.say(HostError{std::string(misuse), "see `tsg resolve --help`"});
    return ExitCode::Usage;
  }
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return console.say(root.error()), ExitCode::Unreadable;
  GuideOpening opening = open_guide(root.value(), command.guide);
  say_errors(opening.diagnostics, console);
  if (!opening.resolver) {
    const bool unknown =
        std::any_of(opening.diagnostics.begin(), opening.diagnostics.end(), is_unknown_guide);
    return unknown ? ExitCode::Usage : ExitCode::Unreadable;
  }
  GuideResolver& resolver = *opening.resolver;
  if (!command.scenario.empty()) return resolve_scenario(command, resolver, console);
  const GivenAnswers given =
      read_given_answers({command.answers, command.inputs, command.form, command.reason}, resolver.pack(),
                         resolver.guide(), console);
  if (given.code != ExitCode::Done) return given.code;
  if (command.format == OutputFormat::JsonLines)
    return resolve_lines(command, resolver, given.answers, console);
  const FactsLoading facts = load_facts(
      resolver.catalogue(), {.sources = command.facts, .now = command.now, .strictness = command.strictness});
  return deliver_resolution(command, resolver, facts, given.answers, console);
}

}  // namespace tsg
