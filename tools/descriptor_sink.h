// SPDX-License-Identifier: MIT
// Writes to an open file or pipe, and never waits for ever: once `ending` is raised, a reader that takes
// nothing is given up after a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "tools/byte_sink.h"
#include "tools/event.h"

namespace tsg {

class DescriptorSink final : public ByteSink {
 public:
  // `name` stands in messages. Borrows the descriptor and the event.
  DescriptorSink(int descriptor, std::string name, const Event& ending);

  Result<Written> write(std::string_view bytes) override;

 private:
  using Clock = std::chrono::steady_clock;
  enum class Kind : std::uint8_t { File, Pipe };

  bool wait_for_room();
  bool wait_for_room_until(Clock::time_point deadline) const;
  HostError failure(std::string_view why) const;

  int descriptor_;
  std::string name_;
  const Event& ending_;
  Kind kind_ = Kind::Pipe;
  std::optional<Clock::time_point> deadline_ = {};
};

}  // namespace tsg
