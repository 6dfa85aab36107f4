// SPDX-License-Identifier: MIT
#include "tools/api/session_json.h"

#include <fmt/format.h>

#include "engine/composer/withholding.h"
#include "engine/composer/wording.h"
#include "engine/text/rfc3339.h"
#include "tools/api/json_parts.h"
#include "tools/sessions/session_limits.h"

namespace tsg {

namespace {

constexpr char cursor_comma = ',';

void write_head(JsonWriter& json, const SessionHead& head) {
  json.member("id", head.id).member("guide", head.guide).member("guideVersion", head.guide_version);
  json.member("digest", head.digest).member("label", head.label).member("now", head.now);
  json.member("openedAt", head.opened_at).member("changedAt", head.changed_at);
  json.member("events", head.events).member("state", name_of(head.summary.state));
}

void write_inputs(JsonWriter& json, const CaseView& view, const OpenQuestion& open) {
  const Guide* guide = view.pack->guide(open.guide);
  const Step* step = guide == nullptr ? nullptr : guide->step(open.step);
  json.key("inputs").begin_array();
  for (const std::string& name : open.inputs) {
    Input wanted{.name = name};
    for (const Input& each : step == nullptr ? std::vector<Input>() : step->inputs)
      if (each.name == name) wanted = each;
    write_input(json, wanted);
  }
  json.end_array();
}

// The last answer before it: "Is the pool empty? No".
std::string words_of(const ComposedWhy& why) {
  return why.question.empty() ? std::string() : fmt::format("{} {}", why.question, why.answer);
}

void write_options(JsonWriter& json, const ComposedOpen& open) {
  json.key("options").begin_array();
  for (const ComposedLead& lead : open.leads) {
    json.begin_object().member("id", lead.option).member("wording", lead.wording);
    json.member("leadsTo", lead.leads_to).end_object();
  }
  json.end_array();
}

void write_question(JsonWriter& json, const CaseView& view) {
  json.key("question");
  const ComposedOpen* composed =
      view.walk.question ? composed_question(view.walk, *view.walk.question) : nullptr;
  if (composed == nullptr) {
    json.null();
    return;
  }
  const OpenQuestion& open = view.walk.resolution.open[*view.walk.question];
  json.begin_object().member("guide", open.guide).member("step", open.step);
  json.member("subject", open.subject).member("title", open.title).member("text", open.question);
  write_options(json, *composed);
  write_inputs(json, view, open);
  write_needs(json, "needs", composed->needs);
  write_needs(json, "anyOf", composed->any_of);
  json.member("why", words_of(composed->reached_by));
  json.end_object();
}

void write_evidence(JsonWriter& json, const Visit& visit) {
  json.key("evidence").begin_array();
  for (const std::optional<Verdict>* verdict : {&visit.fork_verdict, &visit.verdict}) {
    if (!*verdict) continue;
    for (const ComposedEvidence& each : visible_evidence((*verdict)->evidence, Audience::Agent)) {
      json.begin_object().member("path", each.path).member("value", each.value);
      json.member("gatheredAt", each.gathered_at).end_object();
    }
  }
  json.end_array();
}

// The option that the rule had said, where an agent decided otherwise.
std::string overruled_option(const Visit& visit) {
  if (visit.answered_by != AnsweredBy::Agent || !visit.verdict) return {};
  const bool otherwise = visit.verdict->kind == VerdictKind::Answer && visit.verdict->option != visit.option;
  return otherwise ? visit.verdict->option : std::string();
}

void write_visit(JsonWriter& json, const Wording& words, const Visit& visit) {
  const auto worded = [&](const std::string& option) {
    return option.empty() ? std::string() : words.answer(visit.guide, visit.step, option);
  };
  json.begin_object().member("guide", visit.guide).member("step", visit.step);
  json.member("subject", visit.subject).member("title", words.title(visit.guide, visit.step));
  json.member("option", visit.option).member("answer", worded(visit.option));
  json.member("answeredBy", name_of(visit.answered_by)).member("reason", visit.reason);
  json.member("overruled", worded(overruled_option(visit)));
  json.member("rule", visit.verdict ? visit.verdict->rule : "");
  json.member("provisional", visit.provisional);
  write_evidence(json, visit);
  json.end_object();
}

void write_path(JsonWriter& json, const CaseView& view) {
  const Wording words(*view.pack);
  json.key("path").begin_array();
  for (const Visit& visit : view.walk.resolution.visits) write_visit(json, words, visit);
  json.end_array();
}

void write_outcomes(JsonWriter& json, const ComposedGuide& guide) {
  json.key("outcomes").begin_array();
  for (const ComposedOutcome& outcome : guide.outcomes) {
    json.begin_object().member("target", outcome.target).member("title", outcome.title);
    write_texts(json, "subjects", outcome.subjects);
    json.member("provisional", outcome.provisional).end_object();
  }
  json.end_array();
}

void write_open(JsonWriter& json, const Resolution& resolution) {
  json.key("open").begin_array();
  for (const OpenQuestion& open : resolution.open) {
    json.begin_object().member("step", open.step).member("subject", open.subject);
    json.member("title", open.title).end_object();
  }
  json.end_array();
}

void write_dropped(JsonWriter& json, const std::vector<GivenAnswer>& dropped) {
  json.key("dropped").begin_array();
  for (const GivenAnswer& each : dropped) {
    json.begin_object().member("step", each.step).member("subject", each.subject);
    json.member("option", each.option).end_object();
  }
  json.end_array();
}

}  // namespace

std::string session_json(const CaseView& view, const std::vector<std::string>& warnings) {
  JsonWriter json;
  json.begin_object();
  write_head(json, view.head);
  write_question(json, view);
  write_path(json, view);
  write_outcomes(json, view.walk.guide);
  write_open(json, view.walk.resolution);
  write_dropped(json, view.walk.dropped);
  json.member("notice", view.notice);
  write_texts(json, "warnings", warnings);
  json.end_object();
  return json.take();
}

std::string session_list_json(const std::vector<SessionHead>& heads, std::size_t limit) {
  JsonWriter json;
  json.begin_object().key("sessions").begin_array();
  for (std::size_t i = 0; i < heads.size() && i < limit; ++i) {
    json.begin_object();
    write_head(json, heads[i]);
    write_texts(json, "outcomes", heads[i].summary.outcomes);
    write_texts(json, "open", heads[i].summary.open_steps);
    json.end_object();
  }
  json.end_array().key("next");
  if (heads.size() > limit) {
    json.string(cursor_of(heads[limit - 1]));
  } else {
    json.null();
  }
  json.end_object();
  return json.take();
}

std::string cursor_of(const SessionHead& head) {
  return fmt::format("{}{}{}", head.changed_at, cursor_comma, head.id);
}

std::optional<HeadPlace> place_of_cursor(std::string_view cursor) {
  const std::size_t comma = cursor.find(cursor_comma);
  if (comma == std::string_view::npos || comma + 1 == cursor.size()) return std::nullopt;
  HeadPlace place = {std::string(cursor.substr(0, comma)), std::string(cursor.substr(comma + 1))};
  if (!parse_rfc3339(place.changed_at)) return std::nullopt;
  return place;
}

}  // namespace tsg
