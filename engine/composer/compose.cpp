// SPDX-License-Identifier: MIT
#include "engine/composer/compose.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/composer/leaves.h"
#include "engine/composer/path.h"
#include "engine/composer/wording.h"
#include "engine/diagnostics/rendering_codes.h"

namespace tsg {

namespace {

void describe_guide(const Composing& composing, ComposedGuide& composed) {
  const Resolution& resolution = composing.resolution;
  const Guide* guide = composing.pack.guide(resolution.guide);
  if (composed.title.empty())
    composed.title = guide == nullptr ? words_of_id(resolution.guide) : guide->title;
  if (composed.title.empty()) composed.title = words_of_id(resolution.guide);
  if (guide == nullptr) {
    composing.diagnostics.push_back(make_diagnostic(
        codes::missing_guide, {}, fmt::format("this pack has no guide `{}`", resolution.guide),
        "render with the pack that the resolution was made with, or resolve again"));
    return;
  }
  composed.reviewed = guide->reviewed;
  composed.replaced_by = guide->replaced_by;
  const bool changed =
      !resolution.digest.empty() && !guide->digest.empty() && guide->digest != resolution.digest;
  if (changed) {
    composing.diagnostics.push_back(make_diagnostic(
        codes::changed_guide, {.file = guide->file},
        fmt::format("guide `{}` changed since this resolution was made", resolution.guide), "resolve again"));
  }
  if (guide->summary >= composing.pack.documents.size()) return;
  ComposeOptions plain = composing.options;
  plain.missing = MissingValue::Plain;
  composed.summary =
      compose_article(composing.pack.documents[guide->summary], {}, plain, composing.diagnostics);
}

Conclusion conclusion_of(const ComposedGuide& guide, const Resolution& resolution) {
  const auto stands = [](const ComposedOutcome& outcome) { return !outcome.provisional; };
  const bool found = std::any_of(guide.outcomes.begin(), guide.outcomes.end(), stands);
  if (found || !guide.checks.empty()) return Conclusion::Found;
  if (!guide.outcomes.empty()) return Conclusion::Provisional;
  if (!resolution.errors.empty()) return Conclusion::Broken;
  return guide.open.empty() && guide.open_checks.empty() ? Conclusion::Nothing : Conclusion::Open;
}

// What a reader of the page must know of its making; the rest is for who runs the program.
void say_problems(const Resolution& resolution, ComposedGuide& composed) {
  const bool agent = composed.audience == Audience::Agent;
  if (agent) {
    composed.warnings = resolution.warnings;
    composed.errors = resolution.errors;
  } else if (!resolution.errors.empty()) {
    composed.warnings.push_back("A part of the diagnosis could not be finished.");
  }
  for (const Diagnostic& diagnostic : composed.diagnostics) {
    const bool shown = diagnostic.code == codes::missing_document ||
                       diagnostic.code == codes::missing_guide || diagnostic.code == codes::changed_guide;
    if (shown && agent) composed.warnings.push_back(diagnostic.message + "; " + diagnostic.help);
  }
}

}  // namespace

ComposedGuide compose(const Resolution& resolution, const Pack& pack, const ComposeOptions& options) {
  ComposedGuide composed = {.audience = options.audience,
                            .id = resolution.guide,
                            .version = resolution.guide_version,
                            .title = resolution.guide_title,
                            .digest = resolution.digest,
                            .engine_version = resolution.engine_version,
                            .now = resolution.now};
  const Wording wording(pack);
  const Composing composing = {resolution, pack, wording, options, composed.diagnostics};
  describe_guide(composing, composed);
  composed.outcomes = compose_outcomes(composing);
  compose_checks(composing, composed);
  composed.open = compose_open(composing);
  composed.path = compose_path(resolution, wording, options.audience);
  composed.conclusion = conclusion_of(composed, resolution);
  say_problems(resolution, composed);
  return composed;
}

}  // namespace tsg
