// SPDX-License-Identifier: MIT
// The words of a step, read from its article, which stays plain Markdown:
//
//   # Is the backend pool empty?            title
//   ## Question                             optional: the question as it is asked, else the title
//   Does the pool ... have a server?
//   ## Answers                              optional: the wording of each option
//   - **yes**: The pool has no server
//   - **no**: It has at least one
#pragma once

#include <string>
#include <vector>

#include "engine/model/article.h"

namespace tsg {

struct OptionWording {
  std::string option = {};
  std::string wording = {};
  ByteRange range = {};  // of the option's name, in the decoded text
  bool operator==(const OptionWording&) const = default;
};

struct StepWords {
  std::string title = {};
  std::string question = {};  // never empty when the article has a title
  std::vector<OptionWording> answers = {};
  bool operator==(const StepWords&) const = default;
};

StepWords read_step_words(const Article& article);

}  // namespace tsg
