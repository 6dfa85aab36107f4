// SPDX-License-Identifier: MIT
// A disk that remembers every write, so that a loss of power can be played at any moment of what was done.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace tsg {

enum class DiskStep : std::uint8_t { Write, Truncate, Sync, Remove, Mark };

struct DiskEvent {
  DiskStep step = DiskStep::Write;
  std::string file = {};
  std::uint64_t at = 0;  // Write: where; Truncate: the new size; Mark: what the test said
  std::string bytes = {};
};

// Records what SQLite does to files, from construction to destruction, once a process. Events are in the
// order in which the calls returned.
class RecordingDisk {
 public:
  RecordingDisk();
  ~RecordingDisk();
  RecordingDisk(const RecordingDisk&) = delete;
  RecordingDisk& operator=(const RecordingDisk&) = delete;
  // Puts `number` between the writes before and after.
  void mark(std::uint64_t number);
  std::vector<DiskEvent> events() const;
};

// The files as a loss of power may leave them after the first `count` events: what was synced is there; of
// what was not, each write of 512 bytes is there or not, by chance, in any order.
std::map<std::string, std::string> after_power_loss(const std::vector<DiskEvent>& events, std::size_t count,
                                                    std::mt19937& random);

}  // namespace tsg
