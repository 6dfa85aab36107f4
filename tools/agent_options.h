// SPDX-License-Identifier: MIT
// The commands of agents: `tsg walk`, `tsg serve`. CLI11 is slow to compile: only main.cpp includes this.
#pragma once

#include <CLI/CLI.hpp>
#include <map>
#include <string>

#include "tools/options.h"
#include "tools/serve.h"
#include "tools/walk.h"

namespace tsg {

inline const std::map<std::string, NotesFormat> notes_formats = {
    {"markdown", NotesFormat::Markdown}, {"html", NotesFormat::Html}, {"text", NotesFormat::Text}};

inline void add_store(CLI::App* app, std::string& store) {
  app->add_option("--store", store,
                  "Where cases are kept (default: tsg/sessions.db in $XDG_STATE_HOME or ~/.local/state)")
      ->type_name("FILE");
}

inline void add_walk(CLI::App& app, WalkCommand& command) {
  CLI::App* walk = app.add_subcommand("walk", "Walk a guide with a customer's facts, one question at a time");
  walk->add_option("GUIDE", command.guide, "The guide's id");
  add_facts(walk, command);
  walk->add_option("--answer", command.answers, "STEP=OPTION, given beforehand; may be repeated")
      ->type_name("ANSWER")
      ->allow_extra_args(false);
  walk->add_option("--set", command.inputs, "STEP.Name=VALUE, given beforehand; may be repeated")
      ->type_name("INPUT")
      ->allow_extra_args(false);
  walk->add_option("--reason", command.reason, "Why the answers given beforehand override rules");
  walk->add_option("--resume", command.resume, "Go on with a case, instead of a GUIDE")->type_name("ID");
  walk->add_option("--label", command.label, "Your own name for the case, such as a ticket's number");
  walk->add_flag_callback(
      "--no-keys", [&command] { command.keys = SingleKeys::Off; },
      "Take words alone: single letters are no commands");
  walk->add_option("--notes", command.notes, "Write the case notes to FILE when the walk ends")
      ->type_name("FILE");
  add_choice(walk, "--notes-format", command.notes_format, notes_formats,
             "How they are written (default: markdown)");
  add_choice(walk, "--notes-for", command.notes_audience, audiences, "Who reads them (default: agent)");
  walk->add_option("--width", command.width, "Columns of terminal output (default: the terminal's)")
      ->check(CLI::Range(20, 1000));
  add_store(walk, command.store);
  add_pack(walk, command.pack);
  walk->footer(
      "In the walk:\n" + walk_help(SingleKeys::On) +
      "\nWithout a terminal the commands are read from standard input, a line each; a wrong one ends the "
      "walk.\n\n"
      "Examples:\n"
      "  tsg walk application-gateway-502 --facts facts/ --label 'case 4711'\n"
      "  tsg walk application-gateway-502 --facts facts/ --notes notes.md < answers.txt\n"
      "  tsg walk --resume 5h7x0d3k2m9q8r4t6v1w5y7z0a\n"
      "\nExit codes: 0 done (open questions included), 2 usage or a wrong command, 3 unreadable input, 4 the "
      "machine failed");
}

inline const std::map<std::string, web::Scheme> schemes = {{"http", web::Scheme::Http},
                                                           {"https", web::Scheme::Https}};

inline void add_serve(CLI::App& app, ServeCommand& command) {
  CLI::App* serve =
      app.add_subcommand("serve", "Serve the agents' desk and its API to browsers and programs");
  serve->add_option("--port", command.port, "The port (default: 8800; 0: any free one)");
  serve
      ->add_option("--address", command.address,
                   "Listen there, not at 127.0.0.1; needs --host and --token-file")
      ->type_name("ADDRESS");
  serve
      ->add_option("--host", command.hosts,
                   "A name that browsers use for it, with its port: help.contoso.com:8800; may be repeated")
      ->type_name("HOST")
      ->allow_extra_args(false);
  add_choice(serve, "--scheme", command.scheme, schemes,
             "What a proxy in front of it speaks (default: http)");
  serve->add_option("--token-file", command.token_file, "A file with the token that opens the desk")
      ->type_name("FILE");
  serve->add_option("--facts", command.facts, "A folder whose folders can be chosen as facts")
      ->type_name("FOLDER");
  serve->add_option("--keep", command.keep, "Delete cases that did not change for so long, such as 90d")
      ->type_name("TIME");
  serve->add_option("--log", command.log, "Write a line of JSON for each request; - is standard error")
      ->type_name("FILE");
  serve->add_option("--threads", command.threads, "How many threads (default: four a core)")
      ->check(CLI::Range(1U, 64U))
      ->type_name("N");
  serve->add_option("--connections", command.connections, "How many at once (default: 10200)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{100'000}))
      ->type_name("N");
  add_store(serve, command.store);
  add_pack(serve, command.pack);
  serve->footer(
      "Only browsers of this machine reach it, unless an address is named. Guides that change on disk are "
      "read "
      "anew.\n\n"
      "Examples:\n"
      "  tsg serve\n"
      "  tsg serve --facts gathered/ --keep 90d --log access.jsonl\n"
      "  tsg serve --address 0.0.0.0 --host help.contoso.com:8800 --token-file token\n"
      "\nExit codes: 0 ended by a signal, 2 usage, 3 no guide can be walked, 4 the machine failed");
}

}  // namespace tsg
