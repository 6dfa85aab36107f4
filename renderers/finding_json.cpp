// SPDX-License-Identifier: MIT
#include "renderers/finding_json.h"

#include "engine/diagnostics/text_form.h"

namespace tsg {

namespace {

void write_range(JsonWriter& json, const ByteRange& range) {
  json.key("range").begin_object().member("begin", range.begin).member("end", range.end).end_object();
}

void write_position(JsonWriter& json, const Place& place) {
  json.member("line", place.line).member("column", place.column);
  write_range(json, place.range);
}

}  // namespace

void write_finding(JsonWriter& json, const Diagnostic& diagnostic) {
  json.member("code", diagnostic.code.id);
  if (!diagnostic.code.ref.empty()) json.member("ref", diagnostic.code.ref);
  json.member("severity", name_of(diagnostic.severity));
  write_position(json, diagnostic.place);
  json.member("message", diagnostic.message);
  if (!diagnostic.help.empty()) json.member("help", diagnostic.help);
  if (!diagnostic.notes.empty()) {
    json.key("notes").begin_array();
    for (const Note& note : diagnostic.notes) {
      json.begin_object().member("message", note.message);
      if (!note.place.file.empty()) {
        json.member("file", note.place.file);
        write_position(json, note.place);
      }
      json.end_object();
    }
    json.end_array();
  }
  if (!diagnostic.fix) return;
  json.key("fix").begin_object();
  write_range(json, diagnostic.fix->range);
  json.member("replacement", diagnostic.fix->replacement).member("safe", diagnostic.fix->safe).end_object();
}

}  // namespace tsg
