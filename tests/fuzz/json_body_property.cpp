// SPDX-License-Identifier: MIT
#include "tests/fuzz/json_body_property.h"

#include <nlohmann/json.hpp>

#include "engine/checker/json_body_check.h"
#include "engine/evaluator/form_visibility.h"
#include "engine/loader/article_source.h"
#include "engine/loader/form_body.h"
#include "engine/loader/json_body_place.h"
#include "engine/loader/json_tree.h"
#include "renderers/form_json.h"
#include "renderers/terminal_form.h"
#include "tests/fuzz/output_checks.h"
#include "tests/fuzz/property.h"

namespace tsg::fuzz {

namespace {

// Every answer is the first option, or the word `null`.
ElementAnswers some_answers(const Form& form) {
  ElementAnswers answers;
  for (const FormElement& element : form.elements)
    answers[element.id] = {element.options.empty() ? std::string("null") : element.options.front().value};
  return answers;
}

void require_sound_form(const Form& form) {
  for (const ElementAnswers& answers : {ElementAnswers(), some_answers(form)}) {
    const std::vector<std::size_t> shown = shown_in_order(form, answers);
    require(shown.size() <= form.elements.size(), "no element shows twice");
    require(nlohmann::json::accept(form_json(form, shown)), "a form's JSON is JSON");
    require_terminal_text(terminal_form(form, shown, answers, {}));
  }
}

// The departures mended, from the last to the first.
std::string mended(std::string text, const JsonTreeReading& reading) {
  for (auto each = reading.departures.rbegin(); each != reading.departures.rend(); ++each)
    text.replace(each->range.begin, each->range.end - each->range.begin, each->replacement);
  return text;
}

}  // namespace

Diagnostics require_sound_json_body(const Article& article) {
  Diagnostics diagnostics;
  if (!article.json_body) return diagnostics;
  ArticleSource source(article, diagnostics);
  const ByteRange range = json_body_range(source);
  require(range.begin <= range.end && range.end <= article.text.size(),
          "a JSON body lies within its article");
  const std::string text = article.text.substr(range.begin, range.end - range.begin);
  const JsonTreeReading reading = read_json_tree(text, {0, text.size()});
  require(reading.readable() == article.json_body->readable, "a JSON body is read once as it is read twice");
  if (reading.readable() && reading.departures.size() < JsonTreeReading::most_departures)
    require(nlohmann::json::accept(mended(text, reading)), "a JSON body is strict once it is mended", text);
  if (reading.readable()) require_sound_form(read_form_body(reading.tree.root()));
  check_json_body(source);
  for (const Diagnostic& each : diagnostics) {
    if (each.fix)
      require(each.fix->range.begin <= each.fix->range.end && each.fix->range.end <= article.bytes,
              "a fix lies within its file");
  }
  return diagnostics;
}

}  // namespace tsg::fuzz
