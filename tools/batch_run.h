// SPDX-License-Identifier: MIT
// What the threads of a batch share: where lines come from and where records go.
#pragma once

#include <cstdint>
#include <mutex>

#include "tools/batch_record.h"
#include "tools/line_source.h"
#include "tools/ordered_output.h"

namespace tsg {

class BatchRun {
 public:
  // Borrows all of it.
  BatchRun(LineSource& source, OrderedOutput& output, const Event& ending)
      : source_(source), output_(output), ending_(ending) {}

  // The work of one thread: until there is no more input, or the batch ends.
  void work(BatchRecorder& recorder);

 private:
  bool fetch(JsonLinesChunk& chunk, std::uint64_t& sequence);
  OrderedPiece records_of(const JsonLinesChunk& chunk, BatchRecorder& recorder) const;

  LineSource& source_;
  OrderedOutput& output_;
  const Event& ending_;
  std::mutex fetching_;
  std::uint64_t next_ = 0;
  bool fetched_all_ = false;
};

}  // namespace tsg
