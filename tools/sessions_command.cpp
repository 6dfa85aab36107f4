// SPDX-License-Identifier: MIT
#include "tools/sessions_command.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>

#include "engine/text/atomic_file.h"
#include "engine/text/duration.h"
#include "engine/text/rfc3339.h"
#include "tools/descriptor_sink.h"
#include "tools/sessions/session_store.h"
#include "tools/sessions/store_file.h"
#include "tools/sessions_text.h"

namespace tsg {

namespace {

bool exists(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0;
}

ExitCode failed(const HostError& error, const Console& console) {
  console.say(error);
  return ExitCode::Machine;
}

// A time as it is; a span such as "90d" as the time that long ago.
std::optional<std::string> time_of(const std::string& text) {
  if (parse_rfc3339(text)) return text;
  const std::optional<double> span = parse_duration(text);
  if (!span) return std::nullopt;
  const std::chrono::duration<double> now = std::chrono::system_clock::now().time_since_epoch();
  std::string time = format_rfc3339(now.count() - *span);
  if (time.empty()) return std::nullopt;
  return time;
}

ExitCode no_time(const std::string& text, std::string_view option, const Console& console) {
  console.say(HostError{fmt::format("`{}` is neither a time nor a span of time", text),
                        fmt::format("write `{0} 90d`, or `{0} 2026-11-20T12:00:00Z`", option)});
  return ExitCode::Usage;
}

ExitCode no_session(const std::string& id, const Console& console) {
  console.say(
      HostError{fmt::format("there is no session `{}`", id), "`tsg sessions list` shows those there are"});
  return ExitCode::Usage;
}

// REQUIRES: command.since is empty or a time or span
SessionFilter filter_of(const SessionsCommand& command) {
  SessionFilter filter;
  if (!command.guide.empty()) filter.guide = command.guide;
  filter.state = command.state;
  filter.label_contains = command.label;
  if (!command.outcome.empty()) filter.outcome = command.outcome;
  if (!command.since.empty()) filter.changed_since = time_of(command.since);
  return filter;
}

// What one verb does with an open store.
class OpenSessions {
 public:
  OpenSessions(SessionStore& store, const SessionsCommand& command, const Console& console)
      : store_(store), command_(command), console_(console) {}

  ExitCode run() {
    switch (command_.verb) {
      case SessionsVerb::List:
        return list();
      case SessionsVerb::Show:
        return show();
      case SessionsVerb::Delete:
        return remove();
      case SessionsVerb::Export:
        return export_all();
      case SessionsVerb::Report:
        return report();
      case SessionsVerb::Prune:
        return prune();
    }
    return ExitCode::Usage;
  }

 private:
  bool as_json() const { return command_.format == ListFormat::Json; }
  ExitCode deliver(const std::string& bytes) const { return console_.deliver(bytes, command_.output); }

  ExitCode list() {
    SessionFilter filter = filter_of(command_);
    filter.limit = command_.limit + 1;
    Result<std::vector<SessionHead>> found = store_.heads(filter);
    if (!found) return failed(found.error(), console_);
    std::vector<SessionHead> heads = std::move(found).value();
    const bool more = heads.size() > command_.limit;
    if (more) heads.resize(command_.limit);
    const ExitCode code = deliver(as_json() ? json_of(heads) : text_of(heads));
    if (more)
      console_.say(fmt::format("there are more than {} sessions; `--limit` shows more", command_.limit));
    return code;
  }

  ExitCode show() {
    const std::string& id = command_.ids.front();
    const auto session = store_.load(id);
    if (!session) return failed(session.error(), console_);
    if (!session.value()) return no_session(id, console_);
    if (!as_json()) return deliver(text_of(*session.value()));
    const std::optional<std::string> line = line_of(*session.value(), ExportedFacts::Whole);
    if (!line) return failed({fmt::format("the session `{}` is damaged", id), ""}, console_);
    return deliver(*line);
  }

