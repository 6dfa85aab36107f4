// SPDX-License-Identifier: MIT
#include "engine/loader/json_body_outline.h"

#include <algorithm>
#include <iterator>

#include "engine/loader/json_tree.h"

namespace tsg {

namespace {

JsonFlaw flaw_at(const ArticleSource& source, JsonFlawKind kind, ByteRange at) {
  const Place place = source.place(at);
  return {kind, place.line, place.column};
}

std::vector<std::string> sorted_keys(const JsonValue& object) {
  std::vector<std::string> keys;
  for (const JsonValue member : object.children()) keys.push_back(member.key());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::optional<std::size_t> count_items(const JsonValue& list) {
  if (!list.is(JsonKind::List)) return std::nullopt;
  std::size_t count = 0;
  for ([[maybe_unused]] const JsonValue item : list.children()) ++count;
  return count;
}

}  // namespace

void outline_json_body(const ArticleSource& source, ByteRange range, JsonBody& body) {
  const JsonTreeReading reading = read_json_tree(source.text(), range);
  for (const JsonDeparture& each : reading.departures)
    body.flaws.push_back(flaw_at(source, each.kind, each.at));
  body.readable = reading.readable();
  if (!body.readable) {
    body.flaws.push_back(flaw_at(source, JsonFlawKind::Unreadable, reading.problem_at));
    return;
  }
  for (const std::uint32_t node : reading.duplicates)
    body.duplicate_keys.push_back(JsonValue(reading.tree, node).key());
  const JsonValue root = reading.tree.root();
  body.keys = sorted_keys(root);
  if (const JsonValue schema = root.member("$schema"); schema.is(JsonKind::Text)) body.schema = schema.text();
  body.form_elements = count_items(root.member("formElements"));
}

}  // namespace tsg
