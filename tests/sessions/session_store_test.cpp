// SPDX-License-Identifier: MIT
#include "tools/sessions/session_store.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "tests/sessions/store_folder.h"
#include "tools/sessions/session_limits.h"

using namespace tsg;

namespace {

SessionEvent full_event() {
  return {.at = "2026-11-20T12:03:00.5Z",
          .kind = SessionEventKind::Answered,
          .step = "tls-error",
          .subject = "10.0.0.4",
          .option = "expired",
          .reason = "seen with openssl: \xC3\xA4\n\x1b[31m",
          .text = {}};
}

AppendOutcome appended(SessionStore& store, const SessionHead& head, std::uint64_t expected,
                       const SessionEvent& event, const SessionSummary& summary = {}) {
  return taken(store.append(head.id, expected, event, summary));
}

mode_t mode_of(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

}  // namespace

TEST_CASE("what was stored is read back, by this store and by the next") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const SessionHead head = taken(store.create(session_of("gateway-502"), {facts_of("{\"a\": 1}")}, {}));
  const SessionSummary summary = {SessionState::Ended, {"outcome:renew", "outcome:\"\\\n"}, {"a[1,2]", "b"}};
  SessionEvent input = {.at = "2026-11-20T12:02:00Z",
                        .kind = SessionEventKind::InputGiven,
                        .step = "pool",
                        .name = "BackendPool",
                        .value = "\"pool 1\""};
  CHECK(appended(store, head, 1, input).events == 2);
  CHECK(appended(store, head, 2, full_event(), summary) == AppendOutcome{Appended::Done, 3, {}});
  const StoredSession session = taken(store.load(head.id)).value();
  CHECK(session.head.summary == summary);
  CHECK(session.head.changed_at == "2026-11-20T12:03:00.5Z");
  CHECK(session.head.opened_at == "2026-11-20T12:00:00Z");
  REQUIRE(session.events.size() == 3);
  CHECK(session.events[0].facts == std::vector<FactsDocument>{{"gateway", "{\"a\": 1}"}});
  input.number = 2;
  CHECK(session.events[1] == input);
  SessionEvent last = full_event();
  last.number = 3;
  CHECK(session.events[2] == last);
  SessionStore again = opened(folder.store());
  CHECK(taken(again.load(head.id)) == session);
  CHECK(taken(again.problems()).empty());
}

TEST_CASE("an event that was not seen is a conflict, a removed session is gone") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const SessionHead head = taken(store.create(session_of("g"), {}, {}));
  CHECK(head.events == 0);
  CHECK(appended(store, head, 0, answer_of("a", "yes")).what == Appended::Done);
  CHECK(appended(store, head, 0, answer_of("a", "no")) == AppendOutcome{Appended::Conflict, 1, {}});
  CHECK(appended(store, head, 2, answer_of("a", "no")) == AppendOutcome{Appended::Conflict, 1, {}});
  CHECK(taken(store.load(head.id))->events.size() == 1);
  CHECK(taken(store.remove(head.id)) == 1);
  CHECK(taken(store.remove(head.id)) == 0);
  CHECK(appended(store, head, 1, answer_of("a", "no")).what == Appended::Gone);
  CHECK_FALSE(taken(store.load(head.id)));
  CHECK(taken(store.problems()).empty());
}

