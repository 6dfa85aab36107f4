// SPDX-License-Identifier: MIT
#include "tools/api/guide_json.h"

#include "engine/composer/wording.h"
#include "tools/api/json_parts.h"

namespace tsg {

namespace {

std::string_view status_name(GuideStatus status) {
  switch (status) {
    case GuideStatus::Draft:
      return "draft";
    case GuideStatus::Active:
      return "active";
    case GuideStatus::Retired:
      return "retired";
  }
  return "";
}

void write_heading(JsonWriter& json, const Guide& guide) {
  json.member("id", guide.id).member("title", guide.title).member("version", guide.version);
  json.member("digest", guide.digest).member("status", status_name(guide.status));
  json.member("reviewed", guide.reviewed).member("replacedBy", guide.replaced_by);
  json.member("domain", guide.domain).member("start", guide.start);
}

void write_edge(JsonWriter& json, std::string_view name, const std::optional<Edge>& edge) {
  json.key(name);
  if (edge) {
    json.string(to_text(edge->target));
  } else {
    json.null();
  }
}

void write_step(JsonWriter& json, const Step& step) {
  json.begin_object().member("id", step.id).member("title", step.title).member("question", step.question);
  json.member("rule", step.rule).member("forEach", step.for_each);
  json.key("options").begin_array();
  for (const Option& option : step.options) {
    const Edge* edge = step.edge(option.id);
    json.begin_object().member("id", option.id).member("wording", option.wording);
    json.member("leadsTo", edge == nullptr ? "" : to_text(edge->target)).end_object();
  }
  json.end_array();
  write_edge(json, "onUnknown", step.on_unknown);
  write_edge(json, "onNotApplicable", step.on_not_applicable);
  write_edge(json, "onNoSubjects", step.on_no_subjects);
  json.key("inputs").begin_array();
  for (const Input& input : step.inputs) write_input(json, input);
  json.end_array().end_object();
}

struct Shown {
  const std::string& id;
  std::string_view target_name = {};
  const Target& target;
};

void write_shown(JsonWriter& json, const Pack& pack, const Guide& guide, const Shown& shown) {
  const auto& [id, target_name, target] = shown;
  const Document* document = pack.document_of(guide, target);
  json.begin_object().member("id", id).member(target_name, to_text(target));
  json.member("title", document == nullptr ? words_of_id(target.id) : document->article.title());
  json.end_object();
}

void write_document(JsonWriter& json, const CatalogueDocument& document) {
  json.begin_object().member("key", document.key);
  write_texts(json, "gather", document.gather);
  json.member("cost", document.cost).member("class", name_of(document.data_class));
  json.key("maxAgeSeconds");
  if (document.max_age_seconds) {
    json.integer(*document.max_age_seconds);
  } else {
    json.null();
  }
  write_texts(json, "resourceTypes", document.resource_types);
  json.end_object();
}

}  // namespace

std::string guide_list_json(const DeskContent& content) {
  JsonWriter json;
  json.begin_object().key("guides").begin_array();
  for (const std::string& id : content.guides()) {
    json.begin_object();
    const std::shared_ptr<const Pack> pack = content.pack_of(id);
    const Guide& guide = *pack->guide(id);
    write_heading(json, guide);
    json.member("steps", guide.steps.size()).member("checks", guide.checks.size());
    json.end_object();
  }
  json.end_array().end_object();
  return json.take();
}

std::string guide_json(const Pack& pack, const Guide& guide) {
  JsonWriter json;
  json.begin_object();
  write_heading(json, guide);
  json.key("steps").begin_array();
  for (const Step& step : guide.steps) write_step(json, step);
  json.end_array().key("checks").begin_array();
  for (const Check& check : guide.checks) write_shown(json, pack, guide, {check.id, "shows", check.shows});
  json.end_array().key("outcomes").begin_array();
  for (const Outcome& outcome : guide.outcomes)
    write_shown(json, pack, guide, {outcome.id, "target", {TargetKind::Outcome, outcome.id, ""}});
  json.end_array().key("documents").begin_array();
  if (const Catalogue* catalogue = pack.catalogue(guide.domain))
    for (const CatalogueDocument& document : catalogue->documents) write_document(json, document);
  json.end_array().end_object();
  return json.take();
}

}  // namespace tsg
