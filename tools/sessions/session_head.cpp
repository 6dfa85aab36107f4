// SPDX-License-Identifier: MIT
#include "tools/sessions/session_head.h"

#include <fmt/format.h>

#include "engine/text/rfc3339.h"
#include "engine/text/utf8.h"
#include "tools/sessions/session_limits.h"

namespace tsg {

namespace {

std::optional<std::string> problem_of_text(std::string_view what, std::string_view text) {
  if (text.size() > session_text_bytes)
    return fmt::format("{} has {} bytes; at most {} are stored", what, text.size(), session_text_bytes);
  if (!valid_utf8(text)) return fmt::format("{} is not UTF-8", what);
  return std::nullopt;
}

}  // namespace

std::string_view name_of(SessionState state) {
  return state == SessionState::Open ? "open" : "ended";
}

std::optional<std::string> problem_of(const NewSession& session) {
  if (!parse_rfc3339(session.at)) return fmt::format("`{}` is no RFC 3339 time", session.at);
  if (!session.now.empty() && !parse_rfc3339(session.now))
    return fmt::format("`{}` is no RFC 3339 time", session.now);
  for (const std::string& text : {session.guide, session.guide_version, session.digest, session.label})
    if (auto problem = problem_of_text("a text of the session", text)) return problem;
  return std::nullopt;
}

std::optional<std::string> problem_of(const SessionSummary& summary) {
  if (summary.outcomes.size() > session_summary_texts || summary.open_steps.size() > session_summary_texts)
    return fmt::format("at most {} outcomes and open steps are stored", session_summary_texts);
  for (const std::vector<std::string>& texts : {summary.outcomes, summary.open_steps})
    for (const std::string& text : texts)
      if (auto problem = problem_of_text("an outcome or open step", text)) return problem;
  return std::nullopt;
}

}  // namespace tsg
