// SPDX-License-Identifier: MIT
// A folder for a store, gone with the test; and the sessions and events that tests put into it.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tools/sessions/session_store.h"

namespace tsg {

class StoreFolder {
 public:
  StoreFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tsg-sessions-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
  }
  ~StoreFolder() { std::filesystem::remove_all(path_); }
  StoreFolder(const StoreFolder&) = delete;
  StoreFolder& operator=(const StoreFolder&) = delete;

  std::string path(const std::string& name) const { return path_ + "/" + name; }
  std::string store() const { return path("sessions.db"); }

 private:
  std::string path_ = {};
};

// The value, or the test ends with the error.
template <typename T>
T taken(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  return std::move(result).value();
}

inline SessionStore opened(const std::string& path, SessionStoreOptions options = {}) {
  return taken(SessionStore::open(path, options));
}

inline std::string file_bytes(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline NewSession session_of(const std::string& guide, const std::string& label = "case 1") {
  return {.guide = guide,
          .guide_version = "1.0.0",
          .digest = "d1",
          .label = label,
          .now = "2026-11-20T12:00:00Z",
          .at = "2026-11-20T12:00:00Z"};
}

inline SessionEvent answer_of(const std::string& step, const std::string& option) {
  return {.at = "2026-11-20T12:01:00Z", .kind = SessionEventKind::Answered, .step = step, .option = option};
}

inline SessionEvent facts_of(const std::string& json) {
  return {.at = "2026-11-20T12:00:00Z", .kind = SessionEventKind::FactsGiven, .facts = {{"gateway", json}}};
}

}  // namespace tsg
