// SPDX-License-Identifier: MIT
#include "tools/check_watch.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <set>

#include "engine/diagnostics/text_form.h"
#include "engine/text/descriptor.h"

namespace tsg {

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

std::string folder_of(const std::string& path) {
  const std::string parent = fs::path(path).parent_path().string();
  return parent.empty() ? "." : parent;
}

class Watcher {
 public:
  Watcher(const CheckScope& scope, std::size_t threads, Severity level, const Console& console)
      : scope_(scope), level_(level), console_(console), articles_(check_files(scope.articles, threads)) {
    for (std::size_t i = 0; i < articles_.size(); ++i) places_.emplace(articles_[i].path, i);
    found_ = check_together(articles_, scope_.settings);
  }

  void print_all() const {
    for (const Diagnostics& each : found_) print(each);
    console_.say(fmt::format("{} files checked; waiting for changes (Ctrl-C ends)", articles_.size()));
  }

  // Checks `paths` again, and tells of every file whose findings are others now.
  void renew(const std::set<std::string>& paths) {
    const auto begin = Clock::now();
    std::size_t renewed = 0;
    for (const std::string& path : paths) {
      const auto known = places_.find(path);
      if (known == places_.end()) continue;
      articles_[known->second] = check_file(path);
      ++renewed;
    }
    if (renewed == 0) return;
    std::vector<Diagnostics> now = check_together(articles_, scope_.settings);
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count();
    std::size_t changed = 0;
    for (std::size_t i = 0; i < now.size(); ++i) {
      if (now[i] == found_[i]) continue;
      ++changed;
      print(now[i]);
    }
    found_ = std::move(now);
    console_.say(fmt::format("{} checked again in {:.1f} ms; findings of {} changed", renewed,
                             static_cast<double>(taken) / 1000, changed));
  }

  std::set<std::string> folders() const {
    std::set<std::string> all;
    for (const CheckedArticle& each : articles_) all.insert(folder_of(each.path));
    return all;
  }

 private:
  void print(const Diagnostics& diagnostics) const {
    for (const Diagnostic& each : diagnostics) {
      if (each.severity <= level_) console_.say(each);
    }
  }

  const CheckScope& scope_;
  Severity level_;
  const Console& console_;
  std::vector<CheckedArticle> articles_;
  std::vector<Diagnostics> found_ = {};
  std::map<std::string, std::size_t> places_ = {};
};

// The files that the events in `bytes` name.
std::set<std::string> written_files(const std::vector<char>& bytes,
                                    const std::map<int, std::string>& folders) {
  std::set<std::string> files;
  for (std::size_t at = 0; at + sizeof(inotify_event) <= bytes.size();) {
    inotify_event event = {};
    std::copy_n(bytes.data() + at, sizeof event, reinterpret_cast<char*>(&event));
    const char* name = bytes.data() + at + sizeof event;
    const auto folder = folders.find(event.wd);
    if (event.len > 0 && folder != folders.end()) {
      files.insert(folder->second == "." ? std::string(name) : folder->second + "/" + name);
    }
    at += sizeof event + event.len;
  }
  return files;
}

}  // namespace

ExitCode watch(const CheckScope& scope, std::size_t threads, Severity level, const Console& console) {
  Watcher watcher(scope, threads, level, console);
  const Descriptor events(::inotify_init1(IN_CLOEXEC));
  std::map<int, std::string> folders;
  for (const std::string& folder : watcher.folders()) {
    const int number =
        ::inotify_add_watch(events.number(), folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE);
    if (number >= 0) folders.emplace(number, folder);
  }
  if (folders.empty()) {
    console.say(HostError{"no folder can be watched", "raise fs.inotify.max_user_watches"});
    return ExitCode::Machine;
  }
  watcher.print_all();
  constexpr std::size_t most_bytes = 1U << 16U;
  constexpr int look_ms = 200;
  for (;;) {
    pollfd waiting{events.number(), POLLIN, 0};
    if (::poll(&waiting, 1, look_ms) <= 0) continue;
    std::vector<char> bytes(most_bytes);
    const ssize_t read = ::read(events.number(), bytes.data(), bytes.size());
    if (read <= 0) continue;
    bytes.resize(static_cast<std::size_t>(read));
    watcher.renew(written_files(bytes, folders));
  }
}

}  // namespace tsg
