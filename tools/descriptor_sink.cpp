// SPDX-License-Identifier: MIT
#include "tools/descriptor_sink.h"

#include <fmt/format.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstring>

namespace tsg {

namespace {

constexpr std::chrono::milliseconds patience{1000};
constexpr std::size_t file_step_bytes = 1U << 20U;

}  // namespace

DescriptorSink::DescriptorSink(int descriptor, std::string name, const Event& ending)
    : descriptor_(descriptor), name_(std::move(name)), ending_(ending) {
  struct stat status = {};
  if (::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode)) kind_ = Kind::File;
}

HostError DescriptorSink::failure(std::string_view why) const {
  return {fmt::format("cannot write to {}: {}", name_, why), ""};
}

bool DescriptorSink::wait_for_room_until(Clock::time_point deadline) const {
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
  pollfd room = {descriptor_, POLLOUT, 0};
  return left.count() > 0 && ::poll(&room, 1, static_cast<int>(left.count())) > 0;
}

bool DescriptorSink::wait_for_room() {
  while (!ending_.raised()) {
    std::array<pollfd, 2> watched = {pollfd{descriptor_, POLLOUT, 0}, {ending_.descriptor(), POLLIN, 0}};
    const int ready = ::poll(watched.data(), watched.size(), -1);
    if (ready < 0 && errno != EINTR) return true;  // the write will say what is wrong
    if (ready > 0 && watched[0].revents != 0) return true;
  }
  if (!deadline_) deadline_ = Clock::now() + patience;
  return wait_for_room_until(*deadline_);
}

Result<Written> DescriptorSink::write(std::string_view bytes) {
  // A pipe with room takes this much without waiting.
  const std::size_t most = kind_ == Kind::File ? file_step_bytes : std::size_t{PIPE_BUF};
  while (!bytes.empty()) {
    if (kind_ == Kind::Pipe && !wait_for_room()) return failure("nobody reads it");
    const ssize_t put = ::write(descriptor_, bytes.data(), std::min(bytes.size(), most));
    if (put >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(put));
    } else if (errno != EINTR && errno != EAGAIN) {
      return failure(std::strerror(errno));
    }
  }
  return Written{};
}

}  // namespace tsg
