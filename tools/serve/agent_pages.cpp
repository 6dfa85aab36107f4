// SPDX-License-Identifier: MIT
#include "tools/serve/agent_pages.h"

#include <fmt/format.h>

#include "engine/text/fingerprint.h"
#include "renderers/page_style.h"
#include "renderers/template/template_names.h"

namespace tsg {

namespace {

// Every value that the templates may name.
const TemplateNames& page_names() {
  static const TemplateNames names({
      "desk.title",
      "desk.version",
      "desk.style",
      "desk.script",
      "desk.login",
      "page.kind",
      "page.title",
      "page.error",
      "page.error_at",
      "page.error_help",
      "page.csrf",
      "page.query",
      "page.state",
      "page.more",
      "page.back",
      "page.message",
      "page.help",
      "page.to",
      // lists of guides and cases
      "page.guides[].id",
      "page.guides[].title",
      "page.guides[].description",
      "page.guides[].version",
      "page.guides[].status",
      "page.guides[].chosen",
      "page.cases[].id",
      "page.cases[].label",
      "page.cases[].guide_title",
      "page.cases[].state",
      "page.cases[].state_word",
      "page.cases[].icon",
      "page.cases[].changed_at",
      "page.cases[].outcomes",
      // a guide
      "page.guide",
      "page.guide_title",
      "page.provenance",
      "page.note",
      "page.summary:html",
      "page.label",
      "page.folders[]",
      "page.now",
      "page.gathers[].key",
      "page.gathers[].command",
      "page.look",
      // a case
      "page.id",
      "page.seen",
      "page.notice",
      "page.status",
      "page.errors[]",
      "page.warnings[]",
      "page.permalink",
      "page.can_undo",
      "page.remarks[]",
      "page.rated",
      "page.rate_question",
      "page.branches[].subjects",
      "page.branches[].rows[].anchor",
      "page.branches[].rows[].question",
      "page.branches[].rows[].answer",
      "page.branches[].rows[].icon",
      "page.branches[].rows[].word",
      "page.branches[].rows[].answered",
      "page.branches[].rows[].class",
      "page.branches[].rows[].by",
      "page.branches[].rows[].found_by",
      "page.branches[].rows[].left_out",
      "page.branches[].rows[].provisional",
      "page.branches[].rows[].overridden",
      "page.branches[].rows[].message",
      "page.branches[].rows[].rule",
      "page.branches[].rows[].change",
      "page.branches[].rows[].evidence[].path",
      "page.branches[].rows[].evidence[].value",
      "page.branches[].rows[].evidence[].gathered_at",
      "page.dropped[].question",
      "page.dropped[].subject",
      "page.dropped[].answer",
      // a question
      "page.method",
      "page.action",
      "page.step",
      "page.subject",
      "page.question",
      "page.field",
      "page.given[].name",
      "page.given[].value",
      "page.values[].name",
      "page.values[].expected",
      "page.answered",
      "page.ruled",
      "page.reason",
      "page.several",
      "page.choices[].id",
      "page.choices[].wording",
      "page.choices[].chosen",
      "page.chosen_unknown",
      "page.how:html",
      "page.why:html",
      "page.ranked[].question",
      "page.ranked[].words",
      "page.ranked[].command",
      "page.ranked[].address",
      "page.leaves[].class",
      "page.leaves[].icon",
      "page.leaves[].word",
      "page.leaves[].title",
      "page.leaves[].subjects",
      // an end, notes, a report
      "page.one",
      "page.result:html",
      "page.findings:html",
      "page.unknown[].question",
      "page.unknown[].subject",
      "page.unknown[].address",
      "page.forms[].name",
      "page.forms[].title",
      "page.forms[].hint",
      "page.forms[].text",
      "page.forms[].audience",
      "page.picture",
      "page.picture_words",
      "page.content:html",
      "page.reports[].title",
      "page.reports[].count",
      "page.reports[].steps[].step",
      "page.reports[].steps[].question",
      "page.reports[].steps[].asked",
      "page.reports[].steps[].set_aside",
      "page.reports[].steps[].overridden",
      "page.reports[].steps[].undone",
      "page.reports[].outcomes[].outcome",
      "page.reports[].outcomes[].title",
      "page.reports[].outcomes[].reached",
      "page.reports[].outcomes[].helped",
      "page.reports[].outcomes[].not_helped",
  });
  return names;
}

TemplateSet compile(Diagnostics& diagnostics) {
  std::vector<TemplateSource> sources;
  for (const ThemeFile& each : agent_page_files()) {
    if (each.name.ends_with(".html"))
      sources.push_back({std::string(each.name), std::string(each.bytes), {}});
  }
  TemplateSet set = TemplateSet::compile(
      std::move(sources),
      {"home.html", "cases.html", "guide.html", "question.html", "end.html", "notes.html", "next.html",
       "shown.html", "report.html", "login.html", "problem.html"},
      diagnostics);
  append(diagnostics, set.check_names(page_names()));
  return set;
}

}  // namespace

std::string_view agent_page_file(std::string_view name) {
  for (const ThemeFile& each : agent_page_files()) {
    if (each.name == name) return each.bytes;
  }
  return {};
}

AgentPages::AgentPages() : templates_(compile(diagnostics_)) {
  style_ = std::string(page_style()) + std::string(agent_page_file("agent.css"));
  script_ = std::string(agent_page_file("agent.js"));
  style_path_ = fmt::format("/assets/agent-{}.css", to_hex(fingerprint_of(style_)));
  script_path_ = fmt::format("/assets/agent-{}.js", to_hex(fingerprint_of(script_)));
}

std::string AgentPages::render(std::string_view page, const TemplateValue& desk,
                               const TemplateValue& values) const {
  std::string out;
  out.reserve(16384);
  const RenderEnd end = templates_.render(page, {&desk, &values}, out);
  if (end == RenderEnd::TooLarge || end == RenderEnd::TooManySteps)
    return "<!doctype html><title>Too large</title><p>This page is too large to be shown.</p>";
  return out;
}

}  // namespace tsg
