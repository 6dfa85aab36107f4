// SPDX-License-Identifier: MIT
// The views of the cases that were looked at last, so that the page after an answer need not walk again.
#pragma once

#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "tools/desk/case_view.h"

namespace tsg {

class CaseShelf {
 public:
  // What is over goes, the one not looked at for longest first; the newest stays whatever it weighs.
  static constexpr std::size_t capacity = 1024;           // cases
  static constexpr std::size_t facts_bytes = 16U << 20U;  // of their facts' JSON, which takes up to twelve
                                                          // times as much once it is read

  // The view of the case after that many events, made with that content; null when it is not here.
  std::shared_ptr<const CaseView> find(const std::string& id, std::uint64_t events,
                                       const DeskContent* content);
  void put(std::shared_ptr<const CaseView> view);
  void forget(const std::string& id);

 private:
  using Order = std::list<std::shared_ptr<const CaseView>>;
  void drop(std::map<std::string, Order::iterator>::iterator place);

  std::mutex mutex_ = {};
  Order order_ = {};  // the newest first
  std::map<std::string, Order::iterator> places_ = {};
  std::size_t bytes_ = 0;  // of the facts of all
};

}  // namespace tsg
