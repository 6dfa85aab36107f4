// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "engine/text/atomic_file.h"
#include "engine/text/result.h"

namespace tsg {

// Where bytes go; the seam that tests replace.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  // All of `bytes`, or an error after which nothing more may be written.
  virtual Result<Written> write(std::string_view bytes) = 0;
};

}  // namespace tsg
