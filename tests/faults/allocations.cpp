// SPDX-License-Identifier: MIT
#include "tests/faults/allocations.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>

#include "tests/faults/commands.h"
#include "tests/faults/trial.h"
#include "tools/exit_code.h"

namespace tsg::faults {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* former = "what stood here before\n";
constexpr std::size_t shown_failures = 5;

// Whether libraries have made what they keep for good before the trial begins.
enum class Start : std::uint8_t { Cold, Warm };

void put_former_output(const Command& command) {
  if (!command.output.empty()) std::ofstream(command.output, std::ios::trunc) << former;
}

// What a command's trials came to.
struct Tally {
  std::uint64_t allocations = 0;
  std::uint64_t trials = 0;
  std::uint64_t crashes = 0;
  std::uint64_t leaks = 0;
  std::uint64_t others = 0;  // another result, a lost output, no message
  std::map<int, std::uint64_t> codes = {};

  bool clean() const { return crashes == 0 && leaks == 0 && others == 0 && trials > 0; }
};

// A sanitizer's threads free blocks that nobody counted: there its own leak checker judges.
#ifdef __SANITIZE_ADDRESS__
constexpr bool counts_blocks = false;
#else
constexpr bool counts_blocks = true;
#endif

// The sanitizer ends the process when it finds no memory for a thread that the program could start.
bool is_sanitizers_own(const Ending& ending) {
  return !counts_blocks && ending.messages.find("CHECK failed: sanitizer_linux") != std::string::npos;
}

class Series {
 public:
  Series(const Command& command, Start start, Lasting lasting)
      : command_(command), start_(start), lasting_(lasting) {}

  Tally run(Effort effort) {
    if (start_ == Start::Warm) warm_up(command_);
    sound_ = trial(0);
    tally_.allocations = sound_.allocations.asked;
    if (counts_blocks && start_ == Start::Warm && sound_.allocations.live != 0)
      fail(0, sound_, "leaks without a fault");
    const std::uint64_t count = tally_.allocations;
    const std::uint64_t stride = effort.most.count() == 0 ? 1 : stride_for(count, effort);
    const Clock::time_point begin = Clock::now();
    for (std::uint64_t nth = 1; nth <= count; nth += stride) {
      judge(nth, trial(nth));
      if (effort.most.count() > 0 && Clock::now() - begin > effort.most) break;
    }
    return tally_;
  }

 private:
  // Trials are spread evenly: a step that has no common measure with patterns in the program.
  std::uint64_t stride_for(std::uint64_t count, Effort effort) {
    const Clock::time_point begin = Clock::now();
    constexpr std::uint64_t samples = 8;
    for (std::uint64_t i = 0; i < samples; ++i) trial(1 + i * count / samples);
    const auto each =
        std::max<Clock::duration>((Clock::now() - begin) / samples, std::chrono::microseconds(1));
    const auto fitting = static_cast<std::uint64_t>(std::max<long>(effort.most / each, 1));
    return std::max<std::uint64_t>(count / fitting, 1);
  }

  Ending trial(std::uint64_t nth) {
    put_former_output(command_);
    Fault fault;
    fault.allocation = nth;
    fault.lasting = lasting_;
    return faults::run(command_, fault);
  }

  void judge(std::uint64_t nth, const Ending& ending) {
    ++tally_.trials;
    ++tally_.codes[ending.code];
    if (is_sanitizers_own(ending)) return;
    if (ending.signal != 0 || ending.code == 99) {
      ++tally_.crashes;
      return show(nth, ending, fmt::format("signal {}", ending.signal));
    }
    const bool blocks_left = counts_blocks && start_ == Start::Warm && ending.allocations.live != 0;
    if (ending.leak_found || blocks_left) {
      ++tally_.leaks;
      show(nth, ending, fmt::format("{} blocks leak", ending.allocations.live));
    }
    if (ending.code == to_int(ExitCode::Machine)) {
      // What is refused after the new output is in its place cannot bring the former one back.
      const bool whole = ending.output == former || ending.output == sound_.output;
      const bool kept = command_.output.empty() || whole;
      if (!kept) return fail(nth, ending, "the former output is lost");
      if (ending.messages.find("error:") == std::string::npos) fail(nth, ending, "there is no message");
    } else if (ending.code != sound_.code || ending.output != sound_.output) {
      fail(nth, ending, "it ends otherwise than without a fault");
    }
  }

  void fail(std::uint64_t nth, const Ending& ending, const std::string& why) {
    ++tally_.others;
    show(nth, ending, why);
  }

  void show(std::uint64_t nth, const Ending& ending, const std::string& why) {
    if (++shown_ > shown_failures) return;
    fmt::print(stderr, "{} [{}{}]: allocation {} refused: {}, exit code {}\n{}\n", command_.name,
               lasting_ == Lasting::Once ? "once" : "from then on", start_ == Start::Warm ? ", warm" : "",
               nth, why, ending.code, ending.messages.substr(0, 2000));
  }

  const Command& command_;
  Start start_;
  Lasting lasting_;
  Ending sound_ = {};
  Tally tally_ = {};
  std::size_t shown_ = 0;
};

void print(const Command& command, Start start, Lasting lasting, const Tally& tally) {
  std::string codes;
  for (const auto& [code, count] : tally.codes) codes += fmt::format(" {}:{}", code, count);
  fmt::print("{}, {}{}: {} allocations, {} refused, {} crashes, {} leaks, {} other faults, exit codes{}\n",
             command.name, lasting == Lasting::Once ? "once" : "from then on",
             start == Start::Warm ? ", warm" : "", tally.allocations, tally.trials, tally.crashes,
             tally.leaks, tally.others, codes);
  std::fflush(stdout);
}

}  // namespace

bool refuse_allocations(const std::string& folder, Effort effort) {
  const std::vector<Command> commands = allocating_commands(folder);
  bool clean = true;
  const auto run = [&](Start start, Lasting lasting) {
    for (const Command& command : commands) {
      const Tally tally = Series(command, start, lasting).run(effort);
      print(command, start, lasting, tally);
      clean = clean && tally.clean();
    }
  };
  run(Start::Cold, Lasting::Once);
  run(Start::Cold, Lasting::FromThenOn);
  run(Start::Warm, Lasting::Once);
  return clean;
}

}  // namespace tsg::faults
