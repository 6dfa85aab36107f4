// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include "engine/composer/leaves.h"
#include "engine/composer/step.h"
#include "engine/composer/withholding.h"

namespace tsg {

namespace {

std::string title_of(const CheckResult& check) {
  return check.title.empty() ? words_of_id(check.check) : check.title;
}

ComposedCheck compose_yes(const Composing& composing, const CheckResult& check) {
  const bool agent = composing.options.audience == Audience::Agent;
  ComposedCheck composed = {.id = check.check,
                            .rule_place = agent ? rule_place(check.verdict) : "",
                            .evidence = visible_evidence(check.verdict.evidence, composing.options.audience)};
  composed.article =
      compose_target(composing, composing.resolution.guide, check.target, title_of(check), check.parts);
  composed.title = composed.article.title;
  return composed;
}

ComposedOpenCheck compose_undecided(const Composing& composing, const CheckResult& check) {
  const Audience audience = composing.options.audience;
  const std::string& guide = composing.resolution.guide;
  return {.titles = {title_of(check)},
          .message = audience == Audience::Agent ? check.verdict.message : "",
          .needs = visible_needs(check.verdict.needs, composing.pack, guide, audience),
          .any_of = visible_needs(check.verdict.any_of, composing.pack, guide, audience)};
}

// Those that want the same are told together.
void add_undecided(std::vector<ComposedOpenCheck>& all, ComposedOpenCheck check) {
  const auto same = std::find_if(all.begin(), all.end(), [&check](const ComposedOpenCheck& each) {
    return each.message == check.message && each.needs == check.needs && each.any_of == check.any_of;
  });
  if (same == all.end()) {
    all.push_back(std::move(check));
  } else {
    same->titles.push_back(std::move(check.titles.front()));
  }
}

}  // namespace

void compose_checks(const Composing& composing, ComposedGuide& guide) {
  for (const CheckResult& check : composing.resolution.checks) {
    switch (check.verdict.kind) {
      case VerdictKind::Answer:
        if (check.verdict.option == "yes") {
          guide.checks.push_back(compose_yes(composing, check));
        } else {
          guide.clear_checks.push_back(title_of(check));
        }
        break;
      case VerdictKind::NotApplicable:
        guide.clear_checks.push_back(title_of(check));
        break;
      case VerdictKind::Unknown:
      case VerdictKind::Error:
        add_undecided(guide.open_checks, compose_undecided(composing, check));
        break;
    }
  }
}

}  // namespace tsg
