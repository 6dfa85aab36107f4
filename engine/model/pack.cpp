// SPDX-License-Identifier: MIT
#include "engine/model/pack.h"

#include <algorithm>

#include "engine/text/ascii.h"

namespace tsg {

const Guide* Pack::guide(std::string_view wanted) const {
  const auto found =
      std::find_if(guides.begin(), guides.end(), [wanted](const Guide& guide) { return guide.id == wanted; });
  return found == guides.end() ? nullptr : &*found;
}

const Catalogue* Pack::catalogue(std::string_view domain) const {
  const auto found = std::find_if(catalogues.begin(), catalogues.end(), [domain](const Catalogue& catalogue) {
    return catalogue.domain == domain;
  });
  return found == catalogues.end() ? nullptr : &*found;
}

const Document* Pack::article(std::string_view article_id) const {
  const auto found = std::find_if(documents.begin(), documents.end(), [article_id](const Document& document) {
    return equal_ignoring_case(document.article.id(), article_id);
  });
  return found == documents.end() ? nullptr : &*found;
}

const Document* Pack::document_of(const Guide& guide, const Target& target) const {
  switch (target.kind) {
    case TargetKind::Article:
      return article(target.id);
    case TargetKind::Outcome: {
      const Outcome* outcome = guide.outcome(target.id);
      return outcome == nullptr || outcome->document == SIZE_MAX ? nullptr : &documents[outcome->document];
    }
    case TargetKind::Step:
    case TargetKind::Guide:
      return nullptr;
  }
  return nullptr;
}

}  // namespace tsg
