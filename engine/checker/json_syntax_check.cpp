// SPDX-License-Identifier: MIT
#include "engine/checker/json_syntax_check.h"

#include <fmt/format.h>

#include "engine/diagnostics/json_body_codes.h"
#include "engine/text/excerpt.h"

namespace tsg {

namespace {

struct Wording {
  std::string_view message = {};
  std::string_view help = {};
};

Wording wording_of(JsonFlawKind kind) {
  switch (kind) {
    case JsonFlawKind::ControlCharacter:
      return {"a text holds a line end, a tab or another control character as it is", "write `\\n` or `\\t`"};
    case JsonFlawKind::CommaInList:
      return {"a `,` stands behind the last item of a list", "delete it"};
    case JsonFlawKind::CommaInObject:
      return {"a `,` stands behind the last member of an object", "delete it"};
    case JsonFlawKind::UnquotedKey:
      return {"a key is not in quotes", "put it in double quotes"};
    case JsonFlawKind::Unreadable:
      return {"the JSON body cannot be read", "mend it; nothing in it is used until then"};
  }
  return {};
}

// The first departure has the code of the rule, which counts articles; further ones have their own.
const Code& code_of(std::size_t index) {
  return index == 0 ? codes::json_not_strict : codes::json_not_strict_again;
}

void report_departures(ArticleSource& source, const std::vector<JsonDeparture>& departures) {
  for (std::size_t i = 0; i < departures.size(); ++i) {
    const JsonDeparture& each = departures[i];
    const Wording words = wording_of(each.kind);
    source.report(code_of(i), each.range, std::string(words.message), std::string(words.help)).fix =
        Fix{source.file_range(each.range), each.replacement, true};
  }
}

// The member of that key before `again`, and what stands between the two.
struct Earlier {
  JsonValue first = {};
  std::size_t previous_end = 0;  // of the member just before `again`
};

Earlier earlier_of(const JsonValue& object, const JsonValue& again) {
  Earlier earlier;
  const std::string key = again.key();
  for (const JsonValue member : object.children()) {
    if (member.node() == again.node()) break;
    if (member.key_is(key)) earlier.first = member;
    earlier.previous_end = member.range().end;
  }
  return earlier;
}

void report_duplicate(ArticleSource& source, const JsonValue& object, const JsonValue& again) {
  const Earlier earlier = earlier_of(object, again);
  const bool same = earlier.first.written() == again.written();
  Diagnostic& diagnostic =
      source.report(codes::json_duplicate_key, again.key_range(),
                    fmt::format("the key `{}` occurs twice in this object{}", excerpt(again.key()),
                                same ? ", with one value" : "; the last one is taken"),
                    same ? "delete one of them" : "keep the one that is meant");
  diagnostic.notes.push_back({"it stands here first", source.place(earlier.first.key_range())});
  if (same) diagnostic.fix = Fix{source.file_range({earlier.previous_end, again.range().end}), "", true};
}

// The object that holds each node, found on the way down: duplicates are few, objects are not.
JsonValue holder_of(const JsonTree& tree, std::uint32_t node) {
  JsonValue at = tree.root();
  for (bool deeper = true; deeper;) {
    deeper = false;
    for (const JsonValue child : at.children()) {
      if (child.node() == node) return at;
      if (node > child.node() && node < tree.nodes[child.node()].next) {
        at = child;
        deeper = true;
        break;
      }
    }
  }
  return at;
}

}  // namespace

void check_json_syntax(ArticleSource& source, const JsonTreeReading& reading) {
  report_departures(source, reading.departures);
  if (!reading.readable()) {
    const Wording words = wording_of(JsonFlawKind::Unreadable);
    source.report(code_of(reading.departures.size()), reading.problem_at,
                  fmt::format("{}: {}", words.message, reading.problem), std::string(words.help));
    return;
  }
  std::size_t told = 0;
  for (const std::uint32_t node : reading.duplicates) {
    if (told++ >= ArticleSource::most_reports) break;
    report_duplicate(source, holder_of(reading.tree, node), JsonValue(reading.tree, node));
  }
}

}  // namespace tsg
