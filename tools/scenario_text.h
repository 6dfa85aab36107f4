// SPDX-License-Identifier: MIT
// A scenario's file after a step was put on an edge that its walk takes.
#pragma once

#include <string>

namespace tsg {

struct PutStep {
  std::string before = {};  // the step whose edge it was put on
  std::string step = {};
  std::string behind = {};  // the step that the edge led to; empty: an outcome, an article or another guide
};

// `text` with the answer `no` for the new step, which leads where the edge led, and with the step in `path`
// and in the lines of [expect.paths]. What is written in another way is left as it is: `tsg test` tells.
std::string with_answer_no(const std::string& text, const PutStep& put);

}  // namespace tsg
