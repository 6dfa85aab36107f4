// SPDX-License-Identifier: MIT
#include "renderers/draft_toml.h"

#include <fmt/format.h>

#include "engine/text/visible.h"

namespace tsg {

namespace {

// As a basic string: what is shown of it is one line without control characters.
std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20 || byte == 0x7F) {
      out += fmt::format("\\u{:04X}", byte);
    } else {
      out += c;
    }
  }
  return out + '"';
}

std::string comment(std::string_view kind, std::string_view text) {
  std::string line = visible(text);
  for (char& c : line) c = c == '\t' ? ' ' : c;
  return fmt::format("# {}: {}\n", kind, line);
}

std::string step_table(const DraftStep& step) {
  std::string text = "\n";
  for (const std::string& trace : step.traces) text += comment("trace", trace);
  text += fmt::format("[steps.{}]\n", step.id);
  if (!step.question_id.empty()) text += fmt::format("question-id = {}\n", quoted(step.question_id));
  for (const DraftEdge& edge : step.edges) {
    if (!edge.trace.empty()) text += comment("trace", edge.trace);
    if (!edge.doubt.empty()) text += comment("doubt", edge.doubt);
    text += fmt::format("next.{} = {}\n", edge.option, quoted(edge.target));
    if (!edge.legacy.empty()) text += fmt::format("legacy.{} = [{}]\n", edge.option, quoted(edge.legacy));
  }
  return text;
}

}  // namespace

std::string draft_toml(const DraftGuide& draft) {
  std::string text =
      "# A draft that `tsg import` made. `trace` says what suggests an edge; `tsg check` tells each `doubt` "
      "until its "
      "line is taken out.\n";
  for (const std::string& doubt : draft.doubts) text += comment("doubt", doubt);
  text += fmt::format("format = 1\nid = \"{0}\"\nversion = \"0.1.0\"\ntitle = {1}\ndomain = \"{0}\"\n",
                      draft.id, quoted(visible(draft.title)));
  if (!draft.steps.empty()) text += fmt::format("start = \"{}\"\n", draft.steps.front().id);
  text += "status = \"draft\"\n";
  for (const DraftStep& step : draft.steps) text += step_table(step);
  return text;
}

}  // namespace tsg
