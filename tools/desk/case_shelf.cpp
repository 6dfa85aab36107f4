// SPDX-License-Identifier: MIT
#include "tools/desk/case_shelf.h"

namespace tsg {

namespace {

std::size_t facts_bytes_of(const CaseView& view) {
  std::size_t bytes = 0;
  for (const SessionEvent& event : view.events) {
    for (const FactsDocument& document : event.facts) bytes += document.json.size();
  }
  return bytes;
}

}  // namespace

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
  if (const auto place = places_.find(id); place != places_.end()) drop(place);
  bytes_ += facts_bytes_of(*view);
  order_.push_front(std::move(view));
  places_.emplace(id, order_.begin());
  while (order_.size() > 1 && (order_.size() > capacity || bytes_ > facts_bytes))
    drop(places_.find(order_.back()->head.id));
}

void CaseShelf::drop(std::map<std::string, Order::iterator>::iterator place) {
  bytes_ -= facts_bytes_of(**place->second);
  order_.erase(place->second);
  places_.erase(place);
}

void CaseShelf::forget(const std::string& id) {
  const std::lock_guard lock(mutex_);
  const auto place = places_.find(id);
  if (place != places_.end()) drop(place);
}

}  // namespace tsg
