// SPDX-License-Identifier: MIT
#include "tools/serve/access_log.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace tsg {

namespace {

void write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;  // a full disk loses lines of a log and nothing else
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

Result<std::unique_ptr<AccessLog>> AccessLog::open(const std::string& path) {
  if (path.empty()) return std::make_unique<AccessLog>(Descriptor());
  const int file = path == "-" ? ::dup(STDERR_FILENO)
                               : ::open(path.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (file < 0)
    return HostError{fmt::format("cannot write the log `{}`: {}", path, std::strerror(errno)),
                     "name a file in a folder that is there"};
  return std::make_unique<AccessLog>(Descriptor(file));
}

AccessLog::AccessLog(Descriptor file) : file_(std::move(file)), writer_([this] { run(); }) {}

AccessLog::~AccessLog() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_one();
  writer_.join();
}

void AccessLog::write(std::string line) {
  if (file_.number() < 0) return;
  {
    const std::lock_guard lock(mutex_);
    if (lines_.size() >= most_lines) {
      ++dropped_;
      return;
    }
    lines_.push_back(std::move(line));
  }
  changed_.notify_one();
}

std::uint64_t AccessLog::dropped() const {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

void AccessLog::run() {
  std::unique_lock lock(mutex_);
  while (true) {
    changed_.wait(lock, [this] { return ended_ || !lines_.empty(); });
    if (lines_.empty()) return;
    std::deque<std::string> lines;
    lines.swap(lines_);
    lock.unlock();
    std::string bytes;
    for (const std::string& line : lines) bytes += line + "\n";
    write_all(file_.number(), bytes);
    lock.lock();
  }
}

}  // namespace tsg
