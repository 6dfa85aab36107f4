// SPDX-License-Identifier: MIT
// Files written below folders, told as they are closed, moved in or deleted (inotify). Folders that appear
// are watched too.
#pragma once

#include <map>
#include <set>
#include <string>

#include "engine/text/descriptor.h"
#include "engine/text/result.h"

namespace tsg {

class FolderWatch {
 public:
  // An error when none of the folders can be watched.
  static Result<FolderWatch> over(const std::set<std::string>& folders);

  // The files that changed, as their folder was named; none after `wait_ms`. What changes within `settle_ms`
  // of the first is told with it.
  std::set<std::string> changed(int wait_ms, int settle_ms);

 private:
  explicit FolderWatch(Descriptor events) : events_(std::move(events)) {}
  void add(const std::string& folder);
  void read_events(std::set<std::string>& files);

  Descriptor events_;
  std::map<int, std::string> folders_ = {};
};

// Every folder below `root`, itself among them, but for those whose name begins with a dot or is `build`.
std::set<std::string> folders_to_watch(const std::string& root);

}  // namespace tsg
