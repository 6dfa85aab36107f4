// SPDX-License-Identifier: MIT
#include "engine/loader/form_article.h"

#include <fmt/format.h>

#include "engine/diagnostics/json_body_codes.h"
#include "engine/loader/article_reader.h"
#include "engine/loader/article_source.h"
#include "engine/loader/form_body.h"
#include "engine/loader/json_body_place.h"
#include "engine/loader/json_tree.h"

namespace tsg {

FormArticleReading read_form_article(std::string path, std::string_view bytes) {
  ArticleReading article = read_article(std::move(path), bytes);
  FormArticleReading reading{.form = {}, .diagnostics = std::move(article.diagnostics)};
  ArticleSource source(article.article, reading.diagnostics);
  if (!article.article.json_body) {
    if (!article.article.text.empty())
      source.report(codes::form_shape, {0, 0}, "the article has no JSON body, so there is no form in it",
                    "write `---`, the JSON and `---` behind its header");
    return reading;
  }
  const ByteRange range = json_body_range(source);
  const JsonTreeReading json = read_json_tree(source.text(), range);
  if (!json.readable()) {
    source.report(codes::json_not_strict, json.problem_at,
                  fmt::format("the JSON body cannot be read: {}", json.problem), "mend it");
    return reading;
  }
  const JsonValue root = json.tree.root();
  if (root.member_ignoring_case("formElements").is(JsonKind::List)) {
    reading.form = read_form_body(root);
  } else {
    source.report(codes::form_shape, {range.begin, range.begin + 1},
                  "the JSON body has no list `formElements`, so there is no form in it",
                  "name a problemScopingQuestions or TSG_Questions article");
  }
  return reading;
}

}  // namespace tsg
