// SPDX-License-Identifier: MIT
#include "tools/sessions_command.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>

#include "tests/sessions/store_folder.h"

using namespace tsg;

namespace {

// A store with one session full of hostile words and two plain ones.
struct Stored {
  StoreFolder folder = {};
  std::string hostile = {};
  std::string plain = {};

  Stored() {
    SessionStore store = opened(folder.store());
    SessionEvent answer = answer_of("scope\x1b[2J", "yes");
    answer.reason = "\xE2\x80\xAE reversed";
    SessionEvent note = {.at = "2026-11-20T12:02:00Z", .kind = SessionEventKind::Noted, .text = "a\nb\tc"};
    const SessionSummary open = {SessionState::Open, {}, {"pool\a"}};
    hostile = taken(store.create(session_of("g\x1b]0;x\x07", "\x1b[31m red"),
                                 {facts_of("{ \"a\": 1 }"), answer, note}, open))
                  .id;
    NewSession old = session_of("gateway", "case 7");
    old.at = "2020-01-01T00:00:00Z";
    taken(store.create(old, {}, {SessionState::Ended, {"outcome:add-servers"}, {}}));
    plain = taken(store.create(session_of("gateway", "case 8"), {}, {})).id;
  }

  SessionsCommand command(SessionsVerb verb) const {
    SessionsCommand made;
    made.verb = verb;
    made.store = folder.store();
    made.output = folder.path("out");
    return made;
  }
  std::string printed(const SessionsCommand& command) const {
    REQUIRE(show_sessions(command, Console()) == ExitCode::Done);
    return file_bytes(folder.path("out"));
  }
};

bool is_plain(const std::string& text) {
  for (const char c : text)
    if (c != '\n' && static_cast<unsigned char>(c) < 0x20) return false;
  return text.find("\xE2\x80\xAE") == std::string::npos;
}

}  // namespace

TEST_CASE("nothing that a store holds reaches the terminal as it is") {
  const Stored stored;
  SessionsCommand show = stored.command(SessionsVerb::Show);
  show.ids = {stored.hostile};
  const std::string shown = stored.printed(show);
  CHECK(is_plain(shown));
  CHECK_THAT(shown, Catch::Contains("scope\\x1b[2J = yes (overrides the rule: \\u{202e} reversed)"));
  CHECK_THAT(shown, Catch::Contains("gateway (10 bytes)"));
  CHECK_THAT(shown, Catch::Contains("noted        a b c\n"));
  for (const SessionsVerb verb : {SessionsVerb::List, SessionsVerb::Report}) {
    const std::string text = stored.printed(stored.command(verb));
    CHECK(is_plain(text));
    CHECK_THAT(text, Catch::Contains("g\\x1b]0;x\\x07"));
  }
}

TEST_CASE("sessions are listed by filter, and a limit is told") {
  const Stored stored;
  SessionsCommand list = stored.command(SessionsVerb::List);
  list.guide = "gateway";
  std::string text = stored.printed(list);
  CHECK(std::count(text.begin(), text.end(), '\n') == 3);
  list.state = SessionState::Ended;
  text = stored.printed(list);
  CHECK_THAT(text, Catch::Contains("outcome:add-servers  case 7\n"));
  list.since = "2026-01-01T00:00:00Z";
  CHECK(stored.printed(list) == "no sessions\n");
  list.since = "last week";
  CHECK(show_sessions(list, Console()) == ExitCode::Usage);
}

TEST_CASE("an export is a file for its owner, with facts only where they are asked for") {
  const Stored stored;
  SessionsCommand exported = stored.command(SessionsVerb::Export);
  CHECK(stored.printed(exported).find("{\"a\":1}") == std::string::npos);
  struct stat status = {};
  REQUIRE(::stat(exported.output.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0600);
  exported.facts = ExportedFacts::Whole;
  CHECK_THAT(stored.printed(exported), Catch::Contains("\"facts\":{\"gateway\":{\"a\":1}}"));
}

TEST_CASE("sessions are deleted one by one, or when nobody changed them lately") {
  const Stored stored;
  SessionsCommand deleted = stored.command(SessionsVerb::Delete);
  deleted.ids = {stored.plain, "nobody"};
  CHECK(show_sessions(deleted, Console()) == ExitCode::Usage);
  SessionsCommand pruned = stored.command(SessionsVerb::Prune);
  pruned.older_than = "90";
  CHECK(show_sessions(pruned, Console()) == ExitCode::Usage);
  pruned.older_than = "2026-11-20T11:00:00Z";
  CHECK(show_sessions(pruned, Console()) == ExitCode::Done);
  const auto heads = taken(opened(stored.folder.store()).heads({}));
  REQUIRE(heads.size() == 1);
  CHECK(heads[0].id == stored.hostile);
}

TEST_CASE("a store that was named must be there, and is not made by looking") {
  const StoreFolder folder;
  SessionsCommand list;
  list.store = folder.store();
  CHECK(show_sessions(list, Console()) == ExitCode::Unreadable);
  CHECK_FALSE(std::filesystem::exists(folder.store()));
}
