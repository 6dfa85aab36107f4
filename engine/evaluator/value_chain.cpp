// SPDX-License-Identifier: MIT
#include "engine/evaluator/value_chain.h"

#include <algorithm>

#include "engine/evaluator/fact_value.h"
#include "engine/evaluator/verdicts.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// A chain of aliases longer than this runs in a circle or nobody could follow it.
constexpr int longest_alias_chain = 16;

const NamedValue* given(const ValueList& list, std::string_view name) {
  const NamedValue* found = find_value(*list.values, name);
  return found == nullptr || std::holds_alternative<NoValue>(found->value) ? nullptr : found;
}

const ValueSource* source_of(const Guide& guide, std::string_view name) {
  for (const ValueSource& source : guide.values) {
    if (equal_ignoring_case(source.name, name)) return &source;
  }
  return nullptr;
}

std::optional<FilledValue> from_fact(const Guide& guide, const std::string& path, Verdicts& verdicts) {
  const Facts* facts = verdicts.facts_of(guide.domain);
  if (facts == nullptr) return std::nullopt;
  auto fact = fact_value(*facts, path);
  if (!fact) return std::nullopt;
  return FilledValue{{}, std::move(fact->value), ValueOrigin::Fact, std::move(fact->path), fact->data_class};
}

std::optional<FilledValue> find_value_of(const ValueChain& chain, std::string_view name, Verdicts& verdicts,
                                         int aliases) {
  if (auto found = chain.nearest(name)) return found;
  for (const Guide* guide : chain.guides) {
    const ValueSource* source = source_of(*guide, name);
    if (source == nullptr) continue;
    if (!source->fact.empty()) {
      if (auto found = from_fact(*guide, source->fact, verdicts)) return found;
    } else if (aliases < longest_alias_chain) {
      if (auto found = find_value_of(chain, source->placeholder, verdicts, aliases + 1)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<FilledValue> ValueChain::nearest(std::string_view name) const {
  for (const ValueList& list : lists) {
    const NamedValue* found = given(list, name);
    if (found == nullptr) continue;
    return FilledValue{{}, found->value, list.origin, std::string(list.from), found->data_class};
  }
  return std::nullopt;
}

std::optional<ValueConflict> ValueChain::conflict(std::string_view name) const {
  const ValueList* nearest = nullptr;
  const NamedValue* shown = nullptr;
  for (const ValueList& list : lists) {
    const NamedValue* found = list.verdict == nullptr ? nullptr : given(list, name);
    if (found == nullptr) continue;
    if (nearest == nullptr) {
      nearest = &list;
      shown = found;
    } else if (list.verdict != nearest->verdict && found->value != shown->value) {
      return ValueConflict{std::string(nearest->from), std::string(nearest->step), std::string(list.from),
                           std::string(list.step)};
    }
  }
  return std::nullopt;
}

ValueChain with_finding(const ValueChain& chain, const Finding& finding, const Verdict& verdict) {
  const auto of_verdict = [&verdict](const ValueList& list) { return list.verdict == &verdict; };
  const auto leaf = std::find_if(chain.lists.begin(), chain.lists.end(), of_verdict);
  ValueChain longer;
  longer.lists.reserve(chain.lists.size() + 1);
  longer.lists.push_back({&finding.values, ValueOrigin::Finding, verdict.rule,
                          leaf == chain.lists.end() ? std::string_view() : leaf->step, &verdict});
  longer.lists.insert(longer.lists.end(), chain.lists.begin(), chain.lists.end());
  longer.guides = chain.guides;
  return longer;
}

FilledValue chained_value(const ValueChain& chain, std::string_view placeholder, Verdicts& verdicts) {
  FilledValue filled = find_value_of(chain, placeholder, verdicts, 0).value_or(FilledValue{});
  filled.placeholder = std::string(placeholder);
  return filled;
}

}  // namespace tsg
