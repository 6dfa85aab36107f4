// SPDX-License-Identifier: MIT
#include "engine/text/file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "engine/text/descriptor.h"

namespace tsg {

namespace {

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
  Result<AtomicFile> created = AtomicFile::create(path);
  if (!created) return created.error();
  AtomicFile file = std::move(created).value();
  if (!write_all(file.descriptor(), bytes)) return failure("write", path);
  return file.commit();
}

}  // namespace tsg
