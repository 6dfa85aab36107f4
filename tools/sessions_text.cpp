// SPDX-License-Identifier: MIT
#include "tools/sessions_text.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <map>

#include "engine/text/json_writer.h"
#include "renderers/escape_terminal.h"
#include "tools/sessions/session_line.h"

namespace tsg {

namespace {

using Cells = std::vector<std::string>;

std::string shown(std::string_view text) {
  std::string line;
  append_terminal_line(line, text);
  return line;
}

std::string joined(const std::vector<std::string>& texts) {
  return fmt::format("{}", fmt::join(texts, ", "));
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

// Rows of as many cells each, escaped, in columns; the last one is not padded, and none is padded beyond
// `widest`.
std::string aligned(std::vector<Cells> rows, std::string_view indent) {
  constexpr std::size_t widest = 48;
  for (Cells& row : rows)
    for (std::string& cell : row) cell = shown(cell);
  std::vector<std::size_t> widths(rows.front().size(), 0);
  for (const Cells& row : rows)
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], std::min(characters(row[i]), widest));
  std::string text;
  for (const Cells& row : rows) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size()) line.append(2 + widths[i] - std::min(widths[i], characters(row[i])), ' ');
    }
    text += line.substr(0, line.find_last_not_of(' ') + 1) + '\n';
  }
  return text;
}

std::string place_of(const SessionEvent& event) {
  return event.subject.empty() ? event.step : fmt::format("{}[{}]", event.step, event.subject);
}

std::string facts_text(const std::vector<FactsDocument>& facts) {
  if (facts.empty()) return "replaced by later ones";
  std::vector<std::string> documents;
  for (const FactsDocument& each : facts)
    documents.push_back(fmt::format("{} ({} bytes)", each.key, each.json.size()));
  return joined(documents);
}

std::string content_of(const SessionEvent& event) {
  switch (event.kind) {
    case SessionEventKind::FactsGiven:
      return facts_text(event.facts);
    case SessionEventKind::Answered:
      return fmt::format("{} = {}{}", place_of(event), event.option,
                         event.reason.empty() ? "" : fmt::format(" (overrides the rule: {})", event.reason));
    case SessionEventKind::InputGiven:
      return fmt::format("{}{}{} = {}", event.step, event.step.empty() ? "" : ".", event.name, event.value);
    case SessionEventKind::SetAside:
    case SessionEventKind::Undone:
      return place_of(event);
    case SessionEventKind::Noted:
      return event.text;
    case SessionEventKind::Rated:
      return fmt::format("{} {}{}{}", event.step, event.option, event.text.empty() ? "" : ": ", event.text);
  }
  return {};
}

std::string ratings_text(const RatingCounts& ratings) {
  std::vector<std::string> parts;
  if (ratings.helped > 0) parts.push_back(fmt::format("{} helped", ratings.helped));
  if (ratings.not_helped > 0) parts.push_back(fmt::format("{} not", ratings.not_helped));
  if (ratings.other > 0) parts.push_back(fmt::format("{} other", ratings.other));
  return joined(parts);
}

std::string options_text(const std::map<std::string, std::uint64_t>& options) {
  std::vector<std::string> parts;
  for (const auto& [option, count] : options) parts.push_back(fmt::format("{} {}", option, count));
  return joined(parts);
}

std::string steps_text(const GuideCounts& guide) {
  std::vector<Cells> rows = {
      {"step", "asked", "don't know", "overridden", "undone", "left open", "rated", "answers"}};
  for (const auto& [step, counts] : guide.steps) {
    rows.push_back({step, std::to_string(counts.asked), std::to_string(counts.set_aside),
                    std::to_string(counts.overridden), std::to_string(counts.undone),
                    std::to_string(counts.left_open), ratings_text(counts.ratings),
                    options_text(counts.options)});
  }
  return rows.size() == 1 ? "" : aligned(std::move(rows), "  ");
}

