// SPDX-License-Identifier: MIT
#include "tools/ordered_output.h"

#include <utility>

namespace tsg {

OrderedOutput::OrderedOutput(ByteSink& sink, Bounds bounds, Event& ending)
    : sink_(sink), bounds_(bounds), ending_(ending) {}

bool OrderedOutput::wait_for_room(std::uint64_t sequence) {
  std::unique_lock<std::mutex> lock(mutex_);
  room_.wait(lock, [this, sequence] {
    const bool roomy = sequence - next_ < bounds_.pieces && waiting_bytes_ < bounds_.bytes;
    return ending_.raised() || sequence == next_ || roomy;
  });
  return !ending_.raised();
}

void OrderedOutput::put(std::uint64_t sequence, OrderedPiece piece) {
  std::unique_lock<std::mutex> lock(mutex_);
  if (closed_) return;
  waiting_bytes_ += piece.bytes.size();
  waiting_.emplace(sequence, std::move(piece));
  if (!writing_) write_ready(lock);
}

void OrderedOutput::write_ready(std::unique_lock<std::mutex>& lock) {
  writing_ = true;
  while (!closed_ && !waiting_.empty() && waiting_.begin()->first == next_) {
    const OrderedPiece piece = std::move(waiting_.extract(waiting_.begin()).mapped());
    lock.unlock();
    const Result<Written> written = sink_.write(piece.bytes);
    lock.lock();
    if (!written) {
      set_failed(written.error());
      break;
    }
    waiting_bytes_ -= piece.bytes.size();
    records_written_ += piece.records;
    closed_ = closed_ || piece.kind == OrderedPiece::Kind::Cut;
    ++next_;
    room_.notify_all();
  }
  writing_ = false;
}

void OrderedOutput::set_failed(HostError error) {
  if (!error_) error_ = std::move(error);
  closed_ = true;
  waiting_.clear();
  ending_.raise();
  room_.notify_all();
}

void OrderedOutput::end() {
  const std::lock_guard<std::mutex> lock(mutex_);
  ending_.raise();
  room_.notify_all();
}

void OrderedOutput::fail(HostError error) {
  const std::lock_guard<std::mutex> lock(mutex_);
  set_failed(std::move(error));
}

}  // namespace tsg
