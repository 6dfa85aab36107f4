// SPDX-License-Identifier: MIT
#include "tools/interruption.h"

#include <poll.h>
#include <sys/signalfd.h>

#include <array>
#include <cerrno>

namespace tsg {

namespace {

sigset_t ending_signals() {
  sigset_t signals = {};
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  return signals;
}

}  // namespace

Interruption::Interruption() {
  const sigset_t signals = ending_signals();
  pthread_sigmask(SIG_BLOCK, &signals, &before_);
  signals_ = Descriptor(::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK));
}

Interruption::~Interruption() {
  restore();
}

void Interruption::restore() {
  if (!restored_) pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  restored_ = true;
}

int Interruption::wait(const Event& done) {
  std::array<pollfd, 2> watched = {pollfd{signals_.number(), POLLIN, 0}, {done.descriptor(), POLLIN, 0}};
  while (true) {
    if (::poll(watched.data(), watched.size(), -1) < 0 && errno != EINTR) return 0;
    signalfd_siginfo taken = {};
    if (::read(signals_.number(), &taken, sizeof taken) == ssize_t{sizeof taken}) {
      restore();
      return static_cast<int>(taken.ssi_signo);
    }
    if (done.raised()) return 0;
  }
}

}  // namespace tsg
