// SPDX-License-Identifier: MIT
#include "engine/loader/component_words.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/loader/blade_link.h"
#include "engine/loader/components.h"
#include "engine/markdown/html_text.h"
#include "engine/model/article.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool web_address(std::string_view address) {
  const bool scheme = equal_ignoring_case(address.substr(0, 8), "https://");
  return scheme && std::all_of(address.begin(), address.end(), [](char c) {
           return static_cast<unsigned char>(c) > 0x20 && static_cast<unsigned char>(c) < 0x7F;
         });
}

std::string link_to(const Video& video) {
  const std::string address = without_entities(video.source);
  const std::string title = text_of_html(video.title);
  const std::string words = escaped_html(title.empty() ? address : title);
  if (!web_address(address)) return words;
  return fmt::format("<a href=\"{}\">{}</a>", escaped_html(address), words);
}

std::string words_of(const Metric& metric) {
  const std::string title = text_of_html(metric.title);
  const std::string of = fmt::format("{} of {}, {}", text_of_html(metric.aggregation_type),
                                     text_of_html(metric.name), text_of_html(metric.time_span));
  return fmt::format("<p>{}</p>", escaped_html(title.empty() ? of : fmt::format("{} ({})", title, of)));
}

std::string words_of_group(const std::vector<Component>& components, const VideoGroup& group) {
  std::string html;
  if (!group.title.empty()) html += fmt::format("<p>{}</p>\n", escaped_html(text_of_html(group.title)));
  html += "<ul>\n";
  for (const Component& each : components) {
    if (const auto* video = std::get_if<Video>(&each.content)) html += "<li>" + link_to(*video) + "</li>\n";
  }
  return html + "</ul>";
}

Insight with_plain_texts(Insight insight) {
  for (std::string* text :
       {&insight.execution_text, &insight.timeout_text, &insight.no_result_text, &insight.failed_text}) {
    *text = text_of_html(*text);
  }
  return insight;
}

ComponentWords words_of_component(std::string_view source, std::string_view slot) {
  Article article;
  article.text = std::string(source);
  const std::vector<Component> components = read_components(article);
  if (components.empty()) return {};
  const auto& content = components.front().content;
  if (const auto* insight = std::get_if<Insight>(&content))
    return {fmt::format("<ul>\n<li>{}</li>\n</ul>", slot), with_plain_texts(*insight)};
  if (const auto* metric = std::get_if<Metric>(&content)) return {.html = words_of(*metric)};
  if (const auto* video = std::get_if<Video>(&content)) return {.html = "<p>" + link_to(*video) + "</p>"};
  if (const auto* group = std::get_if<VideoGroup>(&content))
    return {.html = words_of_group(components, *group)};
  return {};
}

// `{$domain}` is the portal's own address.
std::optional<std::string> without_domain(std::string_view uri, std::string_view address) {
  constexpr std::string_view domain = "{$domain}";
  if (!uri.starts_with(domain)) return std::nullopt;
  std::string filled = std::string(address) + std::string(uri.substr(domain.size()));
  if (!names_in_uri(filled).empty()) return std::nullopt;
  return filled;
}

void append_part(std::string& out, std::string_view part) {
  out += '/';
  for (const char c : part) {
    const bool kept = ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_' || c == '.' || c == '~';
    out += kept ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
}

}  // namespace

std::optional<std::string> blade_address(std::string_view target, std::string_view address) {
  constexpr std::string_view link_scheme = "button-link:";
  const std::string_view trimmed = ascii_trimmed(target);
  if (equal_ignoring_case(trimmed.substr(0, link_scheme.size()), link_scheme)) {
    const std::string_view behind = trimmed.substr(link_scheme.size());
    return web_address(behind) ? std::optional(std::string(behind)) : std::nullopt;
  }
  const std::optional<BladeReading> reading = read_blade_link(target);
  if (!reading || reading->empty_part || reading->link.blade.empty()) return std::nullopt;
  if (auto uri = without_domain(reading->link.uri, address)) return uri;
  std::string out = std::string(address) + "/#blade";
  append_part(out, reading->link.extension);
  append_part(out, reading->link.blade);
  for (const auto& [name, value] : reading->link.parameters) {
    if (value.find('$') != std::string::npos) return std::nullopt;
    append_part(out, name);
    append_part(out, value);
  }
  return out;
}

PortalWords portal_words(const PortalSettings& settings) {
  PortalWords words;
  words.component = words_of_component;
  if (settings.blades == BladeUse::Action) return words;
  words.blade = [address = settings.address](std::string_view target) {
    return blade_address(target, address);
  };
  return words;
}

}  // namespace tsg
