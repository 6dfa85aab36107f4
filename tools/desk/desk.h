// SPDX-License-Identifier: MIT
// The agent's desk: cases are opened with facts, answered step by step, handed over. The terminal, the pages
// and the API are three faces of this one.
//
//   Desk desk(content, store);
//   Result<CaseReading> opened = desk.open_case({.guide = "application-gateway-502", .facts = documents});
//   desk.act(opened.value().found->head.id, {.kind = SessionEventKind::Answered, .step = "scope", .option =
//   "yes"});
//
// All of it may be called by several threads at once. What a caller did wrong (an option that is not there,
// a guide nobody knows) is a CaseProblem and changes nothing; what the machine could not do is a HostError.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/composer/resolution_difference.h"
#include "tools/desk/case_shelf.h"
#include "tools/desk/case_view.h"
#include "tools/desk/desk_content.h"
#include "tools/sessions/session_store.h"

namespace tsg {

struct OpenCase {
  std::string guide = {};
  std::vector<FactsDocument> facts = {};  // as kept_documents made them
  std::string now = {};                   // RFC 3339; stands for the fact `now` when it is not empty
  std::string label = {};                 // the agent's own name for it: a ticket's number
  Answers answers = {};
};

enum class CaseProblemKind : std::uint8_t {
  UnknownGuide,
  UnknownCase,
  Conflict,     // the case has gone on since it was looked at
  WrongAnswer,  // a step, option, input or value that is not there
  NeedsReason,  // an answer against the rule without a reason
  NothingToUndo,
  WrongFacts,
};

struct CaseProblem {
  CaseProblemKind kind = CaseProblemKind::UnknownCase;
  std::string message = {};
  std::string help = {};
};

// One of the two.
struct CaseReading {
  std::shared_ptr<const CaseView> found = {};
  std::optional<CaseProblem> problem = {};
};

// The time of day, RFC 3339 in UTC; a test's own clock.
using DeskClock = std::function<std::string()>;
std::string present_time();

class Desk {
 public:
  // Borrows the store, which must outlive it.
  Desk(std::shared_ptr<const DeskContent> content, SessionStore& store, DeskClock clock = present_time);

  std::shared_ptr<const DeskContent> content() const;
  // From here on cases are walked with this content; what it changed is said in each (CaseView::notice).
  void renew(std::shared_ptr<const DeskContent> content);

  Result<CaseReading> open_case(const OpenCase& request);
  Result<CaseReading> view(const std::string& id);
  // `expected`: the number of events the caller has seen; nothing: whatever there is.
  Result<CaseReading> act(const std::string& id, SessionEvent event,
                          std::optional<std::uint64_t> expected = {});

  // What the newest facts changed against the ones before; nothing when facts were given once.
  // REQUIRES: view came from this desk
  Result<std::optional<ResolutionDifference>> changes(const CaseView& view, Audience audience);

  // A walk that is not kept: of a permalink, or of one request of the API.
  Result<CaseReading> look(const OpenCase& request);

  // Deletes the case; the number of cases deleted, 0 or 1.
  Result<std::uint64_t> remove(const std::string& id);

  SessionStore& store() { return store_; }

 private:
  using MadeCase = std::variant<std::shared_ptr<CaseView>, CaseProblem>;
  Result<MadeCase> make_case(const OpenCase& request);
  Result<CaseReading> read(const std::string& id);
  // What `before` has worked out of the same facts is not worked out again.
  Result<std::shared_ptr<CaseView>> make_view(SessionHead head, std::vector<SessionEvent> events,
                                              const CaseView* before = nullptr);

  mutable std::mutex changing_ = {};  // content_
  std::shared_ptr<const DeskContent> content_;
  SessionStore& store_;
  DeskClock clock_;
  CaseShelf shelf_;
};

}  // namespace tsg
