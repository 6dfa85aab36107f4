// SPDX-License-Identifier: MIT
#include "engine/planner/lacking_documents.h"

#include <algorithm>

namespace tsg {

namespace {

constexpr std::size_t no_document = SIZE_MAX;

// "backendHealth.pools[0].name" is of document "backendHealth".
std::size_t document_of(const Catalogue& catalogue, std::string_view path) {
  const NodeIndex node = catalogue.member(0, path.substr(0, path.find_first_of(".[")));
  return node == no_node ? no_document : catalogue.node(node).document;
}

}  // namespace

std::optional<std::vector<const CatalogueDocument*>> LackingDocuments::of(std::string_view rule) const {
  const RuleContract* contract = rules_.contract(rule);
  const Catalogue* catalogue = catalogue_of(rule);
  if (contract == nullptr || catalogue == nullptr) return std::nullopt;
  std::vector<const CatalogueDocument*> lacking;
  for (std::size_t at = 0; at < catalogue->documents.size(); ++at) {
    const auto is_of_it = [&](const std::string& path) { return document_of(*catalogue, path) == at; };
    const bool read = std::any_of(contract->reads.begin(), contract->reads.end(), is_of_it);
    if (read && !is_there(*catalogue, at)) lacking.push_back(&catalogue->documents[at]);
  }
  return lacking;
}

bool LackingDocuments::would_help(std::string_view rule, const Verdict& unknown) const {
  const Catalogue* catalogue = catalogue_of(rule);
  if (catalogue == nullptr) return false;
  const auto lacks = [&](const Need& need) { return lacks_document(*catalogue, need); };
  if (!std::all_of(unknown.needs.begin(), unknown.needs.end(), lacks)) return false;
  return unknown.any_of.empty() || std::any_of(unknown.any_of.begin(), unknown.any_of.end(), lacks);
}

bool LackingDocuments::lacks_document(const Catalogue& catalogue, const Need& need) const {
  const std::size_t document = document_of(catalogue, need.path);
  return document != no_document && !is_there(catalogue, document);
}

const Catalogue* LackingDocuments::catalogue_of(std::string_view rule) const {
  return pack_.catalogue(rule.substr(0, rule.find('/')));
}

bool LackingDocuments::is_there(const Catalogue& catalogue, std::size_t document) const {
  const auto is_of_domain = [&](const Facts* facts) { return facts->catalogue().domain == catalogue.domain; };
  const auto facts = std::find_if(facts_.begin(), facts_.end(), is_of_domain);
  if (facts == facts_.end()) return false;
  const CellState state = (*facts)->state_of(catalogue.documents[document].node, 0);
  return state != CellState::Absent && state != CellState::Stale;
}

}  // namespace tsg
