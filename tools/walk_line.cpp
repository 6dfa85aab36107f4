// SPDX-License-Identifier: MIT
#include "tools/walk_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace tsg {

namespace {

struct Command {
  WalkVerb verb;
  std::string_view key;
  std::string_view word;
  std::string_view argument;
  std::string_view does;
};

constexpr std::array commands = {
    Command{WalkVerb::Unknown, "d", "unknown", "", "don't know: go on without an answer"},
    Command{WalkVerb::Back, "b", "back", "", "look at the question before"},
    Command{WalkVerb::Undo, "u", "undo", "", "take the last answer back"},
    Command{WalkVerb::Go, "g", "go", " STEP", "look at a step, to change its answer"},
    Command{WalkVerb::Why, "w", "why", "", "why this is asked, and where each answer leads"},
    Command{WalkVerb::Evidence, "e", "evidence", "", "what the rules found in the facts"},
    Command{WalkVerb::Answers, "a", "answers", "", "all answers so far"},
    Command{WalkVerb::Next, "x", "next", "", "which question narrows it down most for its cost"},
    Command{WalkVerb::Notes, "n", "notes", "", "the case notes, as Markdown"},
    Command{WalkVerb::Message, "m", "message", "", "what the customer is to be told"},
    Command{WalkVerb::Remark, "r", "remark", " TEXT", "a remark of yours for the notes"},
    Command{WalkVerb::Set, "s", "set", " NAME=VALUE", "a value that is asked for"},
    Command{WalkVerb::Facts, "f", "facts", " PATH", "facts gathered anew, instead of the former ones"},
    Command{WalkVerb::Rate, "", "rate", " helped|not [TEXT]", "say whether it helped"},
    Command{WalkVerb::Help, "?", "help", "", "this list"},
    Command{WalkVerb::Quit, "q", "quit", "", "leave; the walk is kept"},
};

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

bool is_number(std::string_view word) {
  constexpr std::size_t most_digits = 6;
  return !word.empty() && word.size() <= most_digits &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "because it was moved" without its first word; empty when the text does not begin with it.
std::string_view reason_in(std::string_view text) {
  constexpr std::string_view because = "because ";
  return text.starts_with(because) ? trimmed(text.substr(because.size())) : std::string_view();
}

}  // namespace

WalkLine read_walk_line(std::string_view text, SingleKeys keys) {
  const std::string_view line = trimmed(text);
  if (line.empty()) return {};
  const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
  const std::string_view word = line.substr(0, end);
  const std::string_view rest = trimmed(line.substr(end));
  for (const Command& command : commands) {
    const bool key = word == command.key && (keys == SingleKeys::On || command.key == "?");
    if (!key && word != command.word) continue;
    return {.verb = command.verb, .argument = std::string(rest)};
  }
  WalkLine read = {
      .verb = WalkVerb::Option, .argument = std::string(word), .reason = std::string(reason_in(rest))};
  if (!is_number(word)) return read;
  read.verb = WalkVerb::Number;
  read.number = std::stoul(std::string(word));
  return read;
}

std::string walk_help(SingleKeys keys) {
  std::string text = "  1-9, or an answer's id: give that answer; `2 because ...` against a rule\n";
  for (const Command& command : commands) {
    const bool has_key = !command.key.empty() && (keys == SingleKeys::On || command.key == "?");
    const std::string names = has_key ? fmt::format("{}, {}{}", command.key, command.word, command.argument)
                                      : fmt::format("{}{}", command.word, command.argument);
    text += fmt::format("  {:<26} {}\n", names, command.does);
  }
  return text;
}

}  // namespace tsg
