// SPDX-License-Identifier: MIT
// Lines of JSON from a file or a pipe. Waiting for a pipe ends when the program is to end, or when nobody
// reads its output any more.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/loader/json_lines.h"
#include "engine/text/descriptor.h"
#include "engine/text/result.h"
#include "tools/event.h"

namespace tsg {

// Standard input for "-", else the file or pipe `path`.
Result<Descriptor> open_stream(const std::string& path);

class LineSource {
 public:
  // `output` is watched for a reader that goes away; -1 for none. Borrows all of it.
  LineSource(const Descriptor& input, std::string name, int output, const Event& ending);

  // The next lines: what one read gave, at most `most_lines`. False: there are no more, or `error` says why.
  bool take(JsonLinesChunk& chunk, std::size_t most_lines);
  const std::optional<HostError>& error() const { return error_; }
  // The output's reader went away while there was nothing to write.
  bool output_gone() const { return output_gone_; }

 private:
  bool wait();
  bool read();

  const Descriptor& input_;
  std::string name_;
  int output_;
  const Event& ending_;
  JsonLines lines_;
  std::string block_;
  bool finished_ = false;
  bool output_gone_ = false;
  std::optional<HostError> error_ = {};
};

}  // namespace tsg
