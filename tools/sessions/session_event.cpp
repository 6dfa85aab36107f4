// SPDX-License-Identifier: MIT
#include "tools/sessions/session_event.h"

#include <fmt/format.h>

#include <array>
#include <set>
#include <utility>

#include "engine/text/rfc3339.h"
#include "engine/text/utf8.h"
#include "tools/sessions/json_text.h"
#include "tools/sessions/session_limits.h"

namespace tsg {

namespace {

constexpr std::array<std::pair<SessionEventKind, std::string_view>, 7> kinds = {
    {{SessionEventKind::FactsGiven, "facts-given"},
     {SessionEventKind::Answered, "answered"},
     {SessionEventKind::InputGiven, "input-given"},
     {SessionEventKind::SetAside, "set-aside"},
     {SessionEventKind::Undone, "undone"},
     {SessionEventKind::Noted, "noted"},
     {SessionEventKind::Rated, "rated"}}};

std::optional<std::string> problem_of_texts(const SessionEvent& event) {
  const std::array<std::pair<std::string_view, std::string_view>, 7> texts = {{{"step", event.step},
                                                                               {"subject", event.subject},
                                                                               {"option", event.option},
                                                                               {"reason", event.reason},
                                                                               {"name", event.name},
                                                                               {"value", event.value},
                                                                               {"text", event.text}}};
  for (const auto& [what, text] : texts) {
    if (text.size() > session_text_bytes)
      return fmt::format("`{}` has {} bytes; at most {} are stored", what, text.size(), session_text_bytes);
    if (!valid_utf8(text)) return fmt::format("`{}` is not UTF-8", what);
  }
  return std::nullopt;
}

std::optional<std::string> problem_of_facts(const std::vector<FactsDocument>& facts) {
  if (facts.size() > session_facts_documents)
    return fmt::format("there are {} documents of facts; at most {} are stored", facts.size(),
                       session_facts_documents);
  std::set<std::string_view> keys;
  std::size_t bytes = 0;
  for (const FactsDocument& document : facts) {
    bytes += document.key.size() + document.json.size();
    if (document.key.size() > session_text_bytes || !valid_utf8(document.key))
      return "the key of a document of facts is too long or not UTF-8";
    if (!keys.insert(document.key).second) return fmt::format("the facts `{}` are given twice", document.key);
  }
  if (bytes > session_facts_bytes)
    return fmt::format("the facts have {} bytes; at most {} are stored", bytes, session_facts_bytes);
  for (const FactsDocument& document : facts)
    if (!is_json(document.json)) return fmt::format("the facts `{}` are no JSON", document.key);
  return std::nullopt;
}

}  // namespace

std::string_view name_of(SessionEventKind kind) {
  for (const auto& [each, name] : kinds)
    if (each == kind) return name;
  return "";
}

std::optional<SessionEventKind> parse_session_event_kind(std::string_view name) {
  for (const auto& [kind, each] : kinds)
    if (each == name) return kind;
  return std::nullopt;
}

std::optional<std::string> problem_of(const SessionEvent& event) {
  if (!parse_rfc3339(event.at)) return fmt::format("`{}` is no RFC 3339 time", event.at);
  if (auto problem = problem_of_texts(event)) return problem;
  const bool is_input = event.kind == SessionEventKind::InputGiven;
  if (is_input ? !is_json(event.value) : !event.value.empty())
    return is_input ? fmt::format("the value of `{}` is no JSON", event.name) : "only an input has a value";
  if (!event.facts.empty() && event.kind != SessionEventKind::FactsGiven)
    return "only facts that are given have documents";
  return problem_of_facts(event.facts);
}

}  // namespace tsg
