// SPDX-License-Identifier: MIT
#include "tools/serve.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <thread>

#include "engine/loader/pack_files.h"
#include "engine/model/limits.h"
#include "engine/text/duration.h"
#include "engine/text/file.h"
#include "engine/text/rfc3339.h"
#include "tools/api/api.h"
#include "tools/desk/desk.h"
#include "tools/desk/desk_store.h"
#include "tools/event.h"
#include "tools/folder_watch.h"
#include "tools/interruption.h"
#include "tools/say_errors.h"
#include "tools/serve/access_log.h"
#include "tools/serve/serve_handler.h"
#include "tools/server/access_line.h"
#include "tools/server/prometheus_text.h"
#include "tools/server/server.h"

namespace tsg {

namespace {

using namespace std::chrono_literals;
constexpr auto farewell = 5s;           // for requests that are being answered when the server ends
constexpr auto between_clearings = 1h;  // of cases whose time is over
constexpr std::size_t upload_bytes = 8U << 20U;
constexpr unsigned threads_of_core = 4;  // most of the time of a request is waiting for the disk

Result<std::string> read_token(const ServeCommand& command) {
  if (command.token_file.empty()) {
    if (command.address.empty()) return std::string();
    return HostError{"an address that others can reach needs a token",
                     "write one into a file, and name it: `--token-file FILE`"};
  }
  Result<std::string> bytes = read_file(command.token_file, limits::article_bytes);
  if (!bytes.ok()) return bytes.error();
  std::string token = bytes.value();
  while (!token.empty() && (token.back() == '\n' || token.back() == '\r' || token.back() == ' '))
    token.pop_back();
  if (token.size() < LoginGate::shortest_token)
    return HostError{fmt::format("the token in `{}` is shorter than {} bytes", command.token_file,
                                 LoginGate::shortest_token),
                     "make one: `head -c 32 /dev/urandom | base64`"};
  return token;
}

// What does not depend on requests: content that changes, cases whose time is over.
class Housekeeper {
 public:
  Housekeeper(std::string root, Desk& desk, std::optional<std::int64_t> kept_seconds, const Console& console)
      : root_(std::move(root)), desk_(desk), kept_seconds_(kept_seconds), console_(console) {}

  void run(FolderWatch& folders, const std::atomic<bool>& ended) {
    constexpr int look_ms = 200;
    constexpr int settle_ms = 50;
    auto cleared = std::chrono::steady_clock::time_point();
    while (!ended.load()) {
      const auto now = std::chrono::steady_clock::now();
      if (kept_seconds_ &&
          (cleared == std::chrono::steady_clock::time_point() || now - cleared > between_clearings)) {
        clear();
        cleared = now;
      }
      if (!folders.changed(look_ms, settle_ms).empty()) renew();
    }
  }

 private:
  void clear() {
    const auto before = std::chrono::system_clock::now() - std::chrono::seconds(*kept_seconds_);
    const double seconds = std::chrono::duration<double>(before.time_since_epoch()).count();
    const Result<std::uint64_t> removed = desk_.store().remove_older_than(format_rfc3339(seconds));
    if (!removed.ok()) return console_.say(removed.error());
    if (removed.value() > 0)
      console_.say(fmt::format("deleted {} cases whose time is over", removed.value()));
  }

  // A guide that became broken while it is written does not take the others away: the former content stays.
  void renew() {
    std::shared_ptr<const DeskContent> content = DeskContent::open(root_);
    if (has_error(content->diagnostics())) {
      say_errors(content->diagnostics(), console_);
      return console_.say("the guides stay as they were");
    }
    desk_.renew(std::move(content));
    console_.say("the guides were read anew");
  }

