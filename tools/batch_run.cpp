// SPDX-License-Identifier: MIT
#include "tools/batch_run.h"

#include <exception>
#include <utility>

namespace tsg {

namespace {

constexpr std::size_t chunk_lines = 16;  // an empty document is small, its record is not

}  // namespace

bool BatchRun::fetch(JsonLinesChunk& chunk, std::uint64_t& sequence) {
  const std::lock_guard<std::mutex> lock(fetching_);
  if (fetched_all_) return false;
  fetched_all_ = !output_.wait_for_room(next_) || !source_.take(chunk, chunk_lines);
  if (fetched_all_) return false;
  sequence = next_++;
  return true;
}

OrderedPiece BatchRun::records_of(const JsonLinesChunk& chunk, BatchRecorder& recorder) const {
  OrderedPiece piece;
  for (const JsonLine& line : chunk.lines) {
    const std::string_view record = recorder.record(line, chunk.text(line));
    if (ending_.raised()) {
      piece.kind = OrderedPiece::Kind::Cut;  // the rules may have been stopped: this record is not whole
      break;
    }
    piece.bytes.append(record).append(1, '\n');
    ++piece.records;
  }
  return piece;
}

void BatchRun::work(BatchRecorder& recorder) {
  try {
    JsonLinesChunk chunk;
    std::uint64_t sequence = 0;
    while (fetch(chunk, sequence)) output_.put(sequence, records_of(chunk, recorder));
  } catch (const std::exception& failure) {
    output_.fail({std::string("the machine failed: ") + failure.what(), "try again with more memory"});
  }
}

}  // namespace tsg
