// SPDX-License-Identifier: MIT
#include "engine/text/json_writer.h"
#include "renderers/finding_json.h"
#include "renderers/test_report.h"

namespace tsg {

namespace {

void write_place(JsonWriter& json, const Place& place) {
  json.member("file", place.file).member("line", place.line).member("column", place.column);
}

void write_result(JsonWriter& json, const TestResult& result) {
  json.begin_object();
  json.member("guide", result.guide).member("scenario", result.scenario).member("file", result.file);
  json.member("title", result.title).member("passed", result.passed).member("refused", result.refused);
  json.key("findings").begin_array();
  for (const Diagnostic& each : result.failures) {
    json.begin_object();
    if (!each.place.file.empty()) json.member("file", each.place.file);
    write_finding(json, each);
    json.end_object();
  }
  json.end_array().key("updated").begin_array();
  for (const std::string& change : result.updated) json.string(change);
  json.end_array().end_object();
}

void write_coverage(JsonWriter& json, const CoverageOfKind& kind) {
  json.begin_object().member("kind", kind.kind).member("all", kind.all).member("covered", kind.covered());
  json.member("percent", kind.percent()).key("missing").begin_array();
  for (const Uncovered& each : kind.missing) {
    json.begin_object().member("name", each.name);
    write_place(json, each.place);
    json.end_object();
  }
  json.end_array().end_object();
}

void write_mutation(JsonWriter& json, const MutationScore& score) {
  json.begin_object()
      .member("all", score.all)
      .member("noticed", score.noticed)
      .member("percent", score.percent());
  json.key("survivors").begin_array();
  for (const Survivor& each : score.survivors) {
    json.begin_object();
    write_place(json, each.place);
    json.member("change", each.change).member("reached", each.reached).end_object();
  }
  json.end_array().end_object();
}

}  // namespace

std::string test_json(const TestReport& report) {
  JsonWriter json(2);
  json.begin_object().member("format", 1).key("scenarios").begin_array();
  for (const TestResult& result : report.results) write_result(json, result);
  json.end_array();
  if (!report.coverage.empty()) {
    json.key("coverage").begin_array();
    for (const CoverageOfKind& kind : report.coverage) write_coverage(json, kind);
    json.end_array();
  }
  if (report.mutation) {
    json.key("mutation");
    write_mutation(json, *report.mutation);
  }
  json.key("counts")
      .begin_object()
      .member("scenarios", report.results.size())
      .member("passed", report.passed());
  json.member("failed", report.results.size() - report.passed()).end_object().end_object();
  return json.take() + '\n';
}

}  // namespace tsg
