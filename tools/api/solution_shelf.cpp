// SPDX-License-Identifier: MIT
#include "tools/api/solution_shelf.h"

#include <iterator>
#include <utility>

namespace tsg {

SolutionShelf::Placed SolutionShelf::put(std::string_view name, std::string json) {
  const std::lock_guard lock(mutex_);
  const auto former = places_.find(name);
  const bool known = former != places_.end();
  if (known) remove(former->second);
  bytes_ += json.size();
  order_.push_front({std::string(name), std::move(json)});
  places_.insert_or_assign(std::string(name), order_.begin());
  while (order_.size() > 1 && (order_.size() > most_solutions || bytes_ > most_bytes))
    remove(std::prev(order_.end()));
  return known ? Placed::Instead : Placed::New;
}

std::optional<std::string> SolutionShelf::find(std::string_view name) {
  const std::lock_guard lock(mutex_);
  const auto found = places_.find(name);
  if (found == places_.end()) return std::nullopt;
  order_.splice(order_.begin(), order_, found->second);
  return found->second->json;
}

void SolutionShelf::remove(Order::iterator solution) {
  bytes_ -= solution->json.size();
  places_.erase(places_.find(solution->name));
  order_.erase(solution);
}

}  // namespace tsg
