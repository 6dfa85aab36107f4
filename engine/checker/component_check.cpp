// SPDX-License-Identifier: MIT
#include "engine/checker/component_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/checker/blade_check.h"
#include "engine/diagnostics/component_codes.h"
#include "engine/loader/components.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

const ComponentMember* member_of(const Component& component, std::string_view name) {
  for (const ComponentMember& each : component.members) {
    if (equal_ignoring_case(each.name, name)) return &each;
  }
  return nullptr;
}

// A placeholder's value is not known yet.
bool filled_later(std::string_view value) {
  return value.find("<!--") != std::string_view::npos;
}

void check_whole(ArticleView& view, const Component& component) {
  if (!component.closed) {
    view.report(codes::component_unclosed, component.tag,
                fmt::format("`<{}>` is never closed", component.name),
                fmt::format("write `</{}>` behind its last member", component.name));
  }
  if (view.type().empty() || view.type() == "apollo") return;
  view.report(codes::component_not_shown, component.tag,
              fmt::format("articles of type `{}` do not show `<{}>`", excerpt(view.type()), component.name),
              "take it out, or make the article one of type `Apollo`");
}

void check_names(ArticleView& view, const Component& component, const ComponentShape& shape) {
  for (const ComponentMember& each : component.members) {
    const std::vector<std::string> known(shape.members.begin(), shape.members.end());
    const bool is_known = std::any_of(known.begin(), known.end(), [&each](const std::string& name) {
      return equal_ignoring_case(name, each.name);
    });
    if (!is_known) {
      const std::optional<std::string> nearest = nearest_name(each.name, known);
      view.report(codes::component_member_unknown, each.tag,
                  fmt::format("`<{}>` has no member `{}`", component.name, excerpt(each.name)),
                  nearest ? fmt::format("did you mean `{}`?", *nearest) : "take it out");
    } else if (!each.closed) {
      view.report(codes::component_member_unclosed, each.tag,
                  fmt::format("`<{}>` is never closed", each.name),
                  fmt::format("write `</{}>` behind its value", each.name));
    }
  }
}

void check_missing(ArticleView& view, const Component& component, const ComponentShape& shape) {
  for (std::size_t at = 0; at < shape.required; ++at) {
    const ComponentMember* member = member_of(component, shape.members[at]);
    if (member && !member->value.empty()) continue;
    view.report(codes::component_member_missing, member ? member->tag : component.tag,
                member ? fmt::format("`{}` of `<{}>` is empty", member->name, component.name)
                       : fmt::format("`<{}>` has no `{}`", component.name, shape.members[at]),
                fmt::format("write `<{0}>...</{0}>` into it", shape.members[at]));
  }
  const VideoGroup* group = std::get_if<VideoGroup>(&component.content);
  if (group && group->videos == 0) {
    view.report(codes::component_member_missing, component.tag,
                fmt::format("`<{}>` holds no video", component.name), "put a `<video>` into it");
  }
}

void check_flag(ArticleView& view, const Component& component) {
  const ComponentMember* flag = member_of(component, "additionalInputsReq");
  if (!flag || flag->value.empty() || filled_later(flag->value) || component_boolean(flag->value)) return;
  view.report(codes::component_boolean_odd, flag->range,
              fmt::format("`{}` is `{}`", flag->name, excerpt(flag->value)), "write `true` or `false`");
}

void check_count(ArticleView& view, const Component& component) {
  const ComponentMember* count = member_of(component, "maxInsightCount");
  if (!count || filled_later(count->value)) return;
  const std::optional<std::uint32_t> number = component_number(count->value);
  if (number && *number >= 1 && *number <= 5) return;
  view.report(number ? codes::insight_count_out_of_range : codes::component_number_odd,
              count->value.empty() ? count->tag : count->range,
              fmt::format("`{}` is `{}`", count->name, excerpt(count->value)),
              "write a number from 1 to 5, or leave the member out");
}

void check_address(ArticleView& view, const Component& component) {
  const ComponentMember* source = member_of(component, "src");
  if (!source || source->value.empty() || filled_later(source->value)) return;
  constexpr std::string_view scheme = "https://";
  if (source->value.size() > scheme.size() &&
      equal_ignoring_case(source->value.substr(0, scheme.size()), scheme))
    return;
  view.report(codes::component_address_odd, source->range,
              fmt::format("the address `{}` of `<{}>` is not https", excerpt(source->value), component.name),
              "begin it with `https://`");
}

}  // namespace

void check_components(ArticleView& view) {
  if (!view.markdown()) return;
  for (const Component& component : read_components(view.article())) {
    const ComponentShape shape = shape_of_component(component.name);
    check_whole(view, component);
    check_names(view, component, shape);
    check_missing(view, component, shape);
    if (std::holds_alternative<Insight>(component.content)) {
      check_flag(view, component);
      check_count(view, component);
    }
    check_address(view, component);
  }
  check_blade_links(view);
}

}  // namespace tsg
