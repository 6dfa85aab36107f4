// SPDX-License-Identifier: MIT
// A question and its answers as authors left them in an HTML comment for the editor of workflows:
//
//   <!--                                    <!-- questionAnswer -- Question: What is moved?
//   **What is the OS?**                     Answers: 1: Blobs 2: Files -->
//   1. Linux
//   2. Windows
//   -->
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tsg {

struct AskedAnswers {
  std::string question = {};
  std::vector<std::string> answers = {};
  bool ends = false;  // "this is the end of the work flow"
  bool operator==(const AskedAnswers&) const = default;
};

// Of the first comment of `text` that numbers at least two answers.
std::optional<AskedAnswers> asked_answers(std::string_view text);

}  // namespace tsg
