// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <map>

#include "engine/text/json_writer.h"
#include "renderers/check_report.h"
#include "renderers/escape_url.h"

namespace tsg {

namespace {

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::Error:
      return "error";
    case Severity::Warning:
      return "warning";
    case Severity::Info:
      return "note";
  }
  return "";
}

// A path as a relative URI reference (RFC 3986), its slashes kept.
std::string uri_of(std::string_view path) {
  std::string uri;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    append_url_query(uri, path.substr(0, slash));
    if (slash < path.size()) uri += '/';
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return uri;
}

using Rules = std::map<std::string_view, std::pair<Code, std::size_t>>;  // by id; with its index

Rules rules_of(const std::vector<FileFindings>& files) {
  Rules rules;
  for (const FileFindings& file : files) {
    for (const Diagnostic& each : file.diagnostics) rules.try_emplace(each.code.id, each.code, 0);
  }
  std::size_t index = 0;
  for (auto& [id, rule] : rules) rule.second = index++;
  return rules;
}

void write_rule(JsonWriter& json, const Code& code) {
  json.begin_object().member("id", code.id);
  json.key("shortDescription").begin_object().member("text", code.title).end_object();
  json.key("defaultConfiguration").begin_object().member("level", level_of(code.severity)).end_object();
  if (!code.ref.empty()) json.key("properties").begin_object().member("ref", code.ref).end_object();
  json.end_object();
}

// Columns count characters (columnKind unicodeCodePoints), offsets bytes.
void write_location(JsonWriter& json, const Place& place) {
  json.key("physicalLocation").begin_object();
  json.key("artifactLocation").begin_object().member("uri", uri_of(place.file)).end_object();
  if (place.line > 0) {
    json.key("region").begin_object().member("startLine", place.line).member("startColumn", place.column);
    json.member("byteOffset", place.range.begin)
        .member("byteLength", place.range.end - place.range.begin)
        .end_object();
  }
  json.end_object();
}

void write_fix(JsonWriter& json, const Diagnostic& diagnostic) {
  const Fix& fix = *diagnostic.fix;
  json.key("fixes").begin_array().begin_object();
  json.key("description")
      .begin_object()
      .member("text", diagnostic.help.empty() ? "mend it" : diagnostic.help)
      .end_object();
  json.key("artifactChanges").begin_array().begin_object();
  json.key("artifactLocation").begin_object().member("uri", uri_of(diagnostic.place.file)).end_object();
  json.key("replacements").begin_array().begin_object();
  json.key("deletedRegion").begin_object().member("byteOffset", fix.range.begin);
  json.member("byteLength", fix.range.end - fix.range.begin).end_object();
  json.key("insertedContent").begin_object().member("text", fix.replacement).end_object();
  json.end_object().end_array().end_object().end_array();
  json.key("properties").begin_object().member("safe", fix.safe).end_object();
  json.end_object().end_array();
}

void write_result(JsonWriter& json, const Diagnostic& diagnostic, std::size_t rule) {
  json.begin_object().member("ruleId", diagnostic.code.id).member("ruleIndex", rule);
  json.member("level", level_of(diagnostic.severity));
  const std::string text = diagnostic.help.empty()
                               ? diagnostic.message
                               : fmt::format("{}; {}", diagnostic.message, diagnostic.help);
  json.key("message").begin_object().member("text", text).end_object();
  json.key("locations").begin_array().begin_object();
  write_location(json, diagnostic.place);
  json.end_object().end_array();
  bool related = false;
  for (const Note& note : diagnostic.notes) {
    if (note.place.file.empty()) continue;
    if (!related) json.key("relatedLocations").begin_array();
    related = true;
    json.begin_object();
    write_location(json, note.place);
    json.key("message").begin_object().member("text", note.message).end_object().end_object();
  }
  if (related) json.end_array();
  if (diagnostic.fix) write_fix(json, diagnostic);
  json.end_object();
}

}  // namespace

std::string sarif_report(const std::vector<FileFindings>& files, std::string_view version) {
  const Rules rules = rules_of(files);
  JsonWriter json(2);
  json.begin_object()
      .member("$schema", "https://json.schemastore.org/sarif-2.1.0.json")
      .member("version", "2.1.0");
  json.key("runs").begin_array().begin_object();
  json.key("tool")
      .begin_object()
      .key("driver")
      .begin_object()
      .member("name", "tsg")
      .member("version", version);
  json.key("rules").begin_array();
  for (const auto& [id, rule] : rules) write_rule(json, rule.first);
  json.end_array().end_object().end_object().member("columnKind", "unicodeCodePoints");
  json.key("results").begin_array();
  for (const FileFindings& file : files) {
    for (const Diagnostic& each : file.diagnostics) write_result(json, each, rules.at(each.code.id).second);
  }
  json.end_array().end_object().end_array().end_object();
  return json.take() + '\n';
}

}  // namespace tsg
