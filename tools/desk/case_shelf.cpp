// SPDX-License-Identifier: MIT
#include "tools/desk/case_shelf.h"

namespace tsg {

std::shared_ptr<const CaseView> CaseShelf::find(const std::string& id, std::uint64_t events,
                                                const DeskContent* content) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(id);
  if (place == places_.end()) return nullptr;
  const CaseView& view = **place->second;
  if (view.head.events != events || view.content.get() != content) return nullptr;
  order_.splice(order_.begin(), order_, place->second);
  return order_.front();
}

void CaseShelf::put(std::shared_ptr<const CaseView> view) {
  const std::lock_guard lock(mutex_);
  const std::string id = view->head.id;
  if (const auto place = places_.find(id); place != places_.end()) {
    order_.erase(place->second);
    places_.erase(place);
  }
  order_.push_front(std::move(view));
  places_.emplace(id, order_.begin());
  if (order_.size() <= capacity) return;
  places_.erase(order_.back()->head.id);
  order_.pop_back();
}

void CaseShelf::forget(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(id);
  if (place == places_.end()) return;
  order_.erase(place->second);
  places_.erase(place);
}

}  // namespace tsg