TEST_CASE("an event that is malformed or too large is refused with what is wrong") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const SessionHead head = taken(store.create(session_of("g"), {}, {}));
  const auto reason = [&](SessionEvent event) {
    if (event.at.empty()) event.at = "2026-11-20T12:00:00Z";
    const AppendOutcome outcome = appended(store, head, 0, event);
    return outcome.what == Appended::Refused ? outcome.reason : "taken";
  };
  CHECK(reason({.at = "yesterday"}) == "`yesterday` is no RFC 3339 time");
  CHECK(reason({.text = std::string(session_text_bytes + 1, 'a')}) ==
        "`text` has 65537 bytes; at most 65536 are stored");
  CHECK(reason({.step = "\xff"}) == "`step` is not UTF-8");
  CHECK(reason({.value = "1"}) == "only an input has a value");
  CHECK(reason({.kind = SessionEventKind::InputGiven, .name = "Port", .value = "{"}) ==
        "the value of `Port` is no JSON");
  CHECK(reason({.facts = {{"a", "1"}}}) == "only facts that are given have documents");
  CHECK(reason({.kind = SessionEventKind::FactsGiven, .facts = {{"a", "1"}, {"a", "2"}}}) ==
        "the facts `a` are given twice");
  CHECK(reason({.kind = SessionEventKind::FactsGiven, .facts = {{"a", "nil"}}}) ==
        "the facts `a` are no JSON");
  CHECK(reason({.kind = SessionEventKind::FactsGiven,
                .facts = {{"a", std::string(session_facts_bytes, ' ')}}}) ==
        "the facts have 67108865 bytes; at most 67108864 are stored");
  std::vector<FactsDocument> many;
  for (std::size_t i = 0; i <= session_facts_documents; ++i) many.push_back({fmt::format("{}", i), "1"});
  CHECK(reason({.kind = SessionEventKind::FactsGiven, .facts = many}) ==
        "there are 1001 documents of facts; at most 1000 are stored");
  CHECK(taken(store.append(head.id, 0, answer_of("a", "b"), {SessionState::Open, {}, {"\xff"}})).reason ==
        "an outcome or open step is not UTF-8");
  const std::vector<std::string> outcomes(session_summary_texts + 1, "o");
  CHECK(taken(store.append(head.id, 0, answer_of("a", "b"), {SessionState::Open, outcomes, {}})).reason ==
        "at most 20000 outcomes and open steps are stored");
  CHECK(taken(store.load(head.id))->events.empty());
  CHECK_FALSE(store.create({.guide = "g"}, {}, {}).ok());
  CHECK_FALSE(store.create(session_of("g", "\xff"), {}, {}).ok());
}

TEST_CASE("a session holds as many events as the limit says") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const std::vector<SessionEvent> events(session_events, answer_of("a", "yes"));
  const SessionHead head = taken(store.create(session_of("g"), events, {}));
  CHECK(appended(store, head, session_events, answer_of("a", "no")).reason ==
        "a session has at most 10000 events");
  std::vector<SessionEvent> more = events;
  more.push_back(answer_of("a", "no"));
  CHECK_FALSE(store.create(session_of("g"), more, {}).ok());
}

TEST_CASE("only the last two facts come with a journal; the others are there when asked for") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const SessionHead head = taken(
      store.create(session_of("g"), {facts_of("1"), facts_of("2"), answer_of("a", "b"), facts_of("3")}, {}));
  const StoredSession session = taken(store.load(head.id)).value();
  CHECK(session.events[0].facts.empty());
  CHECK(session.events[1].facts == std::vector<FactsDocument>{{"gateway", "2"}});
  CHECK(session.events[3].facts == std::vector<FactsDocument>{{"gateway", "3"}});
  CHECK(taken(store.facts_given(head.id, 1)) == std::vector<FactsDocument>{{"gateway", "1"}});
  CHECK(taken(store.facts_given(head.id, 3)).empty());
  CHECK(taken(store.facts_given("none", 1)).empty());
}

TEST_CASE("heads are listed newest first, filtered, page by page") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  std::set<std::string> gateways;
  for (int i = 0; i < 25; ++i) {
    NewSession session = session_of(i % 2 == 0 ? "gateway" : "printer", fmt::format("Case {}", i));
    session.at = fmt::format("2026-11-20T12:00:{:02}{}Z", i / 3, i % 3 == 0 ? "" : ".25");
    SessionSummary summary;
    if (i % 5 == 0) summary = {SessionState::Ended, {"outcome:a", "outcome:b"}, {}};
    const SessionHead head = taken(store.create(session, {}, summary));
    if (i % 2 == 0) gateways.insert(head.id);
  }
  CHECK(taken(store.heads({})).size() == 25);
  CHECK(taken(store.heads({.state = SessionState::Ended})).size() == 5);
  CHECK(taken(store.heads({.label_contains = "case 2"})).size() == 6);
  CHECK(taken(store.heads({.label_contains = "%"})).empty());
  CHECK(taken(store.heads({.outcome = "outcome:b"})).size() == 5);
  CHECK(taken(store.heads({.outcome = "outcome:"})).empty());
  CHECK(taken(store.heads({.changed_since = "2026-11-20T13:00:07.25+01:00"})).size() == 3);
  CHECK_FALSE(store.heads({.changed_since = "now"}).ok());
  SessionFilter page = {.guide = "gateway", .limit = 4};
  std::set<std::string> seen;
  std::string before = "9";
  for (auto heads = taken(store.heads(page)); !heads.empty(); heads = taken(store.heads(page))) {
    CHECK(heads.size() <= 4);
    for (const SessionHead& head : heads) CHECK(seen.insert(head.id).second);
    CHECK(heads.front().changed_at.substr(0, 19) <= before);
    before = heads.back().changed_at.substr(0, 19);
    page.after = HeadPlace{heads.back().changed_at, heads.back().id};
  }
  CHECK(seen == gateways);
}

