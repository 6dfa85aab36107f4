// SPDX-License-Identifier: MIT
#include "tools/desk/desk.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <random>
#include <thread>

#include "tests/desk/open_desk.h"

using namespace tsg;

TEST_CASE("a case that is opened with facts stands where they lead") {
  OpenDesk open;
  const auto view = open.open(gateway_guide, {lab_facts});
  CHECK_FALSE(view->walk.question);
  REQUIRE(view->walk.resolution.outcomes.size() == 1);
  CHECK(to_text(view->walk.resolution.outcomes.front().target) == "outcome:open-backend-nsg");
  CHECK(view->head.summary.state == SessionState::Ended);
  CHECK(view->head.summary.outcomes == std::vector<std::string>{"outcome:open-backend-nsg"});
}

TEST_CASE("without facts the guide's first question comes first, and an answer leads on") {
  OpenDesk open;
  const auto view = open.open(gateway_guide);
  CHECK(open_step(*view) == "scope");
  const auto next = open.answer(view->head.id, "scope", "yes");
  CHECK(open_step(*next) == "sku");
  CHECK(next->head.events == view->head.events + 1);
}

TEST_CASE("an answer against the rule needs a reason, and with one both are told") {
  OpenDesk open;
  const auto view = open.open(gateway_guide, {lab_facts});
  const SessionEvent against = {.kind = SessionEventKind::Answered, .step = "scope", .option = "no"};
  CHECK(open.refused(view->head.id, against).kind == CaseProblemKind::NeedsReason);
  const auto after = open.answer(view->head.id, "scope", "no", "the customer sees a 504");
  CHECK(to_text(after->walk.resolution.outcomes.front().target) == "outcome:out-of-scope");
  const std::string notes = case_notes(notes_of(*after, Audience::Agent), NotesFormat::Markdown);
  CHECK(notes.find("the customer sees a 504") != std::string::npos);
  CHECK(notes.find("Overrides the rule") != std::string::npos);
  const std::string customers = case_notes(notes_of(*after, Audience::Customer), NotesFormat::Markdown);
  CHECK(customers.find("504") == std::string::npos);
}

TEST_CASE("an answer that is changed keeps those that still apply and names those that do not") {
  OpenDesk open;
  const std::string id = open.open(gateway_guide)->head.id;
  open.answer(id, "scope", "yes");
  open.answer(id, "sku", "v2");
  const auto changed = open.answer(id, "scope", "no");
  REQUIRE(changed->walk.dropped.size() == 1);
  CHECK(changed->walk.dropped.front().step == "sku");
  // And back: the answer counts again, and need not be given twice.
  const auto back = open.answer(id, "scope", "yes");
  CHECK(back->walk.dropped.empty());
  CHECK(open_step(*back) == "backend-pool-empty");
}

TEST_CASE("a question that nobody can answer is set aside, and the walk comes to its end") {
  OpenDesk open;
  const std::string id = open.open(gateway_guide)->head.id;
  const auto after = open.act(id, {.kind = SessionEventKind::SetAside, .step = "scope"});
  CHECK_FALSE(after->walk.question);
  CHECK(after->walk.resolution.open.size() == 1);
  const std::string notes = case_notes(notes_of(*after, Audience::Agent), NotesFormat::Text);
  CHECK(notes.find("Answered with \"don't know\"") != std::string::npos);
}

TEST_CASE("what is wrong with an event is told, and nothing is kept of it") {
  OpenDesk open;
  const std::string id = open.open(gateway_guide)->head.id;
  struct Row {
    SessionEvent event;
    CaseProblemKind kind;
  };
  const Row rows[] = {
      {{.kind = SessionEventKind::Answered, .step = "scope", .option = "perhaps"},
       CaseProblemKind::WrongAnswer},
      {{.kind = SessionEventKind::Answered, .step = "nowhere", .option = "yes"},
       CaseProblemKind::WrongAnswer},
      {{.kind = SessionEventKind::SetAside, .step = "tls-error"}, CaseProblemKind::WrongAnswer},
      {{.kind = SessionEventKind::InputGiven, .step = "scope", .name = "Nothing", .value = "\"x\""},
       CaseProblemKind::WrongAnswer},
      {{.kind = SessionEventKind::Undone}, CaseProblemKind::NothingToUndo},
  };
  for (const Row& row : rows)
    CHECK(static_cast<int>(open.refused(id, row.event).kind) == static_cast<int>(row.kind));
  CHECK(OpenDesk::found(open.desk().view(id))->head.events == 1);
  CHECK(open.refused("nosuchcase", rows[0].event).kind == CaseProblemKind::UnknownCase);
}

