// SPDX-License-Identifier: MIT
// Kind `hostile-rules FOLDER`: every script of index.tsv ends as its class says, and the victim answers the
// same after each. Kind `hostile-answers FOLDER`: what the deterministic scripts say; hostile-rules runs it
// in 20 processes, whose environments differ in size, and all must say the same.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/model/limits.h"
#include "engine/text/utf8.h"
#include "tests/conform/build_pace.h"
#include "tests/conform/child_process.h"
#include "tests/conform/hostile_index.h"
#include "tests/conform/hostile_script.h"
#include "tests/conform/kind.h"
#include "tests/conform/tally.h"

namespace tsg::conform {

namespace {

constexpr std::string_view victim_answer = "X|3-a|2|1+2|gw|nil|a|nil|nil|true|true|true|3";
constexpr double most_milliseconds = sanitized ? 10000 : 250;
constexpr int processes = 20;

bool normal(Ended ended) {
  return ended == Ended::Answered || ended == Ended::Ended;
}

bool meets(Expectation expected, const Ending& ending) {
  switch (expected) {
    case Expectation::StoppedTime:
    case Expectation::StoppedMemory:
      return !normal(ending.ended);
    case Expectation::ContainedError:
      return valid_utf8(ending.said);
    case Expectation::DeniedLoad:
      return ending.ended == Ended::RefusedAtLoad;
    case Expectation::DeniedCall:
      return ending.ended == Ended::RefusedAtCall;
    case Expectation::Isolated:
    case Expectation::Deterministic:
      return true;  // the victim and the other processes decide
  }
  return false;
}

// Noise of the machine can only lengthen a kill, so the shortest of a few counts.
Ending run_in_time(HostileBench& bench, const std::string& script) {
  Ending ending = bench.run(script);
  for (int i = 0; i < 4 && ending.milliseconds > most_milliseconds; ++i) {
    Ending again = bench.run(script);
    if (again.milliseconds < ending.milliseconds) ending = std::move(again);
  }
  return ending;
}

std::string shown(const Ending& ending) {
  constexpr std::size_t most = 160;
  return fmt::format("{}: {}", name_of(ending.ended), ending.said.substr(0, most));
}

// Scripts that must hold for the run to mean anything.
struct Control {
  std::string_view name = {};
  std::string_view script = {};
  Ended ended = Ended::Answered;
  std::string_view said = {};  // of an answer
};

constexpr Control controls[] = {
    {"an honest rule", "if facts.host == 'gw' and facts.list[1] == 'a' then return 'honest' end",
     Ended::Answered, "honest"},
    {"a number", "return 40 + 2", Ended::Answered, "42"},
    {"a plain find", "return (('a.b'):find('.', 1, true))", Ended::Answered, "2"},
    {"find without plain", "return ('a'):find('a')", Ended::RefusedAtCall, ""},
    {"match", "return ('a'):match('a')", Ended::RefusedAtCall, ""},
    {"gmatch", "for word in ('a'):gmatch('a') do return word end", Ended::RefusedAtCall, ""},
    {"gsub", "return (('a'):gsub('a', 'b'))", Ended::RefusedAtCall, ""},
    {"a body that is none", "return 1 return 2", Ended::RefusedAtLoad, ""},
};

struct ClassCount {
  int rows = 0;
  int passed = 0;
  std::map<Ended, int> endings = {};
};

class HostileRun {
 public:
  HostileRun(std::string path, const Arguments& arguments)
      : path_(std::move(path)),
        verbose_(arguments.verbose),
        folder_(read_hostile_folder(path_)),
        bench_(folder_.victim),
        tally_(Listing::Failures) {}

  int run() {
    const std::string alone = bench_.victim_alone();
    if (alone != victim_answer) {
      fmt::print("the victim alone answers {}\n  expected {}\n", alone, victim_answer);
      return 1;
    }
    for (const Control& control : controls) try_control(control);
    for (const HostileScript& script : folder_.scripts) try_script(script);
    compare_processes();
    print_counts();
    return tally_.close();
  }

 private:
  void try_control(const Control& control) {
    tally_.begin(fmt::format("control: {}", control.name));
    const Ending ending = bench_.run(std::string(control.script));
    if (ending.ended != control.ended || (control.ended == Ended::Answered && ending.said != control.said))
      tally_.differ("ending", fmt::format("{} {}", name_of(control.ended), control.said), shown(ending));
    tally_.end();
  }

