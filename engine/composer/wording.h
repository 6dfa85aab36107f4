// SPDX-License-Identifier: MIT
// The words a pack has for what a resolution names by id. All of them fall back to the id itself, so that a
// resolution can be read without its pack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/pack.h"

namespace tsg {

// "backend-pool-empty" -> "Backend pool empty"
std::string words_of_id(std::string_view id);

class Wording {
 public:
  // Borrows `pack`, which must outlive it.
  explicit Wording(const Pack& pack) : pack_(pack) {}

  std::string title(std::string_view guide, std::string_view step) const;
  std::string question(std::string_view guide, std::string_view step) const;
  std::string answer(std::string_view guide, std::string_view step, std::string_view option) const;
  // What a target leads to: a question, or an article's or a guide's title. Empty `guide`: only articles and
  // guides.
  std::string destination(std::string_view guide, const Target& target) const;

 private:
  const Step* step_of(std::string_view guide, std::string_view step) const;

  const Pack& pack_;
};

// The option's wording among `options`, else its id in words.
std::string wording_of(const std::vector<Option>& options, std::string_view option);

}  // namespace tsg
