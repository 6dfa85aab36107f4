// SPDX-License-Identifier: MIT
#include "tools/desk/kept_facts.h"

#include "engine/loader/facts_writer.h"

namespace tsg {

namespace {

const Catalogue& catalogue_of(const Pack& pack, std::string_view guide) {
  return *pack.catalogue(pack.guide(guide)->domain);
}

KeptFacts kept(FactsLoading loading) {
  KeptFacts facts;
  facts.refused = loading.refused;
  for (KeptDocument& document : write_facts(loading.facts))
    facts.documents.push_back({std::move(document.key), std::move(document.json)});
  facts.diagnostics = std::move(loading.diagnostics);
  return facts;
}

}  // namespace

KeptFacts keep_facts(const DeskContent& content, std::string_view guide, const FactsRequest& request) {
  const std::shared_ptr<const Pack> pack = content.pack_of(guide);
  return kept(load_facts(catalogue_of(*pack, guide), request));
}

KeptFacts keep_facts_text(const DeskContent& content, std::string_view guide, std::string_view name,
                          std::string_view json, const FactsRequest& request) {
  const std::shared_ptr<const Pack> pack = content.pack_of(guide);
  return kept(load_facts_text(catalogue_of(*pack, guide), name, json, request));
}

}  // namespace tsg
