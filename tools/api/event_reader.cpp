// SPDX-License-Identifier: MIT
#include "tools/api/event_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/excerpt.h"
#include "tools/api/given_facts.h"

namespace tsg {

namespace {

using Kind = std::pair<std::string_view, SessionEventKind>;
constexpr std::array<Kind, 7> kinds = {{{"answer", SessionEventKind::Answered},
                                        {"set-aside", SessionEventKind::SetAside},
                                        {"input", SessionEventKind::InputGiven},
                                        {"undo", SessionEventKind::Undone},
                                        {"note", SessionEventKind::Noted},
                                        {"rate", SessionEventKind::Rated},
                                        {"facts", SessionEventKind::FactsGiven}}};

std::optional<SessionEventKind> kind_of(std::string_view name) {
  const auto* const found =
      std::find_if(kinds.begin(), kinds.end(), [name](const Kind& each) { return each.first == name; });
  if (found == kinds.end()) return std::nullopt;
  return found->second;
}

Problem unknown_kind() {
  const std::string message = "must be one of: answer, set-aside, input, undo, note, rate, facts";
  return {.detail = "kind: " + message, .help = "see docs/api.md", .errors = {{"kind", message}}};
}

// All but facts, by what their kind needs.
void read_members(MemberReader& members, SessionEvent& event) {
  const auto text = [&members](std::string_view name) { return members.text(name, Presence::Required); };
  switch (event.kind) {
    case SessionEventKind::Answered:
      event.step = text("step");
      event.option = text("option");
      event.subject = members.text("subject", Presence::Optional);
      event.reason = members.text("reason", Presence::Optional);
      return;
    case SessionEventKind::SetAside:
      event.step = text("step");
      event.subject = members.text("subject", Presence::Optional);
      return;
    case SessionEventKind::InputGiven:
      event.step = text("step");
      event.name = text("name");
      event.value = members.scalar("value").json;
      return;
    case SessionEventKind::Noted:
      event.text = text("text");
      return;
    case SessionEventKind::Rated:
      event.step = text("step");
      event.option = text("option");
      event.text = members.text("text", Presence::Optional);
      return;
    case SessionEventKind::Undone:
    case SessionEventKind::FactsGiven:
      return;
  }
}

// A rating is of a step that the walk came to, or of an outcome that it reached.
std::optional<Problem> unknown_rated(const CaseView& view, const SessionEvent& event) {
  const Resolution& resolution = view.walk.resolution;
  if (event.kind != SessionEventKind::Rated || find_visit(resolution, event.step, "") != nullptr)
    return std::nullopt;
  const bool reached =
      std::any_of(resolution.outcomes.begin(), resolution.outcomes.end(),
                  [&](const ReachedOutcome& each) { return to_text(each.target) == event.step; });
  if (reached) return std::nullopt;
  return Problem{.kind = ProblemKind::WrongAnswer,
                 .detail = fmt::format("the walk came to no `{}`", excerpt(event.step)),
                 .help = "rate a step of `path`, or the `target` of one of `outcomes`"};
}

}  // namespace

std::variant<GivenEvent, Problem> read_event(RequestBody& body, std::string_view text, const CaseView& view) {
  MemberReader members = body.members();
  const std::string name = members.text("kind", Presence::Required);
  if (const auto problem = body.problem()) return *problem;
  const std::optional<SessionEventKind> kind = kind_of(name);
  if (!kind) return unknown_kind();
  GivenEvent given{.event = {.kind = *kind}, .seen = members.count("after")};
  read_members(members, given.event);
  const bool gives_facts = *kind == SessionEventKind::FactsGiven;
  std::optional<std::string_view> facts;
  if (gives_facts) facts = members.object("facts", Presence::Required);
  if (const auto problem = body.problem()) return *problem;
  if (auto problem = unknown_rated(view, given.event)) return *std::move(problem);
  if (!gives_facts) return given;
  auto read = read_given_facts(*view.content, view.head.guide, text, facts, view.head.now);
  if (const auto* problem = std::get_if<Problem>(&read)) return *problem;
  given.event.facts = std::move(std::get<GivenFacts>(read).documents);
  given.warnings = std::move(std::get<GivenFacts>(read).warnings);
  return given;
}

}  // namespace tsg
