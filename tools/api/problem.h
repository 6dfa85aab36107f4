// SPDX-License-Identifier: MIT
// A refusal as RFC 9457 writes it: application/problem+json. docs/api.md lists the kinds.
//
// What a document of facts holds is never in one: facts may hold secrets, and problems are logged.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg {

enum class ProblemKind : std::uint8_t {
  NotFound,
  MethodNotAllowed,
  UnsupportedMediaType,
  NotJson,         // the body is no JSON, or no object
  InvalidRequest,  // a member or a parameter is missing or of another type
  UnknownGuide,    // named in a body; in a path it is NotFound
  WrongAnswer,
  NeedsReason,
  NothingToUndo,
  WrongFacts,
  NoForm,
  UnknownSolution,  // an article or a guide that a body names
  Conflict,
  Ended,        // the troubleshooter takes no more responses
  GuideGone,    // the pack has the session's guide no longer
  Unavailable,  // the machine failed; later it may not
};

// The last part of its `type`: "urn:tsg:problem:needs-reason".
std::string_view name_of(ProblemKind kind);
unsigned status_of(ProblemKind kind);

// One thing that is wrong with a request.
struct ProblemItem {
  std::string path = {};     // "answers[2].step"; "?limit" of a parameter
  std::string message = {};  // lower case, without a final stop
  bool operator==(const ProblemItem&) const = default;
};

struct Problem {
  ProblemKind kind = ProblemKind::InvalidRequest;
  std::string detail = {};
  std::string help = {};  // what to do
  std::vector<ProblemItem> errors = {};
  std::optional<std::uint64_t> events = {};  // of a Conflict: how many the session has now
  web::Headers headers = {};
};

inline constexpr int retry_after_seconds = 5;

// `path` is the request's, for `instance`.
web::Response problem_response(const Problem& problem, std::string_view path);

// That the machine failed, and nothing of how: what it says of itself names its files.
Problem unavailable();

}  // namespace tsg
