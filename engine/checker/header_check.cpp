// SPDX-License-Identifier: MIT
#include "engine/checker/header_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/checker/header_keys.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

ByteRange key_range(const ArticleView& view, const Property& property) {
  const std::size_t at = view.article().decoded_offset(property.offset);
  return {at, at + property.key.size()};
}

void check_unknown(ArticleView& view, const Property& property) {
  const auto nearest = nearest_name(property.key, known_keys());
  const bool free = nearest && view.property(*nearest) == nullptr;
  Diagnostic& diagnostic = view.report(
      codes::key_unknown, key_range(view, property),
      fmt::format("nobody reads the header key `{}`", property.key),
      nearest ? fmt::format("did you mean `{}`?", *nearest) : "delete it, or move it where it is read");
  if (free) view.propose(diagnostic, key_range(view, property), *nearest);
}

void check_case(ArticleView& view, const Property& property, std::string_view spelling) {
  if (spelling == property.key || !spelled_exactly(property.key)) return;
  Diagnostic& diagnostic = view.report(codes::key_case, key_range(view, property),
                                       fmt::format("`{}` is written `{}` elsewhere", property.key, spelling),
                                       fmt::format("write `{}`", spelling));
  view.fix_safely(diagnostic, key_range(view, property), std::string(spelling));
}

void check_mandatory(ArticleView& view, std::string_view key) {
  const Property* property = view.property(key);
  const ByteRange header = view.decoded(view.article().header.range);
  const std::string_view type = spelling_of_type(view.type());
  if (property == nullptr) {
    view.report(codes::key_missing, {header.begin, std::min(header.begin + 11, header.end)},
                fmt::format("the header has no `{}`{}", key,
                            type.empty() ? "" : fmt::format(", which an article of type `{}` needs", type)),
                fmt::format("add `{}=\"...\"`", key));
    return;
  }
  const bool told_elsewhere = key == "selfHelpType" || key == "cloudEnvironments";
  if (told_elsewhere || may_be_empty(key) || !ascii_trimmed(property->value).empty()) return;
  view.report(codes::value_empty, key_range(view, *property), fmt::format("`{}` is empty", property->key),
              "fill it in");
}

bool has_entity(std::string_view value) {
  for (std::size_t at = value.find('&'); at != std::string_view::npos; at = value.find('&', at + 1)) {
    const std::size_t end = value.find(';', at);
    const bool close = end != std::string_view::npos && end > at + 1 && end - at <= 8;
    if (close && std::all_of(value.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                             value.begin() + static_cast<std::ptrdiff_t>(end),
                             [](char c) { return ascii_alpha(c) || ascii_digit(c) || c == '#'; }))
      return true;
  }
  return false;
}

std::string joined_lines(std::string_view value) {
  std::string joined;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] != '\n' && value[at] != '\r') {
      joined += value[at];
      continue;
    }
    while (!joined.empty() && ascii_space(joined.back())) joined.pop_back();
    while (at + 1 < value.size() && ascii_space(value[at + 1])) ++at;
    joined += ' ';
  }
  return joined;
}

void check_value(ArticleView& view, const Property& property) {
  const std::string_view value = property.value;
  const ByteRange range = view.value_range(property);
  if (ascii_trimmed(value).size() != value.size()) {
    Diagnostic& padded =
        view.report(codes::value_padded, range,
                    fmt::format("blanks stand around the value of `{}`", property.key), "take them out");
    view.fix_safely(padded, range, std::string(ascii_trimmed(value)));
  }
  if (value.find('\n') != std::string_view::npos) {
    Diagnostic& spans =
        view.report(codes::value_spans_lines, {range.begin, range.begin + value.find('\n')},
                    fmt::format("the value of `{}` goes on over the end of the line", property.key),
                    "write it on one line");
    if (ascii_trimmed(value).size() == value.size()) view.fix_safely(spans, range, joined_lines(value));
  }
  if (has_entity(value)) {
    view.report(
        codes::value_entity, range,
        fmt::format("the value of `{}` holds an HTML entity, which is shown as it stands", property.key),
        "write the character itself");
  }
  const std::string_view trimmed = ascii_trimmed(value);
  if (trimmed.size() > 2 && trimmed.front() == '<' && trimmed.back() == '>') {
    view.report(codes::value_template, range,
                fmt::format("`{}` still holds the template's text `{}`", property.key, trimmed),
                "fill it in");
  }
}

}  // namespace

void check_header_keys(ArticleView& view) {
  if (view.article().header.kind != HeaderKind::Properties) return;
  for (const Property& property : view.article().header.properties) {
    const std::string_view spelling = known_key(property.key);
    if (spelling.empty()) {
      check_unknown(view, property);
    } else {
      check_case(view, property, spelling);
    }
  }
  for (const std::string_view key : mandatory_keys(view.type())) check_mandatory(view, key);
}

void check_header_values(ArticleView& view) {
  if (view.article().header.kind != HeaderKind::Properties) return;
  for (const Property& property : view.article().header.properties) check_value(view, property);
}

}  // namespace tsg
