// SPDX-License-Identifier: MIT
// `tsg resolve --format jsonl`: a record for each document of a stream, in its order, on all cores, in memory
// that does not grow with the stream.
//
//   input --LineSource--> chunks of lines --BatchRecorder, one a thread--> OrderedOutput --> sink
//
// Threads fetch their work themselves: who is idle takes the input, reads a chunk and hands the input on.
#pragma once

#include <cstddef>
#include <string>

#include "tools/batch_record.h"
#include "tools/console.h"

namespace tsg {

inline constexpr std::size_t most_threads = 256;

struct BatchCommand {
  std::string input = {};   // a file or pipe; "-" for standard input
  std::string output = {};  // a file, written atomically; empty or "-": standard output
  std::size_t threads = 0;  // 0: one for each core
  RecordOptions record = {};
};

// Ends with Unreadable when a document failed, else with Findings when RecordOptions::fail_on found one.
ExitCode resolve_batch(const BatchCommand& command, GuideResolver& resolver, const Answers& answers,
                       const Console& console);

}  // namespace tsg
