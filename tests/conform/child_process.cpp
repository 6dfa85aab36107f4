// SPDX-License-Identifier: MIT
#include "tests/conform/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <system_error>

namespace tsg::conform {

namespace {

using Clock = std::chrono::steady_clock;

std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

[[noreturn]] void become(std::vector<std::string> words, std::vector<std::string> environment, int output) {
  words.insert(words.begin(), "tsg_conform");
  for (char** each = environ; *each != nullptr; ++each) environment.emplace_back(*each);
  dup2(output, STDOUT_FILENO);
  execve("/proc/self/exe", pointers_to(words).data(), pointers_to(environment).data());
  _exit(127);
}

double milliseconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
}

// Reads until the child closes its output; kills it at the deadline.
std::string read_output(int from, pid_t child, Clock::time_point deadline) {
  std::string output;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    pollfd ready = {.fd = from, .events = POLLIN, .revents = 0};
    const int found = left > 0 ? poll(&ready, 1, static_cast<int>(left)) : 0;
    if (found < 0 && errno == EINTR) continue;
    if (found <= 0) {
      kill(child, SIGKILL);
      return output;
    }
    char buffer[4096];
    const ssize_t got = read(from, buffer, sizeof buffer);
    if (got <= 0) return output;
    output.append(buffer, static_cast<std::size_t>(got));
  }
}

}  // namespace

ChildEnd run_self(const std::vector<std::string>& words, const std::vector<std::string>& environment,
                  int most_seconds) {
  int ends[2] = {};
  if (pipe2(ends, O_CLOEXEC) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
  const auto start = Clock::now();
  const pid_t child = fork();
  if (child < 0) throw std::system_error(errno, std::generic_category(), "fork");
  if (child == 0) become(words, environment, ends[1]);
  close(ends[1]);
  ChildEnd end;
  end.output = read_output(ends[0], child, start + std::chrono::seconds(most_seconds));
  close(ends[0]);
  int status = 0;
  rusage used = {};
  wait4(child, &status, 0, &used);
  end.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  end.cpu_milliseconds = milliseconds_of(used.ru_utime) + milliseconds_of(used.ru_stime);
  end.peak_rss = static_cast<std::size_t>(used.ru_maxrss) * 1024;
  if (WIFEXITED(status)) end.exit_code = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  return end;
}

}  // namespace tsg::conform
