// SPDX-License-Identifier: MIT
#include "engine/text/file.h"

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

// Owns a file descriptor and closes it.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }
  // Closes now and says whether the kernel accepted it.
  bool close() { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

HostError failure(std::string_view what, const std::string& path) {
  return {fmt::format("cannot {} `{}`: {}", what, path, std::strerror(errno)), ""};
}

HostError too_large(const std::string& path, std::size_t max_bytes) {
  return {fmt::format("`{}` is larger than {} bytes", path, max_bytes),
          "split it, or leave out what is not needed"};
}

Result<std::string> read_to_end(int descriptor, const std::string& path, std::size_t max_bytes,
                                std::size_t expected_bytes) {
  std::string bytes;
  std::size_t size = 0;
  bytes.resize(expected_bytes + 1);
  while (true) {
    if (size == bytes.size()) bytes.resize(bytes.size() * 2);
    const ssize_t got = ::read(descriptor, bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure("read", path);
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
    if (size > max_bytes) return too_large(path, max_bytes);
  }
  bytes.resize(size);
  return bytes;
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

}  // namespace

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  // O_NONBLOCK keeps a FIFO in a content folder from holding the program for ever.
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
  if (!file.open()) return failure("open", path);
  struct stat status = {};
  if (::fstat(file.number(), &status) != 0) return failure("read", path);
  if (!S_ISREG(status.st_mode)) return HostError{fmt::format("`{}` is not a regular file", path), ""};
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > max_bytes) return too_large(path, max_bytes);
  return read_to_end(file.number(), path, max_bytes, size);
}

Result<std::string> read_standard_input(std::size_t max_bytes) {
  constexpr std::size_t first_read_bytes = 1U << 16U;
  return read_to_end(STDIN_FILENO, "standard input", max_bytes, first_read_bytes);
}

Result<Written> write_file_atomically(const std::string& path, std::string_view bytes) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored))
    return HostError{fmt::format("`{}` is a folder", path), "name a file"};
  std::string folder = std::filesystem::path(path).parent_path().string();
  if (folder.empty()) folder = ".";
  std::string temporary = folder + "/.tsg-XXXXXX";
  Descriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
  if (!file.open()) return failure("write in the folder of", path);
  struct stat before = {};
  const mode_t mode = ::stat(path.c_str(), &before) == 0 ? before.st_mode & 07777U : 0644U;
  const bool written = write_all(file.number(), bytes) && ::fchmod(file.number(), mode) == 0 &&
                       ::fsync(file.number()) == 0 && file.close() &&
                       ::rename(temporary.c_str(), path.c_str()) == 0;
  if (!written) {
    const HostError error = failure("write", path);
    ::unlink(temporary.c_str());
    return error;
  }
  const Descriptor parent(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (parent.open()) ::fsync(parent.number());
  return Written{};
}

}  // namespace tsg