  std::string root_;
  Desk& desk_;
  std::optional<std::int64_t> kept_seconds_;
  const Console& console_;
};

ExitCode run_server(const ServeCommand& command, const std::string& root, Desk& desk, std::string token,
                    std::optional<std::int64_t> kept_seconds, Interruption& interruption,
                    const Console& console) {
  Result<std::unique_ptr<AccessLog>> log = AccessLog::open(command.log);
  if (!log.ok()) return console.say(log.error()), ExitCode::Machine;
  const std::unique_ptr<AccessLog> lines = std::move(log).value();
  Result<FolderWatch> watch = FolderWatch::over(folders_to_watch(root));
  if (!watch.ok()) return console.say(watch.error()), ExitCode::Machine;
  FolderWatch folders = std::move(watch).value();
  Result<CsrfGuard> guard = CsrfGuard::make();
  if (!guard.ok()) return console.say(guard.error()), ExitCode::Machine;
  LoginGate gate(std::move(token), command.scheme);
  AgentHandler pages(desk,
                     {.facts_folder = command.facts, .login = gate.needed() ? Login::Token : Login::None});
  Api api(desk, {.description = std::string(agent_page_file("openapi.json"))});
  const web::Server* server_of_metrics = nullptr;
  ServeHandler handler({.pages = pages,
                        .guard = guard.value(),
                        .gate = gate,
                        .metrics = [&] { return web::prometheus_text(server_of_metrics->figures()); },
                        .is_api = [&api](const web::Request& request) { return api.serves(request); },
                        .api = [&api](const web::Request& request) { return api.answer(request); }});
  Result<web::Server> listening =
      web::Server::listen(web::Loopback::V4, command.port,
                          [&handler](const web::Request& request) { return handler.answer(request); },
                          {.posts = web::Posts::Accepted,
                           .events_path = "",
                           .address = command.address,
                           .hosts = command.hosts,
                           .scheme = command.scheme,
                           .connections = command.connections,
                           .body_bytes = upload_bytes,
                           .on_served = [&lines](const web::Served& served) {
                             lines->write(web::access_line(served, std::chrono::system_clock::now()));
                           }});
  if (!listening.ok()) return console.say(listening.error()), ExitCode::Machine;
  web::Server server = std::move(listening).value();
  server_of_metrics = &server;
  console.say(fmt::format("the desk is at {} (Ctrl-C ends)", server.url()));
  std::atomic<bool> ended = false;
  std::thread housekeeping([&] { Housekeeper(root, desk, kept_seconds, console).run(folders, ended); });
  const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
  std::thread serving([&] { server.run(command.threads > 0 ? command.threads : threads_of_core * cores); });
  const Event never;
  interruption.wait(never);
  ended = true;
  server.stop_gracefully(farewell);
  serving.join();
  housekeeping.join();
  return ExitCode::Done;
}

}  // namespace

ExitCode serve(const ServeCommand& command, const Console& console) {
  Result<std::string> token = read_token(command);
  if (!token.ok()) return console.say(token.error()), ExitCode::Usage;
  std::optional<std::int64_t> kept_seconds;
  if (!command.keep.empty()) {
    if (const auto seconds = parse_duration(command.keep)) kept_seconds = static_cast<std::int64_t>(*seconds);
    if (!kept_seconds) {
      console.say(HostError{fmt::format("`{}` is no time to keep cases for", command.keep), "write `90d`"});
      return ExitCode::Usage;
    }
  }
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root.ok()) return console.say(root.error()), ExitCode::Unreadable;
  Interruption
      interruption;  // before any thread there is: one that was started earlier would die of a signal
  Result<SessionStore> store = open_desk_store(command.store);
  if (!store.ok()) return console.say(store.error()), ExitCode::Machine;
  SessionStore sessions = std::move(store).value();
  std::shared_ptr<const DeskContent> content = DeskContent::open(root.value());
  say_errors(content->diagnostics(), console);
  if (content->guides().empty()) {
    console.say(HostError{"no guide of this pack can be walked", "see `tsg check`"});
    return ExitCode::Unreadable;
  }
  Desk desk(std::move(content), sessions);
  return run_server(command, root.value(), desk, std::move(token).value(), kept_seconds, interruption,
                    console);
}

}  // namespace tsg
