// SPDX-License-Identifier: MIT
#include "engine/composer/described_resolution.h"

#include <fmt/format.h>

#include <set>

#include "engine/composer/described_lines.h"

namespace tsg {

namespace {

class Describer {
 public:
  explicit Describer(const Resolution& resolution) : resolution_(resolution) {}

  // Names that are there already get a number behind them.
  void add(std::string name, std::string title, DescribedLines lines) {
    const std::size_t number = ++seen_[name];
    if (number > 1) name += fmt::format(" ({})", number);
    items_.push_back({std::move(name), std::move(title), lines.take()});
  }

  std::string name_of_step(const std::string& guide, const std::string& step,
                           const std::string& subject) const {
    const std::string place = guide == resolution_.guide ? step : guide + "#" + step;
    return subject.empty() ? place : fmt::format("{}[{}]", place, subject);
  }

  std::string name_of_visit(std::size_t at) const {
    if (at >= resolution_.visits.size()) return {};
    const Visit& visit = resolution_.visits[at];
    return name_of_step(visit.guide, visit.step, visit.subject);
  }

  std::vector<DescribedItem> take() { return std::move(items_); }

 private:
  const Resolution& resolution_;
  std::vector<DescribedItem> items_ = {};
  std::map<std::string, std::size_t> seen_ = {};
};

DescribedLines lines_of(const Visit& visit, const Describer& describer) {
  DescribedLines lines;
  lines.add("answer", visit.option);
  lines.add("answered by", std::string(name_of(visit.answered_by)));
  lines.add_for_agents("reason", visit.reason);
  lines.add("edge", visit.edge);
  if (visit.target) lines.add("leads to", to_text(*visit.target));
  lines.add_flag("provisional", visit.provisional);
  lines.add("reached from", describer.name_of_visit(visit.parent));
  for (const std::string& subject : visit.subjects) lines.add("subject " + subject, "there");
  if (visit.verdict) lines.add(*visit.verdict, "");
  if (visit.fork_verdict) lines.add(*visit.fork_verdict, "subjects' ");
  return lines;
}

DescribedLines lines_of(const ReachedOutcome& outcome, const Describer& describer) {
  DescribedLines lines;
  lines.add("title", outcome.title);
  lines.add("reached from", describer.name_of_visit(outcome.visit));
  lines.add_flag("provisional", outcome.provisional);
  for (const std::string& step : outcome.open_steps) lines.add("waits for " + step, "open");
  lines.add(outcome.parts);
  return lines;
}

DescribedLines lines_of(const OpenQuestion& open, const Describer& describer) {
  DescribedLines lines;
  lines.add("title", open.title);
  lines.add("question", open.question);
  lines.add("asked at", describer.name_of_visit(open.visit));
  for (const Option& each : open.options) {
    lines.add("option " + each.id, each.wording.empty() ? "there" : each.wording);
    lines.add_for_agents("older words of " + each.id, fmt::format("{}", fmt::join(each.legacy, "; ")));
  }
  lines.add_needs(open.needs, "needs");
  lines.add_needs(open.any_of, "needs one of");
  for (const std::string& name : open.inputs) lines.add("wants " + name, "not given");
  return lines;
}

DescribedLines lines_of(const CheckResult& check) {
  DescribedLines lines;
  lines.add("title", check.title);
  const std::string answer = check.verdict.kind == VerdictKind::Answer ? check.verdict.option : "";
  lines.add("answer", answer);
  Verdict rest = check.verdict;
  if (!answer.empty()) rest.option.clear();
  lines.add(rest, "");
  lines.add("shows", to_text(check.target));
  lines.add(check.parts);
  return lines;
}

class FactsDescriber {
 public:
  void add(const Verdict& verdict) {
    for (const Evidence& each : verdict.evidence) {
      if (seen_.insert(each.path).second)
        lines_.push_back({each.path, each.value, each.data_class, Audience::Customer});
    }
  }
  std::vector<DescribedLine> take() { return std::move(lines_); }

 private:
  std::set<std::string> seen_ = {};
  std::vector<DescribedLine> lines_ = {};
};

}  // namespace

std::vector<DescribedItem> described_visits(const Resolution& resolution) {
  Describer describer(resolution);
  for (const Visit& each : resolution.visits)
    describer.add(describer.name_of_step(each.guide, each.step, each.subject), "", lines_of(each, describer));
  return describer.take();
}

std::vector<DescribedItem> described_outcomes(const Resolution& resolution) {
  Describer describer(resolution);
  for (const ReachedOutcome& each : resolution.outcomes) {
    describer.add(describer.name_of_step(each.guide, to_text(each.target), each.subject), each.title,
                  lines_of(each, describer));
  }
  return describer.take();
}

std::vector<DescribedItem> described_questions(const Resolution& resolution) {
  Describer describer(resolution);
  for (const OpenQuestion& each : resolution.open) {
    describer.add(describer.name_of_step(each.guide, each.step, each.subject), each.title,
                  lines_of(each, describer));
  }
  return describer.take();
}

std::vector<DescribedItem> described_checks(const Resolution& resolution) {
  Describer describer(resolution);
  for (const CheckResult& each : resolution.checks) describer.add(each.check, each.title, lines_of(each));
  return describer.take();
}

std::vector<DescribedItem> described_messages(const std::vector<std::string>& messages) {
  const Resolution none;
  Describer describer(none);
  for (const std::string& each : messages) {
    DescribedLines lines;
    lines.add_for_agents("message", each);
    describer.add(each, "", std::move(lines));
  }
  return describer.take();
}

std::vector<DescribedLine> described_making(const Resolution& resolution) {
  DescribedLines lines;
  lines.add("guide", resolution.guide);
  lines.add("title", resolution.guide_title);
  lines.add("version", resolution.guide_version);
  lines.add("digest", resolution.digest);
  lines.add("engine", resolution.engine_version);
  lines.add("now", resolution.now);
  return lines.take();
}

std::vector<DescribedLine> described_facts(const Resolution& resolution) {
  FactsDescriber facts;
  for (const Visit& visit : resolution.visits) {
    if (visit.fork_verdict) facts.add(*visit.fork_verdict);
    if (visit.verdict) facts.add(*visit.verdict);
  }
  for (const CheckResult& check : resolution.checks) facts.add(check.verdict);
  return facts.take();
}

}  // namespace tsg
