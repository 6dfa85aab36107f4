// SPDX-License-Identifier: MIT
// Puts what many threads finish in any order back into one order, in bounded memory. Nobody is a writer by
// trade: the thread that brings the next piece writes it, and all that follow and are there.
//
// A piece is begun only while few pieces and few bytes wait for one that is slower (`wait_for_room`).
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "tools/byte_sink.h"
#include "tools/event.h"

namespace tsg {

struct OrderedPiece {
  enum class Kind : std::uint8_t { Whole, Cut };  // Cut: nothing may follow it
  std::string bytes = {};
  std::uint64_t records = 0;  // that the bytes hold
  Kind kind = Kind::Whole;
};

class OrderedOutput {
 public:
  struct Bounds {
    std::uint64_t pieces = 0;  // begun and not written, at most
    std::size_t bytes = 0;     // of finished pieces that wait, before no other piece is begun
  };

  // Borrows both. The first error raises `ending`.
  OrderedOutput(ByteSink& sink, Bounds bounds, Event& ending);

  // Waits until the piece `sequence` (counted from 0) may be begun. False: the output ends, begin nothing.
  bool wait_for_room(std::uint64_t sequence);
  // Each piece that was begun is put once, by any thread.
  void put(std::uint64_t sequence, OrderedPiece piece);
  // Ends with the pieces that are begun.
  void end();
  // Ends now, because of `error`.
  void fail(HostError error);

  // Once all threads are done:
  const std::optional<HostError>& error() const { return error_; }
  std::uint64_t records_written() const { return records_written_; }

 private:
  void write_ready(std::unique_lock<std::mutex>& lock);
  void set_failed(HostError error);

  ByteSink& sink_;
  Bounds bounds_;
  Event& ending_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::map<std::uint64_t, OrderedPiece> waiting_ = {};
  std::size_t waiting_bytes_ = 0;
  std::uint64_t next_ = 0;  // the piece that is written next
  std::uint64_t records_written_ = 0;
  bool writing_ = false;
  bool closed_ = false;  // failed, or a Cut piece was written
  std::optional<HostError> error_ = {};
};

}  // namespace tsg
