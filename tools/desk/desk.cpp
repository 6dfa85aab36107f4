// SPDX-License-Identifier: MIT
#include "tools/desk/desk.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/text_form.h"
#include "engine/evaluator/check_answers.h"
#include "engine/loader/facts_writer.h"
#include "engine/text/rfc3339.h"
#include "engine/text/suggestion.h"
#include "tools/desk/event_value.h"
#include "tools/desk/walk_focus.h"
#include "tools/sessions/session_limits.h"

namespace tsg {

namespace {

constexpr int most_retries = 8;  // of an answer that others' events came before

CaseProblem wrong(CaseProblemKind kind, std::string message, std::string help) {
  return {kind, std::move(message), std::move(help)};
}

CaseProblem unknown_guide(const DeskContent& content, const std::string& guide) {
  const std::optional<std::string> near = nearest_name(guide, content.guides());
  return wrong(CaseProblemKind::UnknownGuide, fmt::format("there is no guide `{}`", guide),
               near ? fmt::format("did you mean `{}`?", *near) : "see the list of guides");
}

std::shared_ptr<const FactsLoading> read_facts(const Catalogue& catalogue,
                                               const std::vector<FactsDocument>& facts,
                                               const std::string& now) {
  std::vector<KeptDocument> documents;
  for (const FactsDocument& each : facts) documents.push_back({each.key, each.json});
  return std::make_shared<const FactsLoading>(
      load_facts_text(catalogue, "facts", join_documents(documents), {.now = now}));
}

std::string first_error(const Diagnostics& diagnostics, std::string& help) {
  for (const Diagnostic& each : diagnostics) {
    if (each.severity != Severity::Error) continue;
    help = each.help;
    return each.message;
  }
  return {};
}

// What is wrong with an event for a case that stands as in `view`; nothing when it may be taken.
std::optional<CaseProblem> refuse(const CaseView& view, const SessionEvent& event) {
  const Guide& guide = *view.pack->guide(view.head.guide);
  Answers answers;
  if (event.kind == SessionEventKind::Answered)
    answers.answers.push_back({event.step, event.subject, event.option, event.reason});
  if (event.kind == SessionEventKind::InputGiven)
    answers.inputs.push_back({event.step, event.name, value_of_event(event)});
  if (event.kind == SessionEventKind::SetAside &&
      find_visit(view.walk.resolution, event.step, event.subject) == nullptr)
    return wrong(CaseProblemKind::WrongAnswer, fmt::format("the walk is not at a step `{}`", event.step),
                 "set aside a question that is open");
  std::string help;
  const std::string message = first_error(check_answers(*view.pack, guide, answers), help);
  if (!message.empty()) return wrong(CaseProblemKind::WrongAnswer, message, help);
  if (event.kind == SessionEventKind::Answered && event.reason.empty() &&
      overrides_rule(view.walk.resolution, answers.answers.front()))
    return wrong(CaseProblemKind::NeedsReason,
                 fmt::format("the rule of `{}` has answered otherwise", event.step),
                 "say why in `reason`: it goes into the notes");
  if (event.kind == SessionEventKind::Undone && !view.state.has_answers())
    return wrong(CaseProblemKind::NothingToUndo, "there is no answer to undo", "");
  return std::nullopt;
}

std::string notice_of(const SessionHead& head, const Guide& guide) {
  if (head.digest.empty() || head.digest == guide.digest) return {};
  return fmt::format(
      "The guide has changed since this case was opened (version {}, now {}): the answers were "
      "replayed, and those that no longer apply are listed.",
      head.guide_version, guide.version);
}

}  // namespace

std::string present_time() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return format_rfc3339(static_cast<double>(std::chrono::duration_cast<std::chrono::seconds>(now).count()));
}

Desk::Desk(std::shared_ptr<const DeskContent> content, SessionStore& store, DeskClock clock)
    : content_(std::move(content)), store_(store), clock_(std::move(clock)) {}

std::shared_ptr<const DeskContent> Desk::content() const {
  const std::lock_guard lock(changing_);
  return content_;
}

void Desk::renew(std::shared_ptr<const DeskContent> content) {
  const std::lock_guard lock(changing_);
  content_ = std::move(content);
}

