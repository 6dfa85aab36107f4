// SPDX-License-Identifier: MIT
#include "tests/benchmarks/serve/crowd.h"

#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string>

namespace tsg::load {

Crowd::Crowd(const Target& target, std::size_t idle, std::size_t dribbling)
    : target_(target), idle_(idle), sockets_(idle + dribbling, -1) {
  for (std::size_t i = 0; i < sockets_.size(); ++i) renew(i);
  if (!sockets_.empty()) thread_ = std::thread([this] { keep(); });
}

Crowd::~Crowd() {
  done_ = true;
  if (thread_.joinable()) thread_.join();
  for (const int each : sockets_) ::close(each);
}

void Crowd::renew(std::size_t i) {
  if (sockets_[i] >= 0) ::close(sockets_[i]), --open_;
  sockets_[i] = connect_to(target_);
  if (sockets_[i] < 0) return;
  ++open_;
  if (i < idle_) return;
  const std::string opening = "GET / HTTP/1.1\r\nHost: " + target_.host + "\r\nX-Slow: ";
  ::send(sockets_[i], opening.data(), opening.size(), MSG_NOSIGNAL);
}

void Crowd::keep() {
  while (!done_) {
    for (std::size_t i = 0; i < sockets_.size() && !done_; ++i) {
      char byte = 0;
      const ssize_t got = ::recv(sockets_[i], &byte, 1, MSG_DONTWAIT);
      const bool over = got == 0 || (got < 0 && errno != EAGAIN) || got > 0;
      if (over) ++ended_, renew(i);
      if (!over && i >= idle_) ::send(sockets_[i], "a", 1, MSG_NOSIGNAL | MSG_DONTWAIT);
    }
    for (int i = 0; i < 100 && !done_; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
}

}  // namespace tsg::load
