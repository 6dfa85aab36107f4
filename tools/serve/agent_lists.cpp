// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <optional>

#include "engine/composer/wording.h"
#include "engine/loader/edge_reader.h"
#include "renderers/words.h"
#include "tools/serve/agent_call.h"

namespace tsg {

namespace {

// The words of a guide's steps and targets, or their ids when the guide is gone.
class Titles {
 public:
  Titles(const std::shared_ptr<const Pack>& pack, const std::string& guide) : guide_(guide) {
    if (pack != nullptr) wording_.emplace(*pack);
  }
  std::string of_step(const std::string& step) const {
    return wording_ ? wording_->question(guide_, step) : step;
  }
  std::string of_target(const std::string& target) const {
    const std::optional<Target> parsed = parse_target(target);
    return wording_ && parsed ? wording_->destination(guide_, *parsed) : target;
  }

 private:
  const std::string& guide_;
  std::optional<Wording> wording_ = {};
};

// "2026-11-28T19:17:20Z" -> "2026-11-28 19:17 UTC"
std::string minute_of(const std::string& time) {
  constexpr std::size_t to_minute = 16;
  if (time.size() <= to_minute || time.back() != 'Z') return time;
  std::string words = time.substr(0, to_minute) + " UTC";
  words[10] = ' ';
  return words;
}

}  // namespace

TemplateValue AgentCall::heads_of(const std::vector<SessionHead>& heads) const {
  TemplateValue list = TemplateValue::list();
  for (const SessionHead& head : heads) {
    const std::shared_ptr<const Pack> pack = content_->pack_of(head.guide);
    const Titles titles(pack, head.guide);
    std::vector<std::string> outcomes;
    for (const std::string& target : head.summary.outcomes) outcomes.push_back(titles.of_target(target));
    const bool ended = head.summary.state == SessionState::Ended;
    list.add(TemplateValue::record()
                 .set("id", head.id)
                 .set("label", head.label)
                 .set("guide_title", pack == nullptr ? head.guide : pack->guide(head.guide)->title)
                 .set("state", ended ? "found" : "open")
                 .set("state_word", ended ? "At its end" : "Open")
                 .set("icon", ended ? "●" : "?")
                 .set("changed_at", minute_of(head.changed_at))
                 .set("outcomes", names(outcomes)));
  }
  return list;
}

web::Response AgentCall::report() {
  Result<SessionReport> found = desk_.store().report({});
  if (!found.ok()) return failure(found.error());
  TemplateValue reports = TemplateValue::list();
  for (const auto& [guide, counts] : found.value()) {
    const std::shared_ptr<const Pack> pack = content_->pack_of(guide);
    const Titles titles(pack, guide);
    TemplateValue steps = TemplateValue::list();
    for (const auto& [step, each] : counts.steps) {
      steps.add(TemplateValue::record()
                    .set("step", step)
                    .set("question", titles.of_step(step))
                    .set("asked", each.asked)
                    .set("set_aside", each.set_aside)
                    .set("overridden", each.overridden)
                    .set("undone", each.undone));
    }
    TemplateValue outcomes = TemplateValue::list();
    for (const auto& [outcome, each] : counts.outcomes) {
      outcomes.add(TemplateValue::record()
                       .set("outcome", outcome)
                       .set("title", titles.of_target(outcome))
                       .set("reached", each.reached)
                       .set("helped", each.ratings.helped)
                       .set("not_helped", each.ratings.not_helped));
    }
    reports.add(TemplateValue::record()
                    .set("title", pack == nullptr ? guide : pack->guide(guide)->title)
                    .set("count", fmt::format("{}, {} at their end",
                                              counted(counts.sessions, "case", "cases"), counts.ended))
                    .set("steps", std::move(steps))
                    .set("outcomes", std::move(outcomes)));
  }
  TemplateValue values = new_page("report", "Report");
  values.set("reports", std::move(reports));
  return page(200, "report.html", TemplateValue::record().set("page", std::move(values)), "report");
}

}  // namespace tsg
