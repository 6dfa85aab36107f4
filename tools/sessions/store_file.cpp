// SPDX-License-Identifier: MIT
#include "tools/sessions/store_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>
#include <vector>

#include "engine/text/descriptor.h"

namespace tsg {

namespace {

HostError failure(std::string_view what, const std::string& path) {
  return {fmt::format("cannot {} `{}`: {}", what, path, std::strerror(errno)), ""};
}

std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

// Under another name first: closing a descriptor of a store's own file would drop the locks that SQLite holds
// on it for another thread of this process.
Result<Written> make_file(const std::string& path) {
  std::string other = folder_of(path) + "/.tsg-XXXXXX";
  Descriptor made(::mkostemp(other.data(), O_CLOEXEC));
  if (!made.open()) return failure("make the session store", path);
  made.close();
  const bool linked = ::link(other.c_str(), path.c_str()) == 0 || errno == EEXIST;
  const int why = errno;
  ::unlink(other.c_str());
  errno = why;
  if (!linked) return failure("make the session store", path);
  return Written{};
}

void sync_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.open()) ::fsync(folder.number());
}

std::optional<std::string> absolute(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value != '/') return std::nullopt;
  return value;
}

}  // namespace

Result<Written> prepare_store_file(const std::string& path) {
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    if (errno != ENOENT) return failure("open the session store", path);
    return make_file(path);
  }
  if (!S_ISREG(status.st_mode)) return HostError{fmt::format("`{}` is no file", path), "name a file"};
  // SQLite takes a file of one byte for an empty one, and would write over it.
  if (status.st_size == 1)
    return HostError{fmt::format("`{}` is no session store", path), "it is left as it is; name another file"};
  return Written{};
}

Result<Written> keep_store_private(const std::string& path) {
  constexpr mode_t others = S_IRWXG | S_IRWXO;
  for (const char* ending : {"", "-wal", "-shm"}) {
    const std::string file = path + ending;
    struct stat status = {};
    if (::stat(file.c_str(), &status) != 0 || (status.st_mode & others) == 0) continue;
    if (::chmod(file.c_str(), S_IRUSR | S_IWUSR) != 0)
      return failure("keep others from reading the session store", file);
  }
  return Written{};
}

Result<Written> make_store_folder(const std::string& path) {
  std::vector<std::string> missing;
  struct stat status = {};
  for (std::string folder = folder_of(path); ::stat(folder.c_str(), &status) != 0;
       folder = folder_of(folder)) {
    if (errno != ENOENT) return failure("open the folder", folder);
    missing.push_back(folder);
  }
  for (; !missing.empty(); missing.pop_back()) {
    const std::string& folder = missing.back();
    if (::mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) return failure("make the folder", folder);
    sync_folder(folder_of(folder));
  }
  return Written{};
}

Result<std::string> usual_store_path() {
  constexpr std::string_view file = "/tsg/sessions.db";
  if (const auto state = absolute("XDG_STATE_HOME")) return *state + std::string(file);
  if (const auto home = absolute("HOME")) return *home + "/.local/state" + std::string(file);
  return HostError{"neither XDG_STATE_HOME nor HOME names a folder for sessions", "name a file with --store"};
}

}  // namespace tsg