namespace {

constexpr std::string_view secret = "subscription-0815-of-the-customer";

bool on_disk(const std::string& path) {
  return (file_bytes(path) + file_bytes(path + "-wal")).find(secret) != std::string::npos;
}

// Sessions of many sizes that go, with the secret in every text, between those that stay.
std::vector<std::string> mix_sessions(SessionStore& store) {
  std::mt19937 random(3);
  std::vector<std::string> kept;
  for (int i = 0; i < 120; ++i) {
    const bool goes = random() % 2 == 0;
    const std::string word(goes ? secret : "plain");
    NewSession session = session_of("g", word);
    session.at = goes ? "2026-01-01T00:00:00Z" : "2026-11-20T12:00:00Z";
    std::vector<SessionEvent> events = {
        facts_of(fmt::format("[\"{}{}\"]", std::string(random() % 9000, 'f'), word))};
    for (auto more = random() % 8; more > 0; --more)
      events.push_back(answer_of(word, std::string(random() % 1500, 'o')));
    for (SessionEvent& event : events) event.at = session.at;
    const SessionHead head = taken(store.create(session, events, {SessionState::Open, {}, {word}}));
    if (!goes) kept.push_back(head.id);
  }
  return kept;
}

}  // namespace

TEST_CASE("what is removed is in no file once the store is compacted, and what is kept is whole") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const std::vector<std::string> kept = mix_sessions(store);
  CHECK(on_disk(folder.store()));
  const auto size = file_bytes(folder.store()).size();
  CHECK(taken(store.remove_older_than("2026-06-01T00:00:00Z")) == 120 - kept.size());
  CHECK(taken(store.compact()) == Written{});
  CHECK_FALSE(on_disk(folder.store()));
  CHECK(file_bytes(folder.store()).size() < size);
  for (const std::string& id : kept) CHECK_FALSE(taken(store.load(id))->events.empty());
  CHECK(taken(store.heads({})).size() == kept.size());
  CHECK(taken(store.problems()).empty());
  CHECK(taken(store.remove_older_than("2026-06-01T00:00:00Z")) == 0);
  CHECK_FALSE(store.remove_older_than("90d").ok());
}

TEST_CASE("what is removed is overwritten at once where nothing was moved") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  const SessionHead head =
      taken(store.create(session_of("g", std::string(secret)), {answer_of(std::string(secret), "yes")}, {}));
  CHECK(on_disk(folder.store()));
  CHECK(taken(store.remove(head.id)) == 1);
  CHECK_FALSE(on_disk(folder.store()));
}

TEST_CASE("only the owner may read a store and what lies beside it") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  taken(store.create(session_of("g"), {}, {}));
  for (const char* ending : {"", "-wal", "-shm"}) CHECK(mode_of(folder.store() + ending) == 0600);
  for (const char* ending : {"", "-wal", "-shm"}) ::chmod((folder.store() + ending).c_str(), 0644);
  SessionStore again = opened(folder.store());
  for (const char* ending : {"", "-wal", "-shm"}) CHECK(mode_of(folder.store() + ending) == 0600);
}

TEST_CASE("ids are 26 characters of base 32, no two alike") {
  const StoreFolder folder;
  SessionStore store = opened(folder.store());
  std::set<std::string> ids;
  for (int i = 0; i < 50; ++i) ids.insert(taken(store.create(session_of("g"), {}, {})).id);
  CHECK(ids.size() == 50);
  std::set<char> used;
  for (const std::string& id : ids) {
    CHECK(id.size() == 26);
    CHECK(id.find_first_not_of("0123456789abcdefghjkmnpqrstvwxyz") == std::string::npos);
    CHECK(id[0] < '8');  // 130 bits are written, 128 are there
    used.insert(id.begin(), id.end());
  }
  CHECK(used.size() == 32);
}