  void try_script(const HostileScript& script) {
    tally_.begin(script.name);
    const Ending ending = run_in_time(bench_, script.text);
    ClassCount& count = counts_[script.expected];
    ++count.rows;
    ++count.endings[ending.ended];
    const bool good = meets(script.expected, ending);
    if (!good) tally_.differ("ending", name_of(script.expected), shown(ending));
    if (ending.victim != victim_answer) tally_.differ("victim", victim_answer, ending.victim);
    if (ending.milliseconds > most_milliseconds)
      tally_.differ("milliseconds", fmt::format("at most {}", most_milliseconds),
                    fmt::format("{:.1f}", ending.milliseconds));
    if (ending.heap_bytes > limits::lua_heap_bytes)
      tally_.differ("heap", fmt::format("at most {}", limits::lua_heap_bytes),
                    fmt::format("{}", ending.heap_bytes));
    if (good && ending.victim == victim_answer) ++count.passed;
    if (ending.milliseconds > slowest_) {
      slowest_ = ending.milliseconds;
      slowest_name_ = script.name;
    }
    if (ending.heap_bytes > largest_) {
      largest_ = ending.heap_bytes;
      largest_name_ = script.name;
    }
    if (verbose_)
      fmt::print("{}\t{}\t{:.1f} ms\t{} bytes\t{}\n", script.name, name_of(script.expected),
                 ending.milliseconds, ending.heap_bytes, shown(ending));
    tally_.end();
  }

  void compare_processes() {
    tally_.begin("deterministic scripts");
    std::string first;
    for (int i = 0; i < processes; ++i) {
      const std::string padding = "TSG_PADDING=" + std::string(static_cast<std::size_t>(i * 977), 'x');
      const ChildEnd child = run_self({"hostile-answers", path_}, {padding}, 120);
      if (child.exit_code != 0) {
        tally_.differ(fmt::format("process {}", i), "exit code 0",
                      fmt::format("exit code {}, signal {}", child.exit_code, child.signal));
        continue;
      }
      if (agreeing_ == 0) first = child.output;
      if (child.output == first) {
        ++agreeing_;
      } else {
        tally_.differ(fmt::format("process {}", i), first, child.output);
      }
    }
    tally_.end();
  }

  void print_counts() const {
    for (const auto& [expected, count] : counts_) {
      const auto of = [&count = count](Ended ended) {
        const auto found = count.endings.find(ended);
        return found == count.endings.end() ? 0 : found->second;
      };
      fmt::print(
          "{}: {} of {} as expected: {} answers, {} other ends, {} stops ({} time, {} memory), {} "
          "refusals ({} load, {} call)\n",
          name_of(expected), count.passed, count.rows, of(Ended::Answered), of(Ended::Ended),
          of(Ended::StoppedByTime) + of(Ended::StoppedByMemory), of(Ended::StoppedByTime),
          of(Ended::StoppedByMemory), of(Ended::RefusedAtLoad) + of(Ended::RefusedAtCall),
          of(Ended::RefusedAtLoad), of(Ended::RefusedAtCall));
    }
    fmt::print("{} of {} processes agree on the deterministic rows\n", agreeing_, processes);
    fmt::print("slowest {:.1f} ms ({}), limit {} ms{}\n", slowest_, slowest_name_, limits::rule_milliseconds,
               sanitized ? ", in a build with sanitizers" : "");
    fmt::print("largest heap {:.2f} MB ({}), limit {} MB\n", static_cast<double>(largest_) / (1U << 20U),
               largest_name_, limits::lua_heap_bytes >> 20U);
  }

  std::string path_;
  bool verbose_;
  HostileFolder folder_;
  HostileBench bench_;
  Tally tally_;
  std::map<Expectation, ClassCount> counts_ = {};
  int agreeing_ = 0;
  double slowest_ = 0;
  std::string slowest_name_ = {};
  std::size_t largest_ = 0;
  std::string largest_name_ = {};
};

}  // namespace

int run_hostile_rules(const Arguments& arguments) {
  return HostileRun(arguments.paths.front(), arguments).run();
}

int run_hostile_answers(const Arguments& arguments) {
  const HostileFolder folder = read_hostile_folder(arguments.paths.front());
  HostileBench bench(folder.victim);
  for (const HostileScript& script : folder.scripts) {
    if (script.expected != Expectation::Deterministic) continue;
    const Ending ending = bench.run(script.text);
    fmt::print("{}\t{}\t{}\n", script.name, name_of(ending.ended), ending.said);
  }
  return 0;
}

}  // namespace tsg::conform