Result<std::shared_ptr<CaseView>> Desk::make_view(SessionHead head, std::vector<SessionEvent> events,
                                                  const CaseView* before) {
  auto view = std::make_shared<CaseView>();
  view->content = content();
  view->pack = view->content->pack_of(head.guide);
  const auto lease = view->content->lease(head.guide);
  if (lease == nullptr)
    return HostError{fmt::format("the guide `{}` cannot be walked", head.guide),
                     "it is gone from the pack, or broken: see `tsg check`"};
  view->state = fold_events(events);
  GuideResolver& resolver = lease->resolver();
  const bool same =
      before != nullptr && before->content == view->content && before->state.facts == view->state.facts;
  view->facts = same ? before->facts : read_facts(resolver.catalogue(), view->state.facts, head.now);
  const EvaluateRequest request = {
      *view->pack,      resolver.guide(), view->facts->facts, view->state.answers,
      resolver.rules(), Trace::On,        version()};
  view->walk = view_walk(walk(request), *view->pack, view->state);
  if (!view->state.facts.empty())
    view->sweep =
        same ? before->sweep : std::make_shared<const FactSweep>(view->content, head.guide, view->facts);
  view->notice = notice_of(head, resolver.guide());
  view->head = std::move(head);
  view->events = std::move(events);
  return view;
}

Result<Desk::MadeCase> Desk::make_case(const OpenCase& request) {
  const std::shared_ptr<const DeskContent> content = this->content();
  const std::shared_ptr<const Pack> pack = content->pack_of(request.guide);
  if (pack == nullptr) return MadeCase(unknown_guide(*content, request.guide));
  if (!request.now.empty() && !parse_rfc3339(request.now))
    return MadeCase(
        wrong(CaseProblemKind::WrongFacts, "`now` is no time", "write RFC 3339: 2026-11-20T12:00:00Z"));
  if (request.label.size() > session_text_bytes)
    return MadeCase(wrong(CaseProblemKind::WrongAnswer,
                          fmt::format("a label has at most {} bytes", session_text_bytes),
                          "a ticket's number is enough"));
  const Guide& guide = *pack->guide(request.guide);
  std::string help;
  const std::string message = first_error(check_answers(*pack, guide, request.answers), help);
  if (!message.empty()) return MadeCase(wrong(CaseProblemKind::WrongAnswer, message, help));
  SessionHead head;
  head.guide = guide.id;
  head.guide_version = guide.version;
  head.digest = guide.digest;
  head.label = request.label;
  head.now = request.now;
  std::vector<SessionEvent> events;
  const std::string at = clock_();
  events.push_back({.at = at, .kind = SessionEventKind::FactsGiven, .facts = request.facts});
  for (const GivenAnswer& answer : request.answers.answers) {
    events.push_back({.at = at,
                      .kind = SessionEventKind::Answered,
                      .step = answer.step,
                      .subject = answer.subject,
                      .option = answer.option,
                      .reason = answer.reason});
  }
  for (const GivenInput& input : request.answers.inputs) {
    events.push_back({.at = at,
                      .kind = SessionEventKind::InputGiven,
                      .step = input.step,
                      .name = input.name,
                      .value = event_text_of(input.value)});
  }
  for (std::size_t i = 0; i < events.size(); ++i) events[i].number = i + 1;
  Result<std::shared_ptr<CaseView>> view = make_view(std::move(head), std::move(events));
  if (!view.ok()) return view.error();
  return MadeCase(std::move(view).value());
}

Result<CaseReading> Desk::look(const OpenCase& request) {
  Result<MadeCase> made = make_case(request);
  if (!made.ok()) return made.error();
  if (const auto* problem = std::get_if<CaseProblem>(&made.value())) return CaseReading{nullptr, *problem};
  return CaseReading{std::get<0>(made.value()), {}};
}

Result<CaseReading> Desk::open_case(const OpenCase& request) {
  Result<MadeCase> made = make_case(request);
  if (!made.ok()) return made.error();
  if (const auto* problem = std::get_if<CaseProblem>(&made.value())) return CaseReading{nullptr, *problem};
  const std::shared_ptr<CaseView> view = std::get<0>(made.value());
  const NewSession opened = {.guide = view->head.guide,
                             .guide_version = view->head.guide_version,
                             .digest = view->head.digest,
                             .label = view->head.label,
                             .now = view->head.now,
                             .at = view->events.front().at};
  Result<SessionHead> head = store_.create(opened, view->events, summary_of(view->walk));
  if (!head.ok()) return head.error();
  view->head = std::move(head).value();
  shelf_.put(view);
  return CaseReading{view, {}};
}

