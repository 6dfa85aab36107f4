// SPDX-License-Identifier: MIT
#include "tools/sessions/session_line.h"

#include <fmt/format.h>

#include "engine/text/json_writer.h"
#include "tools/sessions/json_text.h"

namespace tsg {

namespace {

void append_member(std::string& out, std::string_view name, std::string_view text) {
  if (text.empty()) return;
  out += fmt::format(",\"{}\":", name);
  append_json_string(out, text);
}

// Appends `name: value` for a stored JSON text; false when it is none.
bool append_value(std::string& out, std::string_view name, std::string_view json) {
  const std::optional<std::string> compact = compact_json(json);
  if (!compact) return false;
  append_json_string(out, name);
  out += ':';
  out += *compact;
  return true;
}

void append_names(std::string& out, const std::vector<FactsDocument>& facts) {
  std::vector<std::string> names;
  for (const FactsDocument& document : facts) names.push_back(document.key);
  out += ",\"documents\":" + json_of_strings(names);
}

bool append_facts(std::string& out, const std::vector<FactsDocument>& facts) {
  out += ",\"facts\":{";
  bool first = true;
  for (const FactsDocument& document : facts) {
    if (!first) out += ',';
    first = false;
    if (!append_value(out, document.key, document.json)) return false;
  }
  out += '}';
  return true;
}

bool append_event(std::string& out, const SessionEvent& event, ExportedFacts facts) {
  out += fmt::format("{{\"number\":{}", event.number);
  append_member(out, "at", event.at);
  append_member(out, "kind", name_of(event.kind));
  append_member(out, "step", event.step);
  append_member(out, "subject", event.subject);
  append_member(out, "option", event.option);
  append_member(out, "reason", event.reason);
  append_member(out, "name", event.name);
  append_member(out, "text", event.text);
  if (event.kind == SessionEventKind::InputGiven) {
    out += ',';
    if (!append_value(out, "value", event.value)) return false;
  }
  if (event.kind == SessionEventKind::FactsGiven) {
    append_names(out, event.facts);
    if (facts == ExportedFacts::Whole && !append_facts(out, event.facts)) return false;
  }
  out += '}';
  return true;
}

}  // namespace

std::string members_of(const SessionHead& head) {
  std::string out = "\"id\":";
  append_json_string(out, head.id);
  append_member(out, "guide", head.guide);
  append_member(out, "guideVersion", head.guide_version);
  append_member(out, "digest", head.digest);
  append_member(out, "label", head.label);
  append_member(out, "now", head.now);
  append_member(out, "openedAt", head.opened_at);
  append_member(out, "changedAt", head.changed_at);
  append_member(out, "state", name_of(head.summary.state));
  out += ",\"outcomes\":" + json_of_strings(head.summary.outcomes);
  out += ",\"openSteps\":" + json_of_strings(head.summary.open_steps);
  return out;
}

std::optional<std::string> line_of(const StoredSession& session, ExportedFacts facts) {
  std::string line = "{\"format\":1," + members_of(session.head) + ",\"events\":[";
  bool first = true;
  for (const SessionEvent& event : session.events) {
    if (!first) line += ',';
    first = false;
    if (!append_event(line, event, facts)) return std::nullopt;
  }
  line += "]}\n";
  return line;
}

}  // namespace tsg
