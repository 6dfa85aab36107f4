// SPDX-License-Identifier: MIT
#include "tests/faults/writes.h"

#include <fmt/format.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <random>
#include <string_view>

#include "tests/faults/commands.h"
#include "tests/faults/trial.h"
#include "tools/exit_code.h"

namespace tsg::faults {

namespace {

constexpr std::string_view former = "what stood here before\n";

struct Kind {
  WriteFault fault = WriteFault::None;
  std::string_view name = {};
  std::string_view reason = {};  // in the message; empty: the command must not notice
};

constexpr std::array<Kind, 5> kinds = {{{WriteFault::Full, "ENOSPC", "No space left on device"},
                                        {WriteFault::Broken, "EIO", "Input/output error"},
                                        {WriteFault::Short, "short, then ENOSPC", "No space left on device"},
                                        {WriteFault::Dribble, "a byte at a time", ""},
                                        {WriteFault::Interrupted, "EINTR", ""}}};

std::size_t files_in(const std::string& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
  return count;
}

void clear(const std::string& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) std::filesystem::remove_all(entry);
}

Ending trial(const Command& command, const Fault& fault) {
  std::ofstream(command.output, std::ios::trunc) << former;
  return run(command, fault);
}

// Empty when it ended as it must.
std::string complaint(const Command& command, const Ending& ending, const Ending& sound, const Kind& kind) {
  if (ending.signal != 0) return fmt::format("it ended by signal {}", ending.signal);
  if (kind.reason.empty()) {
    return ending.code == sound.code && ending.output == sound.output ? ""
                                                                      : "it did not write what it should";
  }
  if (ending.code != to_int(ExitCode::Machine)) return fmt::format("exit code {}", ending.code);
  if (ending.output != former) return "the former output is lost";
  if (ending.messages.find(kind.reason) == std::string::npos) return "the message gives no reason";
  return ending.messages.find(command.output) == std::string::npos ? "the message does not name the file"
                                                                   : "";
}

// Trials of a kind over every call, and how many went wrong.
bool fail_each(const std::string& folder, const Command& command, const Ending& sound, const Kind& kind) {
  std::uint64_t wrong = 0;
  for (std::uint64_t nth = 1; nth <= sound.writes; ++nth) {
    const Ending ending = trial(command, {.write = nth, .how = kind.fault});
    std::string why = complaint(command, ending, sound, kind);
    if (why.empty() && files_in(folder) != 1) why = "a temporary file is left";
    if (why.empty()) continue;
    ++wrong;
    fmt::print(stderr, "{}: {} at call {}: {}\n{}", command.name, kind.name, nth, why, ending.messages);
  }
  fmt::print("{}: {} at each of {} calls, {} wrong\n", command.name, kind.name, sound.writes, wrong);
  return wrong == 0 && sound.writes > 0;
}

bool fail_standard_output(const Command& command) {
  bool clean = true;
  for (const char* device : {"/dev/full", "closed"}) {
    const Ending ending = run(command, {.stdout_to = device});
    const bool good = ending.code == to_int(ExitCode::Machine) &&
                      ending.messages.find("standard output") != std::string::npos;
    fmt::print("{} to standard output, {}: exit code {}{}\n", command.name, device, ending.code,
               good ? "" : ", wrong");
    clean = clean && good;
  }
  return clean;
}

Command to_standard_output(Command command) {
  command.words.resize(command.words.size() - 2);
  command.output.clear();
  return command;
}

bool holds_old_or_new(const Ending& ending, const Ending& sound) {
  return ending.output == former || ending.output == sound.output;
}

}  // namespace

bool fail_writes(const std::string& folder) {
  bool clean = true;
  for (const Command& command : writing_commands(folder)) {
    clear(folder);
    const Ending sound = trial(command, {});
    for (const Kind& kind : kinds) clean = fail_each(folder, command, sound, kind) && clean;
    clean = fail_standard_output(to_standard_output(command)) && clean;
  }
  return clean;
}

bool kill_writers(const std::string& folder, int rounds) {
  const Command command = writing_commands(folder).at(1);
  const auto begin = std::chrono::steady_clock::now();
  const Ending sound = trial(command, {});
  const auto taken =
      std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begin);
  int wrong = 0;
  int replaced = 0;
  int killed = 0;
  const auto count = [&](const Ending& ending) {
    wrong += holds_old_or_new(ending, sound) ? 0 : 1;
    replaced += ending.output == sound.output ? 1 : 0;
    killed += ending.signal == SIGKILL ? 1 : 0;
  };
  for (std::uint64_t nth = 1; nth <= sound.writes; ++nth) {
    count(trial(command, {.write = nth, .how = WriteFault::KillBefore}));
    count(trial(command, {.write = nth, .how = WriteFault::KillAfter}));
  }
  std::mt19937 random(1);  // NOLINT: the same moments each time
  const int longest_us = static_cast<int>(taken.count() * 5 / 4);
  for (int round = 0; round < rounds; ++round) {
    Fault fault;
    fault.kill_after_us = std::uniform_int_distribution<int>(0, longest_us)(random);
    count(trial(command, fault));
  }
  fmt::print("{}: kill -9 at each of {} calls and at {} moments: {} killed, {} new, {} wrong\n", command.name,
             sound.writes, rounds, killed, replaced, wrong);
  return wrong == 0 && killed > 0;
}

}  // namespace tsg::faults
