// SPDX-License-Identifier: MIT
// Lists, report and export against what a simple reading of the same journals in memory gives.
#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/sessions/random_journal.h"
#include "tests/sessions/store_folder.h"
#include "tools/sessions/report_fold.h"

using namespace tsg;
using nlohmann::json;

namespace {

std::vector<SessionFilter> filters() {
  return {{},
          {.guide = "gateway"},
          {.state = SessionState::Ended},
          {.label_contains = "CASE"},
          {.outcome = "outcome:b"},
          {.changed_since = "2026-11-10T12:00:30Z"},
          {.guide = "printer", .state = SessionState::Open, .label_contains = "1", .outcome = "outcome:a"}};
}

bool contains_in_any_case(const std::string& text, std::string part) {
  const auto same = [](char a, char b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return lower(a) == lower(b);
  };
  return part.empty() || std::search(text.begin(), text.end(), part.begin(), part.end(), same) != text.end();
}

// Times of one length, in UTC: their order is that of their letters.
bool is_meant(const SessionHead& head, const SessionFilter& filter) {
  const auto& outcomes = head.summary.outcomes;
  return (!filter.guide || head.guide == *filter.guide) &&
         (!filter.state || head.summary.state == *filter.state) &&
         contains_in_any_case(head.label, filter.label_contains) &&
         (!filter.outcome || std::count(outcomes.begin(), outcomes.end(), *filter.outcome) > 0) &&
         (!filter.changed_since || head.changed_at >= *filter.changed_since);
}

// Counts by asking one question after another of the whole journal.
class NaiveReport {
 public:
  explicit NaiveReport(std::vector<StoredSession> sessions) : sessions_(std::move(sessions)) {}

  template <typename Condition>
  std::uint64_t events_where(const std::string& guide, const Condition& condition) const {
    std::uint64_t count = 0;
    for (const StoredSession& session : sessions_)
      for (std::size_t i = 0; i < session.events.size(); ++i)
        if (session.head.guide == guide && condition(session.events, i)) ++count;
    return count;
  }
  template <typename Condition>
  std::uint64_t sessions_where(const std::string& guide, const Condition& condition) const {
    return static_cast<std::uint64_t>(std::count_if(
        sessions_.begin(), sessions_.end(),
        [&](const auto& session) { return session.head.guide == guide && condition(session); }));
  }
  std::uint64_t rated(const std::string& guide, const std::string& thing, const std::string& option) const {
    return sessions_where(guide, [&](const StoredSession& session) {
      std::string last;
      for (const SessionEvent& event : session.events)
        if (event.kind == SessionEventKind::Rated && event.step == thing) last = event.option;
      return last == option;
    });
  }

