// SPDX-License-Identifier: MIT
#include "engine/evaluator/fill_article.h"

#include "engine/evaluator/value_chain.h"

namespace tsg {

namespace {

FilledArticle filled_from(const Document& document, const ValueChain& chain, const std::string& subject) {
  FilledArticle part;
  part.subject = subject;
  for (const std::string& placeholder : document.compiled.placeholders) {
    FilledValue value = chain.nearest(placeholder).value_or(FilledValue{});
    if (names_insight(placeholder)) value.value = std::vector<std::string>();
    value.placeholder = placeholder;
    part.values.push_back(std::move(value));
  }
  return part;
}

}  // namespace

std::vector<FilledArticle> fill_article(const Document& document, const Verdict* verdict,
                                        const std::vector<NamedValue>& given) {
  const ValueList by_hand{&given, ValueOrigin::Input, "by hand", {}, nullptr};
  if (verdict == nullptr) return {filled_from(document, {{by_hand}, {}}, {})};
  const ValueList said{&verdict->values, ValueOrigin::Verdict, verdict->rule, {}, verdict};
  if (verdict->findings.empty()) return {filled_from(document, {{by_hand, said}, {}}, {})};
  std::vector<FilledArticle> parts;
  for (const Finding& finding : verdict->findings) {
    const ValueList found{&finding.values, ValueOrigin::Finding, verdict->rule, {}, verdict};
    parts.push_back(filled_from(document, {{by_hand, found, said}, {}}, finding.subject));
  }
  return parts;
}

}  // namespace tsg
