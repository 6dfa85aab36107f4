// SPDX-License-Identifier: MIT
// Work in a process of its own, which may be killed.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace tsg {

// Runs `work` in a child, which ends with what it gives, or with 99 when something is thrown.
template <typename Work>
pid_t in_child(const Work& work) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("no process for the test");
  if (child > 0) return child;
  int code = 99;
  try {
    code = work();
  } catch (...) {
  }
  ::_exit(code);
}

// The exit code; minus the signal's number when one ended it.
inline int end_of(pid_t child) {
  int status = 0;
  if (::waitpid(child, &status, 0) != child) throw std::runtime_error("the child is lost");
  return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

// How often a test goes its round: few in the everyday run, more where the environment says so.
inline int rounds(const char* variable, int everyday) {
  const char* value = std::getenv(variable);
  return value == nullptr ? everyday : std::atoi(value);
}

}  // namespace tsg
