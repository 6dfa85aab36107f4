// SPDX-License-Identifier: MIT
#include "engine/text/atomic_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace tsg {

namespace {

std::string folder_of(const std::string& path) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

// A device or a pipe is what its reader holds on to: a file in its place would be another thing.
bool is_device(const std::string& path) {
  struct stat status = {};
  return ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
}

}  // namespace

Result<AtomicFile> AtomicFile::create(const std::string& path) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return HostError{fmt::format("`{}` is a folder", path), "name a file"};
  if (is_device(path)) {
    Descriptor device(::open(path.c_str(), O_WRONLY | O_CLOEXEC));
    if (device.open()) return AtomicFile(path, {}, std::move(device));
    return HostError{fmt::format("cannot write `{}`: {}", path, std::strerror(errno)), ""};
  }
  std::string temporary = folder_of(path) + "/.tsg-XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.open()) {
    return HostError{fmt::format("cannot write in the folder of `{}`: {}", path, std::strerror(errno)), ""};
  }
  return AtomicFile(path, std::move(temporary), std::move(file));
}

AtomicFile::~AtomicFile() {
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<Written> AtomicFile::commit() {
  if (temporary_.empty()) {
    if (file_.close()) return Written{};
    return HostError{fmt::format("cannot write `{}`: {}", path_, std::strerror(errno)), ""};
  }
  struct stat before = {};
  const mode_t mode = ::stat(path_.c_str(), &before) == 0 ? before.st_mode & 07777U : 0644U;
  const bool done = ::fchmod(file_.number(), mode) == 0 && ::fsync(file_.number()) == 0 && file_.close() &&
                    ::rename(temporary_.c_str(), path_.c_str()) == 0;
  if (!done) return HostError{fmt::format("cannot write `{}`: {}", path_, std::strerror(errno)), ""};
  temporary_.clear();
  const Descriptor folder(::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.open()) ::fsync(folder.number());
  return Written{};
}

}  // namespace tsg
