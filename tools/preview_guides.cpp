// SPDX-License-Identifier: MIT
#include "tools/preview_guides.h"

#include <fmt/format.h>

#include "engine/composer/compose.h"
#include "engine/diagnostics/text_form.h"
#include "engine/tsg.h"
#include "renderers/escape_html.h"
#include "renderers/html_fragment.h"
#include "tools/scenario_run.h"

namespace tsg {

namespace {

std::string address_of(const std::string& guide, std::string_view what) {
  return fmt::format("/_preview/guides/{}/{}", html(guide), html(what));
}

std::string messages(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& each : diagnostics) {
    if (each.severity == Severity::Error) text += to_text(each, Colour::Never) + "\n";
  }
  return text.empty() ? std::string() : fmt::format("<pre role=\"alert\">{}</pre>\n", html(text));
}

// A guide that cannot be opened shows why.
std::optional<PreviewPage> unopened(const std::string& guide, const Diagnostics& diagnostics) {
  for (const Diagnostic& each : diagnostics) {
    if (each.code.title.find("guide") != std::string_view::npos && each.place.file.empty())
      return std::nullopt;
  }
  return PreviewPage{guide, messages(diagnostics)};
}

}  // namespace

std::optional<PreviewPage> list_resolutions(const std::string& root, const std::string& guide,
                                            const PreviewFacts& given) {
  GuideOpening opening = open_guide(root, guide);
  if (!opening.resolver) return unopened(guide, opening.diagnostics);
  Diagnostics diagnostics;
  PreviewPage page = {opening.resolver->guide().title, "<p>Resolve this guide with:</p>\n<ul>\n"};
  if (!given.facts.empty())
    page.html += fmt::format("<li><a href=\"{}\">the facts given</a></li>\n", address_of(guide, "facts"));
  for (const Scenario& scenario : read_scenarios(root, guide, diagnostics)) {
    page.html +=
        fmt::format("<li><a href=\"{}\">{}</a></li>\n", address_of(guide, "scenarios/" + scenario.id),
                    html(scenario.title.empty() ? scenario.id : scenario.title));
  }
  page.html += "</ul>\n" + messages(diagnostics);
  return page;
}

std::optional<PreviewPage> resolved_page(const std::string& root, const std::string& guide,
                                         const std::string& scenario, Audience audience,
                                         const PreviewFacts& given) {
  GuideOpening opening = open_guide(root, guide);
  if (!opening.resolver) return unopened(guide, opening.diagnostics);
  GuideResolver& resolver = *opening.resolver;
  Diagnostics diagnostics;
  std::optional<Scenario> named;
  if (!scenario.empty()) {
    named = read_named_scenario(root, guide, scenario, diagnostics);
    if (!named) return std::nullopt;
  }
  const FactsLoading facts =
      named ? load_scenario_facts(*named, resolver.catalogue(), root)
            : load_facts(resolver.catalogue(), {.sources = given.facts, .now = given.now});
  append(diagnostics, facts.diagnostics);
  const Resolution resolution = resolver.resolve(facts.facts, named ? named->answers : Answers{}, Trace::On);
  const ComposedGuide composed = compose(resolution, resolver.pack(), {.audience = audience});
  const std::string_view other = audience == Audience::Agent ? "customer" : "agent";
  return PreviewPage{composed.title, fmt::format("<p><a href=\"/_preview/guides/{}\">Other facts</a>, <a "
                                                 "href=\"?audience={}\">as {} {}</a></p>\n{}{}",
                                                 html(guide), other, other == "agent" ? "an" : "a", other,
                                                 messages(diagnostics), render_html_fragment(composed))};
}

std::string framed(const PreviewPage& page, std::string_view style_address) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{0}</title>\n"
      "<link rel=\"stylesheet\" href=\"{1}\">\n</head>\n<body>\n<div "
      "class=\"column\">\n<header>\n<h1>{0}</h1>\n"
      "</header>\n<main id=\"main\">\n{2}</main>\n</div>\n</body>\n</html>\n",
      html(page.title), style_address, page.html);
}

}  // namespace tsg
