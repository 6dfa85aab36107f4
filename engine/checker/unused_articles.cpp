// SPDX-License-Identifier: MIT
#include "engine/checker/unused_articles.h"

#include <fmt/format.h>

#include <set>

#include "engine/diagnostics/tree_codes.h"
#include "engine/loader/pack_files.h"

namespace tsg {

namespace {

constexpr std::string_view shared_folder = "guides/shared/outcomes/";

// Documents that some edge or check leads to.
std::set<const Document*> shown_documents(const Pack& pack) {
  std::set<const Document*> shown;
  for (const Guide& guide : pack.guides) {
    const auto add = [&pack, &guide, &shown](const Target& target) {
      shown.insert(pack.document_of(guide, target));
    };
    for (const Step& step : guide.steps) {
      for (const Edge& edge : step.next) add(edge.target);
      for (const auto* edge : {&step.on_unknown, &step.on_not_applicable, &step.on_no_subjects}) {
        if (*edge) add((*edge)->target);
      }
    }
    for (const Check& check : guide.checks) add(check.shows);
  }
  return shown;
}

void tell_unused(const Pack& pack, const Guide& guide, const std::string& folder, Diagnostics& diagnostics) {
  const std::set<const Document*> shown = shown_documents(pack);
  for (const Outcome& outcome : guide.outcomes) {
    if (outcome.document >= pack.documents.size()) continue;
    const Document& document = pack.documents[outcome.document];
    if (shown.count(&document) > 0 || !document.article.path.starts_with(folder)) continue;
    diagnostics.push_back(make_diagnostic(
        codes::outcome_unused, {document.article.path, {}, 1, 1},
        fmt::format("no edge and no check leads to outcome `{}`", outcome.id),
        fmt::format("lead an answer to it: `next.yes = \"outcome:{}\"`; or take the file out", outcome.id)));
  }
}

}  // namespace

Diagnostics check_unused(const Pack& pack, const Guide& guide) {
  Diagnostics diagnostics;
  tell_unused(pack, guide, fmt::format("guides/{}/outcomes/", guide.id), diagnostics);
  if (pack.root.empty()) return diagnostics;
  for (const std::string& path : files_in(pack.root, fmt::format("guides/{}/steps", guide.id), ".md")) {
    const std::string id = stem_of(path);
    if (guide.step(id) != nullptr) continue;
    diagnostics.push_back(
        make_diagnostic(codes::step_article_unused, {path, {}, 1, 1},
                        fmt::format("guide `{}` has no step `{}`", guide.id, id),
                        fmt::format("add `[steps.{}]` to {}, or take the file out", id, guide.file)));
  }
  return diagnostics;
}

Diagnostics check_unused_shared(const Pack& pack) {
  Diagnostics diagnostics;
  // A guide with an outcome of the same name does not list the shared one.
  std::set<std::string> told;
  for (const Guide& guide : pack.guides) {
    Diagnostics found;
    tell_unused(pack, guide, std::string(shared_folder), found);
    for (Diagnostic& each : found) {
      if (told.insert(each.place.file).second) diagnostics.push_back(std::move(each));
    }
  }
  return diagnostics;
}

}  // namespace tsg
