// SPDX-License-Identifier: MIT
#include "renderers/help_api/shape_reader.h"

#include <fmt/format.h>

#include "engine/text/excerpt.h"
#include "engine/text/utf8.h"

namespace tsg {

bool ShapeReader::fail(ByteRange at, std::string problem) {
  problem_ = std::move(problem);
  problem_at_ = at;
  return false;
}

bool ShapeReader::sound(std::string_view text, const JsonTreeReading& tree) {
  if (!valid_utf8(text)) return fail({}, "the text is not UTF-8");
  if (!tree.readable()) return fail(tree.problem_at, tree.problem);
  if (!tree.departures.empty())
    return fail(tree.departures.front().at, "this is not JSON as RFC 8259 has it");
  if (tree.duplicates.empty()) return true;
  const JsonValue twice(tree.tree, tree.duplicates.front());
  return fail(twice.key_range(), fmt::format("the member `{}` is there twice", excerpt(twice.key())));
}

bool ShapeReader::expected(JsonValue json, std::string_view what) {
  std::string where;
  for (const Part& part : way_) {
    if (part.name.empty()) {
      where += fmt::format("[{}]", part.index);
    } else {
      where += (where.empty() ? "" : ".") + std::string(part.name);
    }
  }
  const std::string subject = where.empty() ? "the document" : fmt::format("`{}`", where);
  return fail(json.range(), fmt::format("{} must be {}", subject, what));
}

bool ShapeReader::read(JsonValue json, std::string& out) {
  if (!json.is(JsonKind::Text)) return expected(json, "a text");
  out = json.text();
  return true;
}

bool ShapeReader::read(JsonValue json, bool& out) {
  if (!json.is(JsonKind::Boolean)) return expected(json, "true or false");
  out = json.is_true();
  return true;
}

bool ShapeReader::read(JsonValue json, std::int64_t& out) {
  const std::optional<std::int64_t> integer = json.integer();
  if (!integer) return expected(json, "a whole number of 64 bits");
  out = *integer;
  return true;
}

bool ShapeReader::read(JsonValue json, HelpMap& out) {
  if (!json.is(JsonKind::Object)) return expected(json, "an object of texts");
  for (const JsonValue each : json.children()) {
    if (each.is(JsonKind::Null)) continue;
    if (!each.is(JsonKind::Text)) return expected(each, "an object of texts");
    out.entries.push_back({each.key(), each.text()});
  }
  return true;
}

}  // namespace tsg
