// SPDX-License-Identifier: MIT
#include "engine/checker/blade_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/component_codes.h"
#include "engine/loader/blade_link.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

const std::vector<std::string>& known_values() {
  static const std::vector<std::string> names = {"$resourceId", "$subscriptionId"};
  return names;
}

const std::vector<std::string>& known_in_uri() {
  static const std::vector<std::string> names = {"domain", "resourceId", "resourceIdDecoded"};
  return names;
}

const std::vector<std::string>& buttons() {
  static const std::vector<std::string> names = {"button-data-blade", "button-data-context", "button-link"};
  return names;
}

bool among(const std::vector<std::string>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string meant(const std::vector<std::string>& names, std::string_view name) {
  const std::optional<std::string> nearest = nearest_name(std::string(name), names);
  return nearest ? fmt::format("did you mean `{}`?", *nearest)
                 : fmt::format("known are `{}`", fmt::join(names, "`, `"));
}

void check_parts(ArticleView& view, const BladeReading& reading, ByteRange range) {
  if (reading.empty_part) {
    view.report(
        codes::blade_part_empty, range,
        reading.parts < 2 ? "the target of the link names no blade" : "a part of the blade's target is empty",
        "write `data-blade:Extension.Blade.parameter.value`");
  } else if (reading.parts % 2 != 0) {
    view.report(
        codes::blade_parts_odd, range,
        fmt::format("the blade's parameter `{}` has no value", excerpt(reading.link.parameters.back().first)),
        "write its value behind a dot; no value may hold a dot");
  }
}

void check_values(ArticleView& view, const BladeReading& reading, ByteRange range) {
  for (const auto& [name, value] : reading.link.parameters) {
    if (!value.starts_with('$') || among(known_values(), value)) continue;
    view.report(codes::blade_value_unknown, range,
                fmt::format("portals know no `{}` for the parameter `{}`", excerpt(value), excerpt(name)),
                meant(known_values(), value));
  }
}

void check_uri(ArticleView& view, const BladeReading& reading, ByteRange range) {
  if (!reading.rest.empty()) {
    view.report(codes::blade_uri_odd, range,
                fmt::format("`{}` stands behind the blade's target", excerpt(reading.rest)),
                "write `;data-blade-uri:` and an address, or nothing");
  }
  for (const std::string_view name : names_in_uri(reading.link.uri)) {
    if (among(known_in_uri(), name)) continue;
    view.report(codes::blade_uri_odd, range, fmt::format("portals know no `{{${}}}`", excerpt(name)),
                meant(known_in_uri(), name));
  }
}

void check_button(ArticleView& view, std::string_view url, ByteRange range) {
  const std::string scheme = ascii_lowered(url.substr(0, url.find(':')));
  if (!scheme.starts_with("button-") || scheme.size() == url.size() || among(buttons(), scheme)) return;
  view.report(codes::button_unknown, range, fmt::format("there is no button `{}`", excerpt(scheme)),
              meant(buttons(), scheme));
}

}  // namespace

void check_blade_links(ArticleView& view) {
  for (const Link& link : view.article().links) {
    const std::string_view url = ascii_trimmed(link.url);
    const ByteRange range =
        view.range_in_line(link.line, link.destination.empty() ? link.url : link.destination);
    check_button(view, url, range);
    const std::optional<BladeReading> reading = read_blade_link(url);
    if (!reading || url.find("<!--") != std::string_view::npos) continue;
    check_parts(view, *reading, range);
    check_values(view, *reading, range);
    check_uri(view, *reading, range);
  }
}

}  // namespace tsg