  ExitCode remove() {
    ExitCode code = ExitCode::Done;
    std::uint64_t all = 0;
    for (const std::string& id : command_.ids) {
      const Result<std::uint64_t> removed = store_.remove(id);
      if (!removed) return failed(removed.error(), console_);
      if (removed.value() == 0) code = no_session(id, console_);
      all += removed.value();
    }
    return all == 0 ? code : compact(code);
  }

  // Of sessions that were removed nothing shall be left in the file.
  ExitCode compact(ExitCode code) {
    const Result<Written> compacted = store_.compact();
    return compacted ? code : failed(compacted.error(), console_);
  }

  Result<std::uint64_t> export_to(int descriptor, const std::string& name) {
    const Event never;
    DescriptorSink sink(descriptor, name, never);
    return store_.export_lines(filter_of(command_), command_.facts,
                               [&sink](std::string_view line) { return sink.write(line); });
  }

  ExitCode export_all() {
    if (!command_.output.empty() && command_.output != "-") return export_to_file();
    const Result<std::uint64_t> exported = export_to(STDOUT_FILENO, "standard output");
    return exported ? ExitCode::Done : failed(exported.error(), console_);
  }

  ExitCode export_to_file() {
    const bool is_new = !exists(command_.output);
    Result<AtomicFile> created = AtomicFile::create(command_.output);
    if (!created) return failed(created.error(), console_);
    AtomicFile file = std::move(created).value();
    const Result<std::uint64_t> exported = export_to(file.descriptor(), fmt::format("`{}`", command_.output));
    if (!exported) return failed(exported.error(), console_);
    const Result<Written> written = file.commit();
    if (!written) return failed(written.error(), console_);
    // What customers' sessions hold is nobody else's.
    if (is_new) ::chmod(command_.output.c_str(), S_IRUSR | S_IWUSR);
    return ExitCode::Done;
  }

  ExitCode report() {
    const Result<SessionReport> made = store_.report(filter_of(command_));
    if (!made) return failed(made.error(), console_);
    return deliver(as_json() ? json_of(made.value()) : text_of(made.value()));
  }

  ExitCode prune() {
    const Result<std::uint64_t> removed = store_.remove_older_than(*time_of(command_.older_than));
    if (!removed) return failed(removed.error(), console_);
    console_.say(
        fmt::format("{} {} removed", removed.value(), removed.value() == 1 ? "session" : "sessions"));
    return removed.value() == 0 ? ExitCode::Done : compact(ExitCode::Done);
  }

  SessionStore& store_;
  const SessionsCommand& command_;
  const Console& console_;
};

// Nobody has stored a session yet, and looking at them makes no store.
ExitCode run_without_store(const SessionsCommand& command, const Console& console) {
  const std::vector<SessionHead> heads;
  const SessionReport report;
  const bool as_json = command.format == ListFormat::Json;
  if (!command.ids.empty()) return no_session(command.ids.front(), console);
  std::string text;
  if (command.verb == SessionsVerb::List) text = as_json ? json_of(heads) : text_of(heads);
  if (command.verb == SessionsVerb::Report) text = as_json ? json_of(report) : text_of(report);
  if (command.verb == SessionsVerb::Prune) console.say("0 sessions removed");
  return console.deliver(text, command.output);
}

}  // namespace

ExitCode show_sessions(const SessionsCommand& command, const Console& console) {
  if (!command.since.empty() && !time_of(command.since)) return no_time(command.since, "--since", console);
  if (command.verb == SessionsVerb::Prune && !time_of(command.older_than))
    return no_time(command.older_than, "--older-than", console);
  const Result<std::string> path =
      command.store.empty() ? usual_store_path() : Result<std::string>(command.store);
  if (!path) return failed(path.error(), console);
  if (!exists(path.value())) {
    if (command.store.empty()) return run_without_store(command, console);
    console.say(HostError{fmt::format("there is no session store `{}`", path.value()), ""});
    return ExitCode::Unreadable;
  }
  Result<SessionStore> opened = SessionStore::open(path.value());
  if (!opened) return failed(opened.error(), console);
  SessionStore store = std::move(opened).value();
  return OpenSessions(store, command, console).run();
}

}  // namespace tsg
