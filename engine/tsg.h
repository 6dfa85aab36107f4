// SPDX-License-Identifier: MIT
// The public face of tsg: open a guide of a pack, resolve facts with it.
//
//   tsg::GuideOpening opening = tsg::open_guide("path/to/pack", "application-gateway-502");
//   if (!opening.resolver) return report(opening.diagnostics);
//   tsg::FactsLoading facts = tsg::load_facts(opening.resolver->catalogue(), {.sources = {"facts/"}});
//   tsg::Resolution resolution = opening.resolver->resolve(facts.facts, {}, tsg::Trace::On);
//
// Rendering is in renderers/ and takes what engine/composer/compose.h makes of a Resolution. Nothing here
// throws but std::bad_alloc, or keeps global state. A GuideResolver belongs to one thread; `another` makes
// one for the next thread, over the same const Pack.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/composer/compose.h"
#include "engine/diagnostics/diagnostic.h"
#include "engine/evaluator/evaluate.h"
#include "engine/loader/facts_binding.h"
#include "engine/model/pack.h"
#include "engine/model/resolution.h"
#include "engine/model/rule.h"
#include "engine/model/rule_lines.h"

namespace tsg {

std::string_view version();  // "0.1.0"

// A guide with all it needs: articles compiled, rules compiled and held to their contracts.
class GuideResolver {
 public:
  // REQUIRES: the pack holds the guide and its domain's catalogue; `rules` was made from this pack's members
  GuideResolver(std::shared_ptr<const Pack> pack, std::string guide, std::unique_ptr<RuleRunner> rules);

  // A resolver of the same guide for another thread: shares the pack, compiles the rules anew. Null when the
  // machine has no room for one. With `lines`, which must outlive it, it notes there which lines of rules
  // run; that is slow.
  std::unique_ptr<GuideResolver> another(RuleLines* lines = nullptr) const;

  const Pack& pack() const { return *pack_; }
  const Guide& guide() const { return *pack_->guide(guide_); }
  const Catalogue& catalogue() const { return *pack_->catalogue(guide().domain); }
  RuleRunner& rules() { return *rules_; }
  // Shared with the resolvers that `another` made.
  const std::shared_ptr<const Pack>& shared_pack() const { return pack_; }

  // `facts` must have been read over catalogue(). Trace::On gives evidence and checks that rules are pure.
  Resolution resolve(const Facts& facts, const Answers& answers, Trace trace);

 private:
  std::shared_ptr<const Pack> pack_;
  std::string guide_;
  std::unique_ptr<RuleRunner> rules_;
};

struct GuideOpening {
  std::unique_ptr<GuideResolver> resolver = {};  // null when there is an error among the diagnostics
  Diagnostics diagnostics = {};
};

// `pack_root` is the folder of a tsg.toml. Reads only what the guide needs. An unknown guide is
// codes::guide_unknown.
GuideOpening open_guide(const std::string& pack_root, std::string_view guide);

// A rule domain alone, for rendering an article with one of its rules.
struct DomainOpening {
  std::unique_ptr<const Pack> pack = {};
  std::unique_ptr<RuleRunner> rules = {};  // null when there is an error among the diagnostics
  Diagnostics diagnostics = {};
};

// `rule` is "domain/rule".
DomainOpening open_rule(const std::string& pack_root, std::string_view rule);

}  // namespace tsg
