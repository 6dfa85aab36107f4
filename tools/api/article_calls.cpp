// SPDX-License-Identifier: MIT
#include "tools/api/article_calls.h"

#include <fmt/format.h>

#include "engine/composer/compose.h"
#include "engine/evaluator/element_answers.h"
#include "engine/evaluator/form_visibility.h"
#include "engine/loader/form_article.h"
#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"
#include "renderers/form_json.h"
#include "renderers/html_fragment.h"
#include "renderers/markdown.h"
#include "tools/api/json_parts.h"
#include "tools/api/query_reader.h"
#include "tools/api/request_body.h"

namespace tsg {

namespace {

Problem unknown_article(const Pack& pack, const std::string& id) {
  std::vector<std::string> ids;
  for (const Document& each : pack.documents) ids.emplace_back(each.article.id());
  const std::optional<std::string> near = nearest_name(id, ids);
  return {.kind = ProblemKind::NotFound,
          .detail = fmt::format("there is no article `{}`", excerpt(id)),
          .help = near ? fmt::format("did you mean `{}`?", *near) : "see /api/v1/articles"};
}

bool is_listed(const Article& article) {
  return !article.id().empty() && article.translation.locale.empty();
}

void write_heading(JsonWriter& json, const Article& article) {
  json.member("articleId", article.id()).member("selfHelpType", article.type());
  json.member("title", article.title()).member("path", article.path);
}

std::string_view name_of(ArticleState state) {
  switch (state) {
    case ArticleState::Shown:
      return "shown";
    case ArticleState::Missing:
      return "missing";
    case ArticleState::Refused:
      return "refused";
  }
  return "";
}

std::string article_json(const Document& document, Audience audience) {
  const MissingValue missing = audience == Audience::Agent ? MissingValue::Mark : MissingValue::Plain;
  Diagnostics ignored;
  const ComposedArticle composed =
      compose_article(document, {}, {.audience = audience, .missing = missing}, ignored);
  JsonWriter json;
  json.begin_object();
  write_heading(json, document.article);
  json.member("audience", audience == Audience::Agent ? "agent" : "customer");
  json.member("state", name_of(composed.state));
  write_texts(json, "placeholders", document.compiled.placeholders);
  json.member("html", render_html_fragment(composed)).member("markdown", render_markdown(composed));
  json.end_object();
  return json.take();
}

// What is wrong with the answers; those that are right go to `taken`.
std::optional<Problem> take_answers(const Form& form, const ElementAnswers& given, ElementAnswers& taken) {
  Problem problem{.kind = ProblemKind::WrongAnswer};
  for (const auto& [id, values] : given) {
    for (const std::string& value : values) {
      const std::optional<AnswerProblem> wrong = take_element_answer(form, id, value, taken);
      if (!wrong) continue;
      if (problem.errors.empty()) problem.detail = wrong->message, problem.help = wrong->help;
      problem.errors.push_back({"answers", wrong->message});
    }
  }
  if (problem.errors.empty()) return std::nullopt;
  return problem;
}

}  // namespace

web::Response list_articles(const ApiCall& call) {
  QueryReader query(call.request.query);
  const std::optional<std::string> type = query.text("type");
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const auto pack = call.packs.whole_pack(call.desk.content());
  JsonWriter json;
  json.begin_object().key("articles").begin_array();
  for (const Document& document : pack->documents) {
    if (!is_listed(document.article) || (type && *type != document.article.type())) continue;
    json.begin_object();
    write_heading(json, document.article);
    json.end_object();
  }
  json.end_array().end_object();
  return json_response(json.take());
}

web::Response show_article(const ApiCall& call) {
  QueryReader query(call.request.query);
  const Audience audience = query.audience(Audience::Customer);
  if (const auto problem = query.problem()) return call.refuse(*problem);
  const auto pack = call.packs.whole_pack(call.desk.content());
  const Document* document = pack->article(call.names.front());
  if (document == nullptr) return call.refuse(unknown_article(*pack, call.names.front()));
  return json_response(article_json(*document, audience));
}

web::Response form_visibility(const ApiCall& call) {
  const auto pack = call.packs.whole_pack(call.desk.content());
  const Document* document = pack->article(call.names.front());
  if (document == nullptr) return call.refuse(unknown_article(*pack, call.names.front()));
  auto read = RequestBody::read(call.request);
  if (const auto* problem = std::get_if<Problem>(&read)) return call.refuse(*problem);
  auto& body = std::get<RequestBody>(read);
  const ElementAnswers given = body.members().texts_by_name("answers");
  if (const auto problem = body.problem()) return call.refuse(*problem);
  const FormArticleReading form = read_form_article(document->article.path, document->article.text);
  if (!form.form)
    return call.refuse(
        {.kind = ProblemKind::NoForm,
         .detail = "this article holds no form that can be read",
         .help = "see `selfHelpType` in /api/v1/articles: problemScopingQuestions, TSG_Questions"});
  ElementAnswers taken;
  if (const auto problem = take_answers(*form.form, given, taken)) return call.refuse(*problem);
  return json_response(form_json(*form.form, shown_in_order(*form.form, taken)));
}

}  // namespace tsg
