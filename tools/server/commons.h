// SPDX-License-Identifier: MIT
// What all connections of a server share.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <utility>

#include "tools/server/connection_list.h"
#include "tools/server/event_stream.h"
#include "tools/server/server.h"
#include "tools/server/server_counters.h"

namespace tsg::web {

struct Commons {
  Commons(Handler handling, ServerOptions chosen, std::size_t most, std::function<void()> alarm)
      : events(chosen.first_event_id),
        handler(std::move(handling)),
        options(std::move(chosen)),
        connections(most, std::move(alarm)) {}

  EventStream events;
  Handler handler;
  ServerOptions options;
  Gate gate = {};
  ConnectionList connections;
  ServerCounters counters = {};
  std::atomic<std::size_t> pending_bytes = 0;   // of responses
  std::atomic<std::size_t> received_bytes = 0;  // of requests
  std::atomic<bool> finishing = false;
};

// A share of a sum that all connections have, as long as this lives.
class Share {
 public:
  explicit Share(std::atomic<std::size_t>& sum) : sum_(sum) {}
  ~Share() { sum_ -= bytes_; }
  Share(const Share&) = delete;
  Share& operator=(const Share&) = delete;

  // The sum after it.
  std::size_t set(std::size_t bytes) {
    const std::size_t before = std::exchange(bytes_, bytes);
    return sum_ += bytes - before;
  }

 private:
  std::atomic<std::size_t>& sum_;
  std::size_t bytes_ = 0;
};

}  // namespace tsg::web