 private:
  std::vector<StoredSession> sessions_ = {};
};

bool is_question(const SessionEvent& event) {
  return event.kind == SessionEventKind::Answered || event.kind == SessionEventKind::SetAside;
}

// Whether event `i` is taken back: plays the whole journal, marking what each undo takes.
bool is_taken_back(const std::vector<SessionEvent>& events, std::size_t i) {
  std::set<std::size_t> taken;
  for (std::size_t at = 0; at < events.size(); ++at) {
    if (events[at].kind != SessionEventKind::Undone) continue;
    for (std::size_t back = at; back-- > 0;) {
      const SessionEvent& event = events[back];
      const bool may = is_question(event) || event.kind == SessionEventKind::InputGiven;
      if (!may || taken.count(back) > 0) continue;
      if (!events[at].step.empty() && event.step != events[at].step) continue;
      taken.insert(back);
      break;
    }
  }
  return taken.count(i) > 0;
}

RatingCounts naive_ratings(const NaiveReport& naive, const std::string& guide, const std::string& thing) {
  return {naive.rated(guide, thing, "helped"), naive.rated(guide, thing, "not"),
          naive.rated(guide, thing, "meh")};
}

StepCounts naive_step(const NaiveReport& naive, const std::string& guide, const std::string& step) {
  using Events = std::vector<SessionEvent>;
  const auto of_kind = [&](SessionEventKind kind) {
    return naive.events_where(guide, [&](const Events& events, std::size_t i) {
      return events[i].step == step && events[i].kind == kind;
    });
  };
  StepCounts counts;
  counts.set_aside = of_kind(SessionEventKind::SetAside);
  counts.asked = counts.set_aside + of_kind(SessionEventKind::Answered);
  counts.overridden = naive.events_where(guide, [&](const Events& events, std::size_t i) {
    return events[i].kind == SessionEventKind::Answered && events[i].step == step &&
           !events[i].reason.empty();
  });
  counts.undone = naive.events_where(guide, [&](const Events& events, std::size_t i) {
    return is_question(events[i]) && events[i].step == step && is_taken_back(events, i);
  });
  counts.left_open = naive.sessions_where(guide, [&](const StoredSession& session) {
    const auto& open = session.head.summary.open_steps;
    return std::any_of(open.begin(), open.end(),
                       [&](const std::string& each) { return each == step || each.starts_with(step + "["); });
  });
  for (const char* option : {"yes", "no"}) {
    const auto count = naive.events_where(guide, [&](const Events& events, std::size_t i) {
      return events[i].kind == SessionEventKind::Answered && events[i].step == step &&
             events[i].option == option;
    });
    if (count > 0) counts.options[option] = count;
  }
  counts.ratings = naive_ratings(naive, guide, step);
  return counts;
}

OutcomeCounts naive_outcome(const NaiveReport& naive, const std::string& guide, const std::string& outcome) {
  const auto reached = naive.sessions_where(guide, [&](const StoredSession& session) {
    const auto& outcomes = session.head.summary.outcomes;
    return std::count(outcomes.begin(), outcomes.end(), outcome) > 0;
  });
  return {reached, naive_ratings(naive, guide, outcome)};
}

SessionReport naive_report(const std::vector<StoredSession>& sessions) {
  const NaiveReport naive(sessions);
  SessionReport report;
  for (const std::string guide : {"gateway", "printer"}) {
    GuideCounts counts;
    counts.sessions = naive.sessions_where(guide, [](const auto&) { return true; });
    if (counts.sessions == 0) continue;
    counts.ended = naive.sessions_where(
        guide, [](const auto& session) { return session.head.summary.state == SessionState::Ended; });
    for (const char* step : {"s1", "s2", "s3"}) {
      const StepCounts of_step = naive_step(naive, guide, step);
      if (of_step != StepCounts()) counts.steps[step] = of_step;
    }
    for (const char* outcome : {"outcome:a", "outcome:b"}) {
      const OutcomeCounts of_outcome = naive_outcome(naive, guide, outcome);
      if (of_outcome != OutcomeCounts()) counts.outcomes[outcome] = of_outcome;
    }
    report[guide] = counts;
  }
  return report;
}

json naive_event(const SessionEvent& event) {
  json object = {{"number", event.number}, {"at", event.at}, {"kind", name_of(event.kind)}};
  const auto put = [&object](const char* name, const std::string& text) {
    if (!text.empty()) object[name] = text;
  };
  put("step", event.step);
  put("subject", event.subject);
  put("option", event.option);
  put("reason", event.reason);
  put("name", event.name);
  put("text", event.text);
  if (!event.value.empty()) object["value"] = json::parse(event.value);
  if (event.kind != SessionEventKind::FactsGiven) return object;
  object["documents"] = json::array();
  object["facts"] = json::object();
  for (const FactsDocument& document : event.facts) {
    object["documents"].push_back(document.key);
    object["facts"][document.key] = json::parse(document.json);
  }
  return object;
}

struct FilledStore {
  StoreFolder folder = {};
  SessionStore store = opened(folder.store());
  std::vector<StoredSession> sessions = {};  // as they were put in, opened first first
};

// Some sessions come whole, the others event by event.
void put_session(FilledStore& all, RandomJournals& journals, bool whole) {
  const NewSession made = journals.session();
  StoredSession session = {{}, journals.events()};
  const SessionSummary summary = journals.summary();
  session.head = taken(all.store.create(made, whole ? session.events : std::vector<SessionEvent>(), summary));
  for (std::size_t i = 0; i < session.events.size(); ++i) {
    if (!whole) taken(all.store.append(session.head.id, i, session.events[i], summary));
    session.events[i].number = i + 1;
    session.head.changed_at = session.events[i].at;
  }
  session.head.events = session.events.size();
  all.sessions.push_back(session);
}

std::vector<StoredSession> meant(const std::vector<StoredSession>& sessions, const SessionFilter& filter) {
  std::vector<StoredSession> found;
  for (const StoredSession& session : sessions)
    if (is_meant(session.head, filter)) found.push_back(session);
  return found;
}

std::vector<std::string> lines_of(SessionStore& store, const SessionFilter& filter, ExportedFacts facts) {
  std::vector<std::string> lines;
  const auto count = taken(store.export_lines(filter, facts, [&](std::string_view line) {
    lines.emplace_back(line);
    return Result<Written>(Written{});
  }));
  CHECK(count == lines.size());
  return lines;
}

}  // namespace