std::string outcomes_text(const GuideCounts& guide) {
  std::vector<Cells> rows = {{"outcome", "reached", "rated"}};
  for (const auto& [outcome, counts] : guide.outcomes)
    rows.push_back({outcome, std::to_string(counts.reached), ratings_text(counts.ratings)});
  return rows.size() == 1 ? "" : aligned(std::move(rows), "  ");
}

void write(JsonWriter& json, const RatingCounts& ratings) {
  json.key("ratings").begin_object();
  json.member("helped", ratings.helped).member("not", ratings.not_helped).member("other", ratings.other);
  json.end_object();
}

void write(JsonWriter& json, const StepCounts& step) {
  json.begin_object().member("asked", step.asked).member("setAside", step.set_aside);
  json.member("overridden", step.overridden).member("undone", step.undone).member("leftOpen", step.left_open);
  json.key("options").begin_object();
  for (const auto& [option, count] : step.options) json.member(option, count);
  json.end_object();
  write(json, step.ratings);
  json.end_object();
}

void write(JsonWriter& json, const GuideCounts& guide) {
  json.begin_object().member("sessions", guide.sessions).member("ended", guide.ended);
  json.key("steps").begin_object();
  for (const auto& [step, counts] : guide.steps) {
    json.key(step);
    write(json, counts);
  }
  json.end_object().key("outcomes").begin_object();
  for (const auto& [outcome, counts] : guide.outcomes) {
    json.key(outcome).begin_object().member("reached", counts.reached);
    write(json, counts.ratings);
    json.end_object();
  }
  json.end_object().end_object();
}

}  // namespace

std::string text_of(const std::vector<SessionHead>& heads) {
  if (heads.empty()) return "no sessions\n";
  std::vector<Cells> rows = {{"id", "changed", "state", "events", "guide", "outcomes", "label"}};
  for (const SessionHead& head : heads) {
    rows.push_back({head.id, head.changed_at, std::string(name_of(head.summary.state)),
                    std::to_string(head.events), head.guide, joined(head.summary.outcomes), head.label});
  }
  return aligned(std::move(rows), "");
}

std::string text_of(const StoredSession& session) {
  const SessionHead& head = session.head;
  std::vector<Cells> rows = {{"session", head.id},
                             {"guide", fmt::format("{} {}", head.guide, head.guide_version)},
                             {"label", head.label},
                             {"opened", head.opened_at},
                             {"changed", head.changed_at},
                             {"state", std::string(name_of(head.summary.state))},
                             {"outcomes", joined(head.summary.outcomes)},
                             {"open steps", joined(head.summary.open_steps)}};
  std::string text = aligned(std::move(rows), "");
  rows = {};
  for (const SessionEvent& event : session.events)
    rows.push_back(
        {std::to_string(event.number), event.at, std::string(name_of(event.kind)), content_of(event)});
  return rows.empty() ? text : text + '\n' + aligned(std::move(rows), "");
}

std::string text_of(const SessionReport& report) {
  if (report.empty()) return "no sessions\n";
  std::string text;
  for (const auto& [guide, counts] : report) {
    if (!text.empty()) text += '\n';
    text += fmt::format("{}: {} sessions, {} ended\n", shown(guide), counts.sessions, counts.ended);
    text += steps_text(counts) + outcomes_text(counts);
  }
  return text;
}

std::string json_of(const std::vector<SessionHead>& heads) {
  std::string text = "[";
  for (const SessionHead& head : heads) {
    text += text.size() == 1 ? "\n  " : ",\n  ";
    text += fmt::format("{{{},\"events\":{}}}", members_of(head), head.events);
  }
  return text + (heads.empty() ? "]\n" : "\n]\n");
}

std::string json_of(const SessionReport& report) {
  JsonWriter json(2);
  json.begin_object();
  for (const auto& [guide, counts] : report) {
    json.key(guide);
    write(json, counts);
  }
  return json.end_object().take() + '\n';
}

}  // namespace tsg
