// SPDX-License-Identifier: MIT
// Options that several commands have. CLI11 is slow to compile: only main.cpp includes this.
#pragma once

#include <fmt/ranges.h>

#include <CLI/CLI.hpp>
#include <map>
#include <string>
#include <vector>

#include "engine/text/suggestion.h"
#include "tools/choices.h"

namespace tsg {

template <typename Value>
CLI::Option* add_choice(CLI::App* app, const std::string& name, Value& value,
                        const std::map<std::string, Value>& choices, const std::string& description) {
  std::vector<std::string> words;
  for (const auto& [word, unused] : choices) words.push_back(word);
  return app
      ->add_option_function<std::string>(
          name,
          [&value, &choices, name, words](const std::string& word) {
            const auto found = choices.find(word);
            if (found != choices.end()) {
              value = found->second;
              return;
            }
            const auto meant = nearest_name(word, words);
            throw CLI::ValidationError(
                name, meant ? fmt::format("`{}` is no choice; did you mean `{}`?", word, *meant)
                            : fmt::format("`{}` is no choice; choose {}", word, fmt::join(words, ", ")));
          },
          description)
      ->type_name(fmt::format("{}", fmt::join(words, "|")));
}

inline void add_output_file(CLI::App* app, std::string& output) {
  app->add_option("-o,--output", output, "Write to FILE, atomically, instead of standard output")
      ->type_name("FILE");
}

inline void add_pack(CLI::App* app, std::string& pack) {
  app->add_option("--pack", pack, "A folder in the pack (default: the working folder)")->type_name("DIR");
}

template <typename Command>
void add_output(CLI::App* app, Command& command, const std::map<std::string, OutputFormat>& choices) {
  add_choice(app, "--format", command.format, choices, "How the result is written (default: terminal)");
  add_choice(app, "--audience", command.audience, audiences, "Who reads it (default: agent)");
  add_output_file(app, command.output);
  app->add_option("--width", command.width, "Columns of terminal output (default: the terminal's)")
      ->check(CLI::Range(20, 1000));
  add_pack(app, command.pack);
}

// Gives `--facts`: App::get_option ends the process when there is no memory.
template <typename Command>
CLI::Option* add_facts(CLI::App* app, Command& command) {
  CLI::Option* facts = app->add_option("--facts", command.facts,
                                       "FILE, KEY=FILE, FOLDER, or - for standard input; may be repeated")
                           ->type_name("F")
                           ->allow_extra_args(false);
  app->add_option("--now", command.now, "The current time as a fact, RFC 3339; the clock is never read")
      ->type_name("TIME");
  return facts;
}

}  // namespace tsg
