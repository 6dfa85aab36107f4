// SPDX-License-Identifier: MIT
// The checks of a guide over the facts of a case. Only the end of a walk shows them, so they are run when
// somebody asks, and once for the same facts.
#pragma once

#include <memory>
#include <mutex>
#include <string>

#include "engine/loader/facts_binding.h"
#include "engine/model/resolution.h"
#include "tools/desk/desk_content.h"

namespace tsg {

class FactSweep {
 public:
  FactSweep(std::shared_ptr<const DeskContent> content, std::string guide,
            std::shared_ptr<const FactsLoading> facts);

  // From any thread. Empty when the guide cannot be walked any more.
  const Resolution& resolution() const;

 private:
  std::shared_ptr<const DeskContent> content_;
  std::string guide_;
  std::shared_ptr<const FactsLoading> facts_;
  mutable std::once_flag swept_ = {};
  mutable Resolution resolution_ = {};
};

}  // namespace tsg