Result<CaseReading> Desk::read(const std::string& id) {
  const auto unknown = [&id] {
    return CaseReading{nullptr, wrong(CaseProblemKind::UnknownCase, fmt::format("there is no case `{}`", id),
                                      "it was deleted, or its time of keeping is over")};
  };
  const Result<std::optional<SessionHead>> head = store_.head(id);
  if (!head.ok()) return head.error();
  if (!head.value()) return unknown();
  const std::shared_ptr<const DeskContent> content = this->content();
  if (auto view = shelf_.find(id, head.value()->events, content.get()))
    return CaseReading{std::move(view), {}};
  Result<std::optional<StoredSession>> stored = store_.load(id);
  if (!stored.ok()) return stored.error();
  std::optional<StoredSession> session = std::move(stored).value();
  if (!session) return unknown();
  Result<std::shared_ptr<CaseView>> view = make_view(std::move(session->head), std::move(session->events));
  if (!view.ok()) return view.error();
  shelf_.put(view.value());
  return CaseReading{view.value(), {}};
}

Result<std::optional<ResolutionDifference>> Desk::changes(const CaseView& view, Audience audience) {
  std::vector<SessionEvent> before = view.events;
  const auto newest = std::find_if(before.rbegin(), before.rend(), [](const SessionEvent& event) {
    return event.kind == SessionEventKind::FactsGiven;
  });
  // The same answers over the facts before: only the facts differ.
  if (newest != before.rend()) before.erase(std::next(newest).base());
  const bool twice = std::any_of(before.begin(), before.end(), [](const SessionEvent& event) {
    return event.kind == SessionEventKind::FactsGiven;
  });
  if (!twice) return std::optional<ResolutionDifference>();
  Result<std::shared_ptr<CaseView>> former = make_view(view.head, std::move(before));
  if (!former.ok()) return former.error();
  return std::optional(
      seen_by(compare_resolutions(whole_resolution(*former.value()), whole_resolution(view)), audience));
}

Result<std::uint64_t> Desk::remove(const std::string& id) {
  Result<std::uint64_t> removed = store_.remove(id);
  shelf_.forget(id);
  return removed;
}

Result<CaseReading> Desk::view(const std::string& id) {
  return read(id);
}

Result<CaseReading> Desk::act(const std::string& id, SessionEvent event,
                              std::optional<std::uint64_t> expected) {
  event.at = clock_();
  for (int attempt = 0; attempt < most_retries; ++attempt) {
    Result<CaseReading> reading = read(id);
    if (!reading.ok() || reading.value().problem) return reading;
    const CaseView& before = *reading.value().found;
    if (expected && *expected != before.head.events) break;
    if (auto refused = refuse(before, event)) return CaseReading{nullptr, std::move(refused)};
    if (event.kind == SessionEventKind::SetAside && wants_values(before, {event.step, event.subject}))
      event.name = values_set_aside;
    std::vector<SessionEvent> events = before.events;
    event.number = before.head.events + 1;
    events.push_back(event);
    Result<std::shared_ptr<CaseView>> made = make_view(before.head, std::move(events), &before);
    if (!made.ok()) return made.error();
    const std::shared_ptr<CaseView> after = std::move(made).value();
    const SessionSummary summary = summary_of(after->walk);
    const Result<AppendOutcome> appended = store_.append(id, before.head.events, event, summary);
    if (!appended.ok()) return appended.error();
    if (appended.value().what == Appended::Refused)
      return CaseReading{nullptr, wrong(CaseProblemKind::WrongAnswer, appended.value().reason, "")};
    if (appended.value().what != Appended::Done) continue;
    after->head.events = event.number;
    after->head.changed_at = event.at;
    after->head.summary = summary;
    shelf_.put(after);
    return CaseReading{after, {}};
  }
  return CaseReading{nullptr, wrong(CaseProblemKind::Conflict, "the case has gone on since this was shown",
                                    "look at it again, and answer what is asked now")};
}

}  // namespace tsg
