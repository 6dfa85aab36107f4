// SPDX-License-Identifier: MIT
#include "engine/checker/json_body_check.h"

#include <fmt/format.h>

#include "engine/checker/form_check.h"
#include "engine/checker/json_syntax_check.h"
#include "engine/diagnostics/json_body_codes.h"
#include "engine/loader/json_body_place.h"
#include "engine/loader/json_tree.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"

namespace tsg {

namespace {

bool is_advisor(const ArticleSource& source) {
  return equal_ignoring_case(ascii_trimmed(source.article().type()), "advisorRecommendationMetadata");
}

void check_schema(ArticleSource& source, const JsonValue& root) {
  if (root.member("$schema")) return;
  const std::string_view name = is_advisor(source) ? "AdvisorRecommendation" : "SelfHelpContent";
  const std::size_t inside = root.range().begin + 1;
  Diagnostic& diagnostic =
      source.report(codes::schema_missing, {root.range().begin, inside}, "the JSON body has no `$schema`",
                    fmt::format("write `\"$schema\": \"{}\"` into it", name));
  const std::string_view line_end = source.article().line_ends.crlf > 0 ? "\r\n" : "\n";
  diagnostic.fix = Fix{
      source.file_range({inside, inside}),
      fmt::format("{}    \"$schema\": \"{}\"{}", line_end, name, root.children().empty() ? "" : ","), true};
}

void check_topic(ArticleSource& source, const JsonValue& topic) {
  const JsonValue flag = topic.member("useInDiagnoseAndSolve");
  const std::string word = flag.text();
  if (word == "true" || word == "false") return;
  const bool only_case = equal_ignoring_case(word, "true") || equal_ignoring_case(word, "false");
  Diagnostic& diagnostic = source.report(
      codes::diagnose_flag_odd, flag ? flag.range() : ByteRange{topic.range().begin, topic.range().begin + 1},
      flag ? fmt::format("`useInDiagnoseAndSolve` is `{}`", excerpt(flag.written()))
           : "the support topic has no `useInDiagnoseAndSolve`",
      "write \"true\" or \"false\"");
  if (only_case)
    diagnostic.fix = Fix{source.file_range(flag.range()), fmt::format("\"{}\"", ascii_lowered(word)), true};
}

void check_topics(ArticleSource& source, const JsonValue& root) {
  const JsonValue topics = root.member_ignoring_case("supportTopics");
  if (!topics.is(JsonKind::List)) return;
  for (const JsonValue topic : topics.children()) {
    if (topic.is(JsonKind::Object)) check_topic(source, topic);
  }
}

void check_advisor(ArticleSource& source, const JsonValue& root) {
  const JsonValue left = is_advisor(source) ? root.member("testData") : JsonValue();
  if (!left) return;
  source.report(codes::test_data_left, left.key_range(), "`testData` stands in the metadata",
                "delete it before the article is published");
}

}  // namespace

void check_json_body(ArticleSource& source) {
  if (!source.article().json_body) return;
  const JsonTreeReading reading = read_json_tree(source.text(), json_body_range(source));
  check_json_syntax(source, reading);
  if (!reading.readable()) return;
  const JsonValue root = reading.tree.root();
  check_schema(source, root);
  check_form(source, root);
  check_topics(source, root);
  check_advisor(source, root);
}

}  // namespace tsg
