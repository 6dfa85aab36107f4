// SPDX-License-Identifier: MIT
#include "tools/sessions/report_fold.h"

#include <algorithm>
#include <set>

namespace tsg {

namespace {

// Ids of steps hold no colon; targets of other kinds do.
bool is_target(const std::string& rated) {
  return rated.find(':') != std::string::npos;
}

void count(RatingCounts& counts, const std::string& rating) {
  if (rating == "helped") {
    ++counts.helped;
  } else if (rating == "not") {
    ++counts.not_helped;
  } else {
    ++counts.other;
  }
}

}  // namespace

void ReportFold::begin(const SessionHead& head) {
  close();
  guide_ = &report_[head.guide];
  ++guide_->sessions;
  if (head.summary.state == SessionState::Ended) ++guide_->ended;
  const std::set<std::string> outcomes(head.summary.outcomes.begin(), head.summary.outcomes.end());
  for (const std::string& outcome : outcomes) ++guide_->outcomes[outcome].reached;
  std::set<std::string> open;
  for (const std::string& step : head.summary.open_steps) open.insert(step.substr(0, step.find('[')));
  for (const std::string& step : open) ++guide_->steps[step].left_open;
}

void ReportFold::add(const SessionEvent& event) {
  if (event.kind == SessionEventKind::Undone) take_back(event);
  if (event.kind == SessionEventKind::InputGiven) standing_.emplace_back();
  if (event.kind == SessionEventKind::Rated) ratings_[event.step] = event.option;
  if (event.kind != SessionEventKind::Answered && event.kind != SessionEventKind::SetAside) return;
  StepCounts& step = guide_->steps[event.step];
  ++step.asked;
  standing_.push_back(event.step);
  if (event.kind == SessionEventKind::SetAside) {
    ++step.set_aside;
    return;
  }
  ++step.options[event.option];
  if (!event.reason.empty()) ++step.overridden;
}

void ReportFold::take_back(const SessionEvent& undone) {
  const auto last =
      undone.step.empty() ? standing_.rbegin() : std::find(standing_.rbegin(), standing_.rend(), undone.step);
  if (last == standing_.rend()) return;
  if (!last->empty()) ++guide_->steps[*last].undone;
  standing_.erase(std::next(last).base());
}

void ReportFold::close() {
  for (const auto& [thing, rating] : ratings_)
    count(is_target(thing) ? guide_->outcomes[thing].ratings : guide_->steps[thing].ratings, rating);
  ratings_.clear();
  standing_.clear();
}

SessionReport ReportFold::take() {
  close();
  guide_ = nullptr;
  return std::move(report_);
}

}  // namespace tsg