TEST_CASE("heads, report and export of random journals say what a simple reading says") {
  FilledStore all;
  RandomJournals journals(502);
  for (int i = 0; i < 70; ++i) put_session(all, journals, i % 8 != 0);
  for (const SessionFilter& filter : filters()) {
    const std::vector<StoredSession> expected = meant(all.sessions, filter);
    std::vector<SessionHead> heads;
    for (const StoredSession& session : expected) heads.push_back(session.head);
    std::sort(heads.begin(), heads.end(), [](const SessionHead& a, const SessionHead& b) {
      return std::tie(a.changed_at, a.id) > std::tie(b.changed_at, b.id);
    });
    CHECK(taken(all.store.heads(filter)) == heads);
    CHECK(taken(all.store.report(filter)) == naive_report(expected));
    const auto lines = lines_of(all.store, filter, ExportedFacts::Whole);
    REQUIRE(lines.size() == expected.size());
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CHECK(lines[i].find('\n') == lines[i].size() - 1);
      const json line = json::parse(lines[i]);
      CHECK(line["id"] == expected[i].head.id);
      CHECK(line["state"] == name_of(expected[i].head.summary.state));
      CHECK(line["outcomes"] == json(expected[i].head.summary.outcomes));
      CHECK(line["openSteps"] == json(expected[i].head.summary.open_steps));
      REQUIRE(line["events"].size() == expected[i].events.size());
      for (std::size_t n = 0; n < expected[i].events.size(); ++n)
        CHECK(line["events"][n] == naive_event(expected[i].events[n]));
    }
  }
}

TEST_CASE("an export without facts names their documents and holds nothing of them") {
  FilledStore all;
  all.store.create(session_of("g"), {facts_of("{\"secret\": 4711}")}, {}).ok();
  const auto lines = lines_of(all.store, {}, ExportedFacts::Named);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].find("4711") == std::string::npos);
  CHECK(json::parse(lines[0])["events"][0]["documents"] == json({"gateway"}));
}

TEST_CASE("an export ends with the error of the one who takes it") {
  FilledStore all;
  RandomJournals journals(1);
  for (int i = 0; i < 4; ++i) put_session(all, journals, true);
  int taken_lines = 0;
  const auto exported =
      all.store.export_lines({}, ExportedFacts::Named, [&](std::string_view) -> Result<Written> {
        if (++taken_lines == 3) return HostError{"the pipe is closed", ""};
        return Written{};
      });
  CHECK(exported.error().message == "the pipe is closed");
  CHECK(taken_lines == 3);
}
