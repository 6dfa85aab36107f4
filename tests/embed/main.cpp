// SPDX-License-Identifier: MIT
// embedder PACK GUIDE FACTS: resolves and prints Markdown, through the public face alone.
#include <iostream>

#include "renderers/tsg.h"

int main(int count, char** words) {
  if (count != 4) return 2;
  const tsg::GuideOpening opening = tsg::open_guide(words[1], words[2]);
  if (!opening.resolver) return 3;
  const tsg::FactsLoading facts = tsg::load_facts(opening.resolver->catalogue(), {.sources = {words[3]}});
  const tsg::Resolution resolution = opening.resolver->resolve(facts.facts, {}, tsg::Trace::On);
  std::cout << tsg::render_markdown(tsg::compose(resolution, opening.resolver->pack()));
  return resolution.outcomes.empty() ? 1 : 0;
}
