// SPDX-License-Identifier: MIT
#include "engine/evaluator/article_parts.h"

#include <algorithm>

#include "engine/evaluator/check_findings.h"

namespace tsg {

namespace {

FilledArticle filled_article(const Document& document, const ValueChain& chain, std::string_view subject,
                             Verdicts& verdicts) {
  FilledArticle part;
  part.subject = std::string(subject);
  part.values.reserve(document.compiled.placeholders.size());
  const std::vector<InsightSlot>& insights = document.compiled.insights;
  for (const std::string& placeholder : document.compiled.placeholders) {
    const auto insight =
        std::find_if(insights.begin(), insights.end(),
                     [&placeholder](const InsightSlot& each) { return each.placeholder == placeholder; });
    part.values.push_back(insight == insights.end() || chain.guides.empty()
                              ? chained_value(chain, placeholder, verdicts)
                              : insight_value(verdicts.pack(), *chain.guides.front(), *insight, verdicts));
  }
  return part;
}

}  // namespace

std::vector<FilledArticle> article_parts(const Document& document, const ValueChain& chain,
                                         const std::vector<const Finding*>& findings, const Verdict* verdict,
                                         std::string_view subject, Verdicts& verdicts) {
  if (findings.empty()) return {filled_article(document, chain, subject, verdicts)};
  std::vector<FilledArticle> parts;
  parts.reserve(findings.size());
  for (const Finding* finding : findings) {
    parts.push_back(
        filled_article(document, with_finding(chain, *finding, *verdict), finding->subject, verdicts));
  }
  return parts;
}

std::string shown_title(const Document* document, const Target& target) {
  const std::string title = document == nullptr ? std::string() : document->article.title();
  return title.empty() ? to_text(target) : title;
}

}  // namespace tsg
