// SPDX-License-Identifier: MIT
#include "tools/line_source.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace tsg {

namespace {

constexpr std::size_t block_bytes = 1U << 16U;

}  // namespace

Result<Descriptor> open_stream(const std::string& path) {
  const bool standard = path == "-";
  Descriptor stream(standard ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                             : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (stream.open()) return stream;
  return HostError{
      fmt::format("cannot open `{}`: {}", standard ? "standard input" : path, std::strerror(errno)), ""};
}

LineSource::LineSource(const Descriptor& input, std::string name, int output, const Event& ending)
    : input_(input), name_(std::move(name)), output_(output), ending_(ending), block_(block_bytes, '\0') {}

// False: there is no point in reading on.
bool LineSource::wait() {
  std::array<pollfd, 3> watched = {
      pollfd{input_.number(), POLLIN, 0}, {ending_.descriptor(), POLLIN, 0}, {output_, 0, 0}};
  while (::poll(watched.data(), watched.size(), -1) < 0 && errno == EINTR) continue;
  if (ending_.raised()) return false;
  output_gone_ = (watched[2].revents & (POLLERR | POLLHUP)) != 0;
  return !output_gone_;
}

bool LineSource::read() {
  if (!wait()) return false;
  const ssize_t got = ::read(input_.number(), block_.data(), block_.size());
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return true;
  if (got < 0) {
    error_ = HostError{fmt::format("cannot read `{}`: {}", name_, std::strerror(errno)), ""};
    return false;
  }
  finished_ = got == 0;
  if (finished_) lines_.finish();
  lines_.feed(std::string_view(block_).substr(0, static_cast<std::size_t>(got)));
  return true;
}

bool LineSource::take(JsonLinesChunk& chunk, std::size_t most_lines) {
  while (!lines_.take(chunk, most_lines)) {
    if (finished_ || !read()) return false;
  }
  return true;
}

}  // namespace tsg
