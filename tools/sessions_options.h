// SPDX-License-Identifier: MIT
// The options of `tsg sessions`.
#pragma once

#include <limits>
#include <map>
#include <optional>

#include "tools/options.h"
#include "tools/sessions_command.h"

namespace tsg {

inline const std::map<std::string, std::optional<SessionState>> session_states = {
    {"open", SessionState::Open}, {"ended", SessionState::Ended}};

inline CLI::App* add_sessions_verb(CLI::App* sessions, SessionsCommand& command, SessionsVerb verb,
                                   const std::string& name, const std::string& description) {
  CLI::App* made = sessions->add_subcommand(name, description);
  made->callback([&command, verb] { command.verb = verb; });
  made->add_option("--store", command.store,
                   "The file of sessions (default: sessions.db in the state folder)")
      ->type_name("FILE");
  return made;
}

inline void add_sessions_filter(CLI::App* verb, SessionsCommand& command) {
  verb->add_option("--guide", command.guide, "Only sessions of this guide")->type_name("ID");
  add_choice(verb, "--state", command.state, session_states, "Only open ones, or only ended ones");
  verb->add_option("--label", command.label, "Only those whose label holds TEXT, in either case")
      ->type_name("TEXT");
  verb->add_option("--outcome", command.outcome, "Only those that reached it")->type_name("TARGET");
  verb->add_option("--since", command.since, "Only those changed since then, or in this span: 7d, PT12H")
      ->type_name("TIME");
}

inline void add_sessions_form(CLI::App* verb, SessionsCommand& command) {
  add_choice(verb, "--format", command.format, list_formats, "How it is written (default: table)");
  add_output_file(verb, command.output);
}

inline void add_sessions(CLI::App& app, SessionsCommand& command) {
  CLI::App* sessions = app.add_subcommand("sessions", "List, show, export, count and delete stored sessions");
  sessions->require_subcommand(1);
  CLI::App* list =
      add_sessions_verb(sessions, command, SessionsVerb::List, "list", "Those there are, newest first");
  add_sessions_filter(list, command);
  list->add_option("--limit", command.limit, "At most so many (default: 50)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1'000'000}))
      ->type_name("N");
  add_sessions_form(list, command);
  CLI::App* show = add_sessions_verb(sessions, command, SessionsVerb::Show, "show", "One, event by event");
  show->add_option("ID", command.ids, "Its id")->required()->expected(1);
  add_sessions_form(show, command);
  add_sessions_verb(sessions, command, SessionsVerb::Delete, "delete",
                    "Remove sessions, and overwrite their bytes")
      ->add_option("ID", command.ids, "Their ids")
      ->required();
  CLI::App* exported = add_sessions_verb(sessions, command, SessionsVerb::Export, "export",
                                         "As JSON Lines, a session a line, the oldest first");
  add_sessions_filter(exported, command);
  exported->add_flag_callback(
      "--with-facts", [&command] { command.facts = ExportedFacts::Whole; },
      "With the customers' facts; else their documents are only named");
  add_output_file(exported, command.output);
  CLI::App* report = add_sessions_verb(sessions, command, SessionsVerb::Report, "report",
                                       "Count how the steps of guides were answered, and what they led to");
  add_sessions_filter(report, command);
  add_sessions_form(report, command);
  add_sessions_verb(sessions, command, SessionsVerb::Prune, "prune",
                    "Remove the sessions that nobody changed lately")
      ->add_option("--older-than", command.older_than, "Changed last so long ago, or before that time: 90d")
      ->required()
      ->type_name("TIME");
  sessions->footer(
      "Examples:\n"
      "  tsg sessions list --state open --since 7d\n"
      "  tsg sessions show 4t6m0c2zj8r1qv5xk3w9ehy7dn\n"
      "  tsg sessions export --guide application-gateway-502 -o sessions.jsonl\n"
      "  tsg sessions report --since 30d --format json\n"
      "  tsg sessions delete 4t6m0c2zj8r1qv5xk3w9ehy7dn\n"
      "  tsg sessions prune --older-than 90d");
}

}  // namespace tsg
