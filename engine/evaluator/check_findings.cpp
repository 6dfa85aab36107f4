// SPDX-License-Identifier: MIT
#include "engine/evaluator/check_findings.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

const Block* heading_of(const Document& document) {
  for (const Block& block : document.compiled.blocks) {
    if (block.kind == BlockKind::AgentBegin) return nullptr;
    if (block.kind == BlockKind::Heading) return &block;
  }
  return nullptr;
}

bool names_finding(const Block& heading) {
  return std::any_of(heading.spans.begin(), heading.spans.end(),
                     [](const Span& span) { return span.is_slot; });
}

class LineWriter {
 public:
  LineWriter(const Document* document, const Target& target, Verdicts& verdicts)
      : document_(document), verdicts_(verdicts), heading_(document ? heading_of(*document) : nullptr) {
    if (heading_ == nullptr) title_ = document_ ? document_->article.title() : to_text(target);
  }

  void add(CheckLines& lines, const ValueChain& chain, std::string_view subject) {
    std::string line = heading_ == nullptr ? title_ : filled(chain, lines.data_class);
    const bool named = heading_ != nullptr && names_finding(*heading_);
    if (!named && !subject.empty()) line += fmt::format(": {}", subject);
    lines.lines.push_back(std::move(line));
  }

 private:
  std::string filled(const ValueChain& chain, DataClass& data_class) {
    std::string line;
    for (const Span& span : heading_->spans) {
      if (!span.is_slot) {
        line += span.text;
        continue;
      }
      const std::string& name = document_->compiled.placeholders[span.placeholder];
      const FilledValue value = chained_value(chain, name, verdicts_);
      data_class = std::max(data_class, value.data_class);
      const bool missing = std::holds_alternative<NoValue>(value.value);
      line += missing ? std::string(default_words(span.text)) : to_text(value.value);
    }
    return line;
  }

  const Document* document_;
  Verdicts& verdicts_;
  const Block* heading_;
  std::string title_ = {};
};

bool has_symptom(const Check& check, const Insight& insight) {
  return std::any_of(check.symptoms.begin(), check.symptoms.end(), [&insight](const std::string& symptom) {
    return std::any_of(insight.symptom_ids.begin(), insight.symptom_ids.end(),
                       [&symptom](const std::string& each) { return equal_ignoring_case(each, symptom); });
  });
}

void append_lines(CheckLines& all, CheckLines more) {
  all.data_class = std::max(all.data_class, more.data_class);
  for (std::string& line : more.lines) all.lines.push_back(std::move(line));
}

// Without those that are named already.
void append_needs(std::vector<Need>& all, const std::vector<Need>& more) {
  for (const Need& need : more) {
    const bool known =
        std::any_of(all.begin(), all.end(), [&need](const Need& each) { return each.path == need.path; });
    if (!known) all.push_back(need);
  }
}

std::vector<std::string> words_or_none(const std::string& words) {
  return words.empty() ? std::vector<std::string>() : std::vector<std::string>{words};
}

}  // namespace

ValueChain chain_of_check(const Guide& guide, const Verdict& verdict) {
  ValueChain chain;
  chain.guides = {&guide};
  chain.lists.push_back({&verdict.values, ValueOrigin::Verdict, verdict.rule, {}, &verdict});
  return chain;
}

CheckLines lines_of_check(const Pack& pack, const Guide& guide, const Check& check, const Verdict& verdict,
                          Verdicts& verdicts) {
  CheckLines lines;
  if (verdict.kind != VerdictKind::Answer || verdict.option != "yes") return lines;
  const ValueChain chain = chain_of_check(guide, verdict);
  LineWriter writer(pack.document_of(guide, check.shows), check.shows, verdicts);
  if (verdict.findings.empty()) writer.add(lines, chain, {});
  for (const Finding& finding : verdict.findings) {
    writer.add(lines, with_finding(chain, finding, verdict), finding.subject);
  }
  return lines;
}

FilledValue insight_value(const Pack& pack, const Guide& guide, const InsightSlot& slot, Verdicts& verdicts) {
  FilledValue value{.placeholder = slot.placeholder, .value = std::vector<std::string>()};
  value.origin = ValueOrigin::Verdict;
  CheckLines found;
  bool bound = false;
  bool undecided = false;
  bool broken = false;
  for (const Check& check : guide.checks) {
    if (check.rule.empty() || !has_symptom(check, slot.insight)) continue;
    bound = true;
    const Verdict& verdict = verdicts.of(check.rule, {});
    undecided = undecided || verdict.kind == VerdictKind::Unknown;
    broken = broken || verdict.kind == VerdictKind::Error;
    append_lines(found, lines_of_check(pack, guide, check, verdict, verdicts));
  }
  if (!bound) return value;
  const std::size_t most = slot.insight.maximum_insights.value_or(SIZE_MAX);
  if (found.lines.size() > most) found.lines.resize(most);
  const bool words_for_broken = broken && !slot.insight.failed_text.empty();
  if (found.lines.empty() && words_for_broken) {
    value.value = words_or_none(slot.insight.failed_text);
  } else if (found.lines.empty() && (broken || undecided)) {
    value.value = words_or_none(slot.insight.timeout_text);
  } else if (found.lines.empty()) {
    value.value = words_or_none(slot.insight.no_result_text);
  } else {
    value.value = std::move(found.lines);
    value.data_class = found.data_class;
  }
  return value;
}

Verdict listing_verdict(const Pack& pack, const Guide& guide, const Check& check, Verdicts& verdicts) {
  Verdict listing{.kind = VerdictKind::Answer, .option = "no"};
  CheckLines found;
  bool undecided = false;
  for (const Check& other : guide.checks) {
    if (other.rule.empty()) continue;
    const Verdict& verdict = verdicts.of(other.rule, {});
    append_lines(found, lines_of_check(pack, guide, other, verdict, verdicts));
    if (verdict.kind != VerdictKind::Unknown && verdict.kind != VerdictKind::Error) continue;
    undecided = true;
    append_needs(listing.needs, verdict.needs);
    append_needs(listing.any_of, verdict.any_of);
  }
  if (!found.lines.empty()) {
    listing.option = "yes";
    listing.values.push_back({check.lists, std::move(found.lines), found.data_class});
    listing.needs.clear();
    listing.any_of.clear();
  } else if (undecided) {
    listing.kind = VerdictKind::Unknown;
    listing.option.clear();
  }
  return listing;
}

}  // namespace tsg
