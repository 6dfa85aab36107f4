// SPDX-License-Identifier: MIT
#include "tools/api/solution_source.h"

#include "engine/text/ascii.h"

namespace tsg {

namespace {

// The document of the guide's outcomes and checks that has the id; null when none has.
const Document* shown_by(const Pack& pack, const Guide& guide, const std::string& id) {
  const auto is_it = [&id](const Document* document) {
    return document != nullptr && equal_ignoring_case(document->article.id(), id);
  };
  for (const Outcome& each : guide.outcomes) {
    const Document* document = pack.document_of(guide, {TargetKind::Outcome, each.id, ""});
    if (is_it(document)) return document;
  }
  for (const Check& each : guide.checks) {
    const Document* document = pack.document_of(guide, each.shows);
    if (is_it(document)) return document;
  }
  return nullptr;
}

}  // namespace

std::optional<SolutionSource> find_solution(const DeskContent& content, std::shared_ptr<const Pack> whole,
                                            const std::string& id) {
  if (const auto pack = content.pack_of(id)) {
    const std::size_t summary = pack->guide(id)->summary;
    if (summary < pack->documents.size())
      return SolutionSource{SolutionKind::Guide, pack, &pack->documents[summary], id};
  }
  for (const std::string& guide : content.guides()) {
    const auto pack = content.pack_of(guide);
    if (const Document* document = shown_by(*pack, *pack->guide(guide), id))
      return SolutionSource{SolutionKind::Article, pack, document, guide};
  }
  const Document* document = whole->article(id);
  if (document == nullptr) return std::nullopt;
  return SolutionSource{SolutionKind::Article, std::move(whole), document, ""};
}

}  // namespace tsg
