// SPDX-License-Identifier: MIT
// Facts of scenarios, each loaded once for all scenarios that name the same.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include "engine/loader/facts_binding.h"
#include "engine/model/scenario.h"

namespace tsg {

// May be asked from several threads. Borrows the catalogue.
class FactsShelf {
 public:
  FactsShelf(const Catalogue& catalogue, std::string pack_root)
      : catalogue_(catalogue), pack_root_(std::move(pack_root)) {}

  // Holds as long as the shelf.
  const FactsLoading& facts_of(const Scenario& scenario);

 private:
  // What a scenario says of its facts: file or folder, documents left out, documents given, time.
  using Name = std::tuple<std::string, std::vector<std::string>, std::string, std::string>;
  struct Place {
    std::once_flag loaded = {};
    std::unique_ptr<const FactsLoading> facts = {};
  };

  const Catalogue& catalogue_;
  std::string pack_root_;
  std::mutex finding_ = {};
  std::map<Name, Place> places_ = {};
};

}  // namespace tsg
