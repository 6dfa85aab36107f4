// SPDX-License-Identifier: MIT
#include "tools/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace tsg {

namespace {

constexpr std::chrono::milliseconds between{100};

}  // namespace

ProgressLine::ProgressLine(std::string what)
    : what_(std::move(what)),
      terminal_(isatty(STDERR_FILENO) != 0),
      next_(std::chrono::steady_clock::now() + between) {}

ProgressLine::~ProgressLine() {
  if (shown_) std::fputs("\r\033[K", stderr);
}

void ProgressLine::show(std::size_t done, std::size_t all) const {
  if (!terminal_) return;
  const std::lock_guard<std::mutex> lock(writing_);
  const auto now = std::chrono::steady_clock::now();
  if (now < next_) return;
  next_ = now + between;
  shown_ = true;
  std::fputs(fmt::format("\r{} of {} {}\033[K", done, all, what_).c_str(), stderr);
}

}  // namespace tsg
