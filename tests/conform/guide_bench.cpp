// SPDX-License-Identifier: MIT
#include "tests/conform/guide_bench.h"

#include <stdexcept>

#include "engine/diagnostics/text_form.h"

namespace tsg::conform {

namespace {

[[noreturn]] void fail(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) text += to_text(each, Colour::Never);
  throw std::runtime_error(text);
}

}  // namespace

GuideBench::GuideBench(const std::string& pack_root, const std::string& guide) {
  GuideOpening opening = open_guide(pack_root, guide);
  if (!opening.resolver) fail(opening.diagnostics);
  resolver_ = std::move(opening.resolver);
}

Resolution GuideBench::resolve(const nlohmann::ordered_json& facts, const Answers& answers) {
  const FactsLoading loading = load_facts_text(resolver_->catalogue(), "facts", facts.dump());
  if (loading.refused) fail(loading.diagnostics);
  return resolver_->resolve(loading.facts, answers, Trace::On);
}

}  // namespace tsg::conform
