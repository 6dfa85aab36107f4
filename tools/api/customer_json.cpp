// SPDX-License-Identifier: MIT
#include "tools/api/customer_json.h"

#include "engine/composer/compose.h"
#include "renderers/html_fragment.h"
#include "renderers/markdown.h"
#include "tools/api/json_parts.h"

namespace tsg {

namespace {

std::string_view name_of(Conclusion conclusion) {
  switch (conclusion) {
    case Conclusion::Found:
      return "found";
    case Conclusion::Provisional:
      return "provisional";
    case Conclusion::Open:
      return "open";
    case Conclusion::Broken:
      return "broken";
    case Conclusion::Nothing:
      return "nothing";
  }
  return "";
}

void write_outcome(JsonWriter& json, const ComposedOutcome& outcome) {
  json.begin_object().member("target", outcome.target).member("title", outcome.title);
  write_texts(json, "subjects", outcome.subjects);
  json.member("provisional", outcome.provisional);
  json.member("html", render_html_fragment(outcome.article));
  json.member("markdown", render_markdown(outcome.article)).end_object();
}

void write_open(JsonWriter& json, const ComposedOpen& open) {
  json.begin_object().member("step", open.step).member("title", open.title);
  json.member("question", open.question);
  write_texts(json, "subjects", open.subjects);
  write_needs(json, "needs", open.needs);
  write_needs(json, "anyOf", open.any_of);
  json.end_object();
}

}  // namespace

std::string customer_json(const Resolution& resolution, const Pack& pack) {
  const ComposedGuide guide = compose(resolution, pack, {.audience = Audience::Customer});
  JsonWriter json;
  json.begin_object().member("audience", "customer").member("guide", guide.id);
  json.member("guideVersion", guide.version).member("guideTitle", guide.title);
  json.member("digest", guide.digest).member("now", guide.now);
  json.member("conclusion", name_of(guide.conclusion)).key("outcomes").begin_array();
  for (const ComposedOutcome& outcome : guide.outcomes) write_outcome(json, outcome);
  json.end_array().key("open").begin_array();
  for (const ComposedOpen& open : guide.open) write_open(json, open);
  json.end_array().member("html", render_html_fragment(guide));
  json.member("markdown", render_markdown(guide)).end_object();
  return json.take();
}

}  // namespace tsg
