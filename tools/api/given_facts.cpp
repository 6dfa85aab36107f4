// SPDX-License-Identifier: MIT
#include "tools/api/given_facts.h"

#include <fmt/format.h>

#include "engine/text/line_index.h"
#include "engine/text/rfc3339.h"
#include "tools/desk/kept_facts.h"

namespace tsg {

namespace {

// A place of the facts as a place of the body, which is what the sender can look up.
std::string told(const Diagnostic& diagnostic, const LineIndex& lines, std::size_t facts_begin) {
  const LineColumn at = lines.at(facts_begin + diagnostic.place.range.begin);
  return fmt::format("{}: {}: line {}, column {}", diagnostic.code.id, diagnostic.code.title, at.line,
                     at.column);
}

Problem refused(const Diagnostics& diagnostics, const LineIndex& lines, std::size_t facts_begin) {
  Problem problem{.kind = ProblemKind::WrongFacts,
                  .detail = "the facts cannot be used",
                  .help = "an object whose members are the documents that the guide's catalogue names"};
  for (const Diagnostic& each : diagnostics)
    if (each.severity == Severity::Error) problem.errors.push_back({"facts", told(each, lines, facts_begin)});
  return problem;
}

}  // namespace

std::variant<GivenFacts, Problem> read_given_facts(const DeskContent& content, std::string_view guide,
                                                   std::string_view body,
                                                   std::optional<std::string_view> facts,
                                                   const std::string& now) {
  if (!now.empty() && !parse_rfc3339(now))
    return Problem{.kind = ProblemKind::WrongFacts,
                   .detail = "`now` is no time",
                   .help = "write RFC 3339: 2026-11-20T12:00:00Z",
                   .errors = {{"now", "must be a time as RFC 3339 writes it"}}};
  GivenFacts given;
  if (!facts) return given;
  const auto begin = static_cast<std::size_t>(facts->data() - body.data());
  KeptFacts kept = keep_facts_text(content, guide, "facts", *facts, {.now = now});
  const LineIndex lines(body);
  if (kept.refused) return refused(kept.diagnostics, lines, begin);
  given.documents = std::move(kept.documents);
  for (const Diagnostic& each : kept.diagnostics)
    if (each.severity != Severity::Info) given.warnings.push_back(told(each, lines, begin));
  return given;
}

}  // namespace tsg
