// SPDX-License-Identifier: MIT
#include "engine/evaluator/evaluate.h"

#include <fmt/format.h>

#include "engine/evaluator/article_parts.h"
#include "engine/evaluator/check_answers.h"
#include "engine/evaluator/check_findings.h"
#include "engine/evaluator/verdicts.h"
#include "engine/evaluator/walker.h"

namespace tsg {

namespace {

Resolution resolution_of(const EvaluateRequest& request) {
  Resolution resolution;
  resolution.guide = request.guide.id;
  resolution.guide_version = request.guide.version;
  resolution.guide_title = request.guide.title;
  resolution.digest = request.guide.digest;
  resolution.engine_version = std::string(request.engine_version);
  resolution.now = std::string(request.facts.now());
  return resolution;
}

void walk_into(Resolution& resolution, const EvaluateRequest& request, Verdicts& verdicts) {
  for (const Diagnostic& diagnostic : check_answers(request.pack, request.guide, request.answers)) {
    const std::string_view consequence = diagnostic.severity == Severity::Error ? "ignored: " : "";
    const std::string help = diagnostic.help.empty() ? "" : fmt::format(" ({})", diagnostic.help);
    resolution.warnings.push_back(fmt::format("{}{}{}", consequence, diagnostic.message, help));
  }
  Walker(request, verdicts, resolution).walk();
}

std::vector<FilledArticle> check_parts(const EvaluateRequest& request, const Document& document,
                                       const Verdict& verdict, Verdicts& verdicts) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : verdict.findings) findings.push_back(&finding);
  return article_parts(document, chain_of_check(request.guide, verdict), findings, &verdict, {}, verdicts);
}

CheckResult check_result(const EvaluateRequest& request, const Check& check, const Verdict& verdict,
                         Verdicts& verdicts) {
  const Document* document = request.pack.document_of(request.guide, check.shows);
  CheckResult result;
  result.check = check.id;
  result.verdict = verdict;
  result.target = check.shows;
  result.title = shown_title(document, check.shows);
  if (document != nullptr && verdict.kind == VerdictKind::Answer && verdict.option == "yes") {
    result.parts = check_parts(request, *document, verdict, verdicts);
  }
  return result;
}

void sweep_into(Resolution& resolution, const EvaluateRequest& request, Verdicts& verdicts) {
  resolution.checks.reserve(request.guide.checks.size());
  for (const Check& check : request.guide.checks) {
    if (!check.lists.empty()) {
      const Verdict verdict = listing_verdict(request.pack, request.guide, check, verdicts);
      resolution.checks.push_back(check_result(request, check, verdict, verdicts));
      continue;
    }
    const Verdict& verdict = verdicts.of(check.rule, {});
    resolution.checks.push_back(check_result(request, check, verdict, verdicts));
    if (verdict.kind != VerdictKind::Error) continue;
    resolution.errors.push_back(fmt::format("check `{}` of guide `{}`: rule `{}` broke: {}", check.id,
                                            request.guide.id, verdict.rule, verdict.message));
  }
}

}  // namespace

Resolution walk(const EvaluateRequest& request) {
  Resolution resolution = resolution_of(request);
  Verdicts verdicts(request);
  walk_into(resolution, request, verdicts);
  return resolution;
}

Resolution sweep(const EvaluateRequest& request) {
  Resolution resolution = resolution_of(request);
  Verdicts verdicts(request);
  sweep_into(resolution, request, verdicts);
  return resolution;
}

Resolution evaluate(const EvaluateRequest& request) {
  Resolution resolution = resolution_of(request);
  Verdicts verdicts(request);
  walk_into(resolution, request, verdicts);
  sweep_into(resolution, request, verdicts);
  return resolution;
}

}  // namespace tsg
