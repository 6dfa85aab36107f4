// SPDX-License-Identifier: MIT
#include "tools/desk/fact_sweep.h"

namespace tsg {

FactSweep::FactSweep(std::shared_ptr<const DeskContent> content, std::string guide,
                     std::shared_ptr<const FactsLoading> facts)
    : content_(std::move(content)), guide_(std::move(guide)), facts_(std::move(facts)) {}

const Resolution& FactSweep::resolution() const {
  std::call_once(swept_, [this] {
    const auto lease = content_->lease(guide_);
    if (lease == nullptr) return;
    GuideResolver& resolver = lease->resolver();
    const Answers none;
    resolution_ = sweep(
        {resolver.pack(), resolver.guide(), facts_->facts, none, resolver.rules(), Trace::On, version()});
  });
  return resolution_;
}

}  // namespace tsg