TEST_CASE("an answer to a case that has gone on is a conflict for who says what was seen") {
  OpenDesk open;
  const std::string id = open.open(gateway_guide)->head.id;
  open.answer(id, "scope", "yes");
  const Result<CaseReading> late =
      open.desk().act(id, {.kind = SessionEventKind::Answered, .step = "scope", .option = "no"}, 1);
  REQUIRE(late.ok());
  REQUIRE(late.value().problem);
  CHECK(late.value().problem->kind == CaseProblemKind::Conflict);
}

TEST_CASE("another desk over the same store goes on where the first one stopped") {
  OpenDesk open;
  const std::string id = open.open(gateway_guide)->head.id;
  open.answer(id, "scope", "yes");
  Result<SessionStore> again = SessionStore::open(open.store_file());
  REQUIRE(again.ok());
  SessionStore store = std::move(again).value();
  Desk other(own_content(), store);
  const auto view = OpenDesk::found(other.view(id));
  CHECK(open_step(*view) == "sku");
  CHECK(view->notice.empty());
  // What the other one says is seen here.
  OpenDesk::found(other.act(id, {.kind = SessionEventKind::Answered, .step = "sku", .option = "v2"}));
  CHECK(open_step(*OpenDesk::found(open.desk().view(id))) == "backend-pool-empty");
}

TEST_CASE("facts that are given anew stand for the former ones") {
  OpenDesk open;
  const std::string id = open.open(gateway_guide)->head.id;
  KeptFacts facts = keep_facts(*own_content(), gateway_guide, {.sources = {lab_facts}});
  const auto after = open.act(id, {.kind = SessionEventKind::FactsGiven, .facts = facts.documents});
  CHECK(to_text(after->walk.resolution.outcomes.front().target) == "outcome:open-backend-nsg");
  CHECK_FALSE(whole_resolution(*after).checks.empty());
}

TEST_CASE("a walk that is looked at is not kept") {
  OpenDesk open;
  const auto view = OpenDesk::found(
      open.desk().look({.guide = gateway_guide, .answers = {.answers = {{"scope", "", "yes", ""}}}}));
  CHECK(open_step(*view) == "sku");
  CHECK(view->head.id.empty());
  CHECK(open.store().heads({}).value().empty());
}

TEST_CASE("a guide nobody knows is answered with the nearest one") {
  OpenDesk open;
  const Result<CaseReading> reading = open.desk().open_case({.guide = "application-gateway-503"});
  REQUIRE(reading.ok());
  REQUIRE(reading.value().problem);
  CHECK(reading.value().problem->help.find(gateway_guide) != std::string::npos);
}

TEST_CASE("many threads answer many cases, and every answer that was taken is kept") {
  OpenDesk open;
  constexpr int cases = 12;
  std::vector<std::string> ids;
  for (int i = 0; i < cases; ++i) ids.push_back(open.open(vpn_guide)->head.id);
  std::vector<std::thread> threads;
  std::atomic<int> failed = 0;
  for (int t = 0; t < 4; ++t) {
    threads.emplace_back([&open, &ids, &failed, t] {
      for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::string& id = ids[(i + static_cast<std::size_t>(t) * 3) % ids.size()];
        const Result<CaseReading> done =
            open.desk().act(id, {.kind = SessionEventKind::Noted, .text = std::to_string(t)});
        if (!done.ok() || done.value().problem) ++failed;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(failed == 0);
  for (const std::string& id : ids) CHECK(OpenDesk::found(open.desk().view(id))->state.remarks.size() == 4);
}

// The walk of a desk is that of `tsg resolve`: answers one by one lead where they lead together.
TEST_CASE("answers given one by one lead where they lead at once") {
  OpenDesk open;
  const std::string id = open.open(vpn_guide)->head.id;
  std::mt19937 random(3);
  Answers all;
  for (int i = 0; i < 40; ++i) {
    const auto view = OpenDesk::found(open.desk().view(id));
    if (!view->walk.question) break;
    const OpenQuestion& question = view->walk.resolution.open[*view->walk.question];
    if (!question.inputs.empty()) {
      open.act(id, {.kind = SessionEventKind::SetAside, .step = question.step, .subject = question.subject});
      continue;
    }
    const std::string option = question.options[random() % question.options.size()].id;
    open.answer(id, question.step, option);
    all.answers.push_back({question.step, "", option, ""});
  }
  const auto lease = own_content()->lease(vpn_guide);
  const Resolution at_once = lease->resolver().resolve(Facts(lease->resolver().catalogue()), all, Trace::On);
  const auto view = OpenDesk::found(open.desk().view(id));
  REQUIRE_FALSE(at_once.outcomes.empty());
  CHECK(view->walk.resolution.visits == at_once.visits);
  CHECK(view->walk.resolution.outcomes == at_once.outcomes);
}
