// SPDX-License-Identifier: MIT
#include "tools/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <vector>

#include "engine/text/folder.h"

namespace tsg {

namespace {

constexpr std::uint32_t watched_events = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE;

void add_folders(const std::string& folder, std::set<std::string>& all) {
  const auto entries = list_folder(folder);
  if (!entries.ok()) return;
  all.insert(folder);
  for (const FolderEntry& entry : entries.value()) {
    const bool watched = entry.kind == EntryKind::Folder && entry.name[0] != '.' && entry.name != "build";
    if (watched) add_folders(folder == "." ? entry.name : folder + "/" + entry.name, all);
  }
}

bool readable_within(int descriptor, int wait_ms) {
  pollfd waiting{descriptor, POLLIN, 0};
  return ::poll(&waiting, 1, wait_ms) > 0;
}

}  // namespace

std::set<std::string> folders_to_watch(const std::string& root) {
  std::set<std::string> all;
  add_folders(root, all);
  return all;
}

Result<FolderWatch> FolderWatch::over(const std::set<std::string>& folders) {
  FolderWatch watch(Descriptor(::inotify_init1(IN_CLOEXEC)));
  for (const std::string& folder : folders) watch.add(folder);
  if (watch.folders_.empty())
    return HostError{"no folder can be watched", "raise fs.inotify.max_user_watches"};
  return watch;
}

void FolderWatch::add(const std::string& folder) {
  const int number = ::inotify_add_watch(events_.number(), folder.c_str(), watched_events);
  if (number >= 0) folders_.insert_or_assign(number, folder);
}

std::set<std::string> FolderWatch::changed(int wait_ms, int settle_ms) {
  std::set<std::string> files;
  if (!readable_within(events_.number(), wait_ms)) return files;
  read_events(files);
  while (readable_within(events_.number(), settle_ms)) read_events(files);
  return files;
}

void FolderWatch::read_events(std::set<std::string>& files) {
  constexpr std::size_t most_bytes = 1U << 16U;
  std::vector<char> bytes(most_bytes);
  const ssize_t read = ::read(events_.number(), bytes.data(), bytes.size());
  if (read <= 0) return;
  bytes.resize(static_cast<std::size_t>(read));
  for (std::size_t at = 0; at + sizeof(inotify_event) <= bytes.size();) {
    inotify_event event = {};
    std::memcpy(&event, bytes.data() + at, sizeof event);
    const char* const name = bytes.data() + at + sizeof event;
    at += sizeof event + event.len;
    const auto folder = folders_.find(event.wd);
    if (event.len == 0 || folder == folders_.end()) continue;
    const std::string path = folder->second == "." ? std::string(name) : folder->second + "/" + name;
    const bool is_folder = (event.mask & IN_ISDIR) != 0;
    if (is_folder && (event.mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
      for (const std::string& each : folders_to_watch(path)) add(each);
    }
    // A file that was created is told when it is closed.
    if (is_folder || (event.mask & IN_CREATE) == 0) files.insert(path);
  }
}

}  // namespace tsg
