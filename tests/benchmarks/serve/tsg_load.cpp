// SPDX-License-Identifier: MIT
// tsg_load [--at ADDRESS:PORT] [--host HOST] [--clients N] [--period S] [--seconds S] [--warm-up S]
//          [--get PATH | --request FILE | --sessions CREATION.json] [--header "Name: value"]...
//          [--idle N] [--dribble N] [--find-rate MS]
// Load on a server, in an open loop. --request: the bytes of a request, `{host}` replaced. --sessions: walks
// sessions of the API. --idle and --dribble hold connections beside it. --find-rate: the highest rate at
// which p99 stays within so many milliseconds without an error. Exit 1: there were errors.
#include <fmt/format.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "tests/benchmarks/serve/crowd.h"
#include "tests/benchmarks/serve/open_loop.h"

namespace {

using namespace tsg::load;

struct Options {
  std::map<std::string, std::string> given = {};
  std::string headers = {};
  std::string text(const std::string& name, const std::string& otherwise) const {
    const auto found = given.find(name);
    return found == given.end() ? otherwise : found->second;
  }
  double number(const std::string& name, double otherwise) const {
    const auto found = given.find(name);
    return found == given.end() ? otherwise : std::strtod(found->second.c_str(), nullptr);
  }
  std::size_t count(const std::string& name, double otherwise) const {
    return static_cast<std::size_t>(number(name, otherwise));
  }
};

// False: an option without its value, or an unknown one.
bool read_options(int count, char** arguments, Options& options) {
  const std::string known =
      " --at --host --clients --period --seconds --warm-up --get --request --sessions --idle --dribble "
      "--find-rate ";
  for (int i = 1; i < count; i += 2) {
    const std::string name = arguments[i];
    if (i + 1 >= count) return false;
    if (name == "--header") {
      options.headers += std::string(arguments[i + 1]) + "\r\n";
    } else if (known.find(' ' + name + ' ') != std::string::npos) {
      options.given[name] = arguments[i + 1];
    } else {
      return false;
    }
  }
  return true;
}

std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) fmt::print(stderr, "tsg_load: cannot read {}\n", path), std::exit(4);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string with_host(std::string text, const std::string& host) {
  for (std::size_t at = 0; (at = text.find("{host}", at)) != std::string::npos;) text.replace(at, 6, host);
  return text;
}

Target target_of(const Options& options) {
  const std::string at = options.text("--at", "127.0.0.1:8700");
  const std::size_t colon = at.rfind(':');
  const auto port = static_cast<std::uint16_t>(std::strtoul(at.c_str() + colon + 1, nullptr, 10));
  return {.address = at.substr(0, colon), .port = port, .host = options.text("--host", at)};
}

MakeScenario scenario_of(const Options& options, const std::string& host) {
  const std::string sessions = options.text("--sessions", ""), request = options.text("--request", "");
  if (!sessions.empty()) return walk_sessions(host, file_text(sessions), options.headers);
  if (!request.empty()) return same_request(with_host(file_text(request), host));
  return same_request(fmt::format("GET {} HTTP/1.1\r\nHost: {}\r\n{}\r\n", options.text("--get", "/"), host,
                                  options.headers));
}

// Doubles the clients until the bound breaks, then halves the distance to within a twentieth.
double find_rate(const Target& target, const MakeScenario& make, Pace pace, double most_ms) {
  const auto holds = [&](std::size_t clients) {
    pace.clients = clients;
    const Outcome outcome = run_open_loop(target, make, pace);
    fmt::print("{} clients: {}\n", clients, text_of(outcome));
    std::fflush(stdout);
    return outcome.errors == 0 && outcome.answers > 0 && outcome.p99_ms <= most_ms;
  };
  std::size_t good = 0, bad = pace.clients;
  const std::size_t most = allow_all_descriptors() - 100;
  while (bad < most && holds(bad)) good = bad, bad *= 2;
  bad = std::min(bad, most);
  while (bad - good > std::max<std::size_t>(good / 20, 1)) {
    const std::size_t middle = good + (bad - good) / 2;
    (holds(middle) ? good : bad) = middle;
  }
  return static_cast<double>(good) / pace.period_seconds;
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  if (!read_options(count, arguments, options)) {
    fmt::print(stderr,
               "tsg_load: see the first lines of tests/benchmarks/serve/tsg_load.cpp for its options\n");
    return 2;
  }
  allow_all_descriptors();
  const Target target = target_of(options);
  const MakeScenario make = scenario_of(options, target.host);
  const Pace pace = {.clients = options.count("--clients", 10),
                     .period_seconds = options.number("--period", 1),
                     .seconds = options.number("--seconds", 10),
                     .warm_up_seconds = options.number("--warm-up", 1)};
  const Crowd crowd(target, options.count("--idle", 0), options.count("--dribble", 0));
  if (const double most_ms = options.number("--find-rate", 0); most_ms > 0) {
    fmt::print("highest rate with p99 <= {} ms: {:.0f}/s\n", most_ms, find_rate(target, make, pace, most_ms));
    return 0;
  }
  const Outcome outcome = run_open_loop(target, make, pace);
  fmt::print("{}\n", text_of(outcome));
  if (crowd.open() > 0)
    fmt::print("beside {} connections, of which the server ended {}\n", crowd.open(), crowd.ended());
  return outcome.errors == 0 ? 0 : 1;
}
