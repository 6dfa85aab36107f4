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

using Findings = std::map<std::string, Diagnostics>;  // by file

// Every folder below `root` that holds a part of a pack.
void add_folders(std::set<std::string>& folders, const std::string& root) {
  folders.insert(root);
  std::error_code error;
  for (const char* part : {"guides", "rules"}) {
    for (fs::recursive_directory_iterator at(fs::path(root) / part, error), end; !error && at != end;
         at.increment(error)) {
      if (at->is_directory(error))
        folders.insert(root == "." ? at->path().lexically_normal().string() : at->path().string());
    }
    folders.insert((fs::path(root) / part).lexically_normal().string());
  }
}

class Watcher {
 public:
  Watcher(const CheckScope& scope, std::size_t threads, Severity level, const Console& console)
      : scope_(scope), level_(level), console_(console), articles_(check_files(scope.articles, threads)) {
    check_packs();
    found_ = findings();
  }

  void print_all() const {
    for (const auto& [file, diagnostics] : found_) print(diagnostics);
    console_.say(fmt::format("{} files checked; waiting for changes (Ctrl-C ends)", articles_.size()));
  }

  // Checks `paths` again, and tells of every file whose findings are others now.
  void renew(const std::set<std::string>& paths) {
    const auto begin = Clock::now();
    bool pack_changed = false;
    std::size_t renewed = 0;
    for (const std::string& path : paths) {
      const bool article = path.ends_with(".md");
      if (article) renew_article(path);
      const bool of_pack = path.ends_with(".lua") || path.ends_with(".toml") || path.ends_with(".json");
      pack_changed = pack_changed || of_pack || (article && !scope_.packs.empty());
      renewed += article || of_pack ? 1 : 0;
    }
    if (renewed == 0) return;
    if (pack_changed) check_packs();
    Findings now = findings();
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin).count();
    std::size_t changed = 0;
    for (const auto& [file, diagnostics] : now) {
      const auto before = found_.find(file);
      if (before != found_.end() && before->second == diagnostics) continue;
      if (before == found_.end() && diagnostics.empty()) continue;
      ++changed;
      print(diagnostics);
      if (diagnostics.empty()) console_.say(fmt::format("{}: nothing is wrong any more", file));
    }
    found_ = std::move(now);
    console_.say(fmt::format("{} checked again in {:.1f} ms; findings of {} changed", renewed,
                             static_cast<double>(taken) / 1000, changed));
  }

  std::set<std::string> folders() const {
    std::set<std::string> all;
    for (const CheckedArticle& each : articles_) all.insert(folder_of(each.path));
    for (const std::string& root : scope_.packs) add_folders(all, root);
    return all;
  }

 private:
  // A new file is taken in, one that is gone is left out.
  void renew_article(const std::string& path) {
    const auto known = std::find_if(articles_.begin(), articles_.end(),
                                    [&path](const CheckedArticle& each) { return each.path == path; });
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
      if (known != articles_.end()) articles_.erase(known);
    } else if (known != articles_.end()) {
      *known = check_file(path);
    } else {
      articles_.push_back(check_file(path));
    }
  }

  void check_packs() {
    of_packs_.clear();
    for (const std::string& root : scope_.packs) append(of_packs_, check_pack(root));
    apply_settings(of_packs_, scope_.settings);
  }

  Findings findings() const {
    Findings all;
    for (FileFindings& each : findings_of(articles_, check_together(articles_, scope_.settings), of_packs_)) {
      all.emplace(std::move(each.path), std::move(each.diagnostics));
    }
    return all;
  }

  void print(const Diagnostics& diagnostics) const {
    for (const Diagnostic& each : diagnostics) {
      if (each.severity <= level_) console_.say(each);
    }
  }

  const CheckScope& scope_;
  Severity level_;
  const Console& console_;
  std::vector<CheckedArticle> articles_;
  Diagnostics of_packs_ = {};
  Findings found_ = {};
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
