// SPDX-License-Identifier: MIT
#include "tools/explain.h"

#include <fmt/format.h>

#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

constexpr std::string_view heading = "### TSG";

// What stands in the fence with this name behind its backticks.
std::string example(std::string_view text, std::string_view name) {
  const std::size_t at = text.find(fmt::format("`{}\n", name));
  if (at == std::string_view::npos) return {};
  const std::size_t open = text.rfind('\n', at) + 1;
  const std::string close = fmt::format("\n{}\n", text.substr(open, at + 1 - open));
  const std::size_t begin = at + name.size() + 2;
  const std::size_t end = text.find(close, begin - 1);
  return end == std::string_view::npos ? std::string() : std::string(text.substr(begin, end + 1 - begin));
}

}  // namespace

std::vector<Explanation> explanations() {
  std::vector<Explanation> all;
  std::string_view rest = diagnostics_page();
  std::string_view fence;  // what closes the example we are in
  bool taking = false;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n') + 1, rest.size());
    const std::string_view line = rest.substr(0, end == 0 ? rest.size() : end);
    rest.remove_prefix(line.size());
    if (fence.empty() && line.starts_with("#")) {
      taking = line.starts_with(heading);
      if (taking) all.push_back({.code = std::string(ascii_trimmed(line.substr(4)))});
      continue;
    }
    if (line.starts_with("```")) {
      const std::string_view run = line.substr(0, line.find_first_not_of('`'));
      if (fence.empty()) {
        fence = run;
      } else if (ascii_trimmed(line) == fence) {
        fence = {};
      }
    }
    if (taking) all.back().text += line;
  }
  for (Explanation& each : all) {
    each.text = std::string(ascii_trimmed(each.text)) + '\n';
    each.bad = example(each.text, "bad");
    each.good = example(each.text, "good");
  }
  return all;
}

std::optional<Explanation> explanation_of(std::string_view code) {
  for (Explanation& each : explanations()) {
    if (equal_ignoring_case(each.code, code)) return std::move(each);
  }
  return std::nullopt;
}

ExitCode explain(const std::string& code, const Console& console) {
  const auto found = explanation_of(code);
  if (found) return console.deliver(fmt::format("{}\n\n{}", found->code, found->text), "");
  std::vector<std::string> codes;
  for (const Explanation& each : explanations()) codes.push_back(each.code);
  const auto meant = nearest_name(code, codes);
  console.say(fmt::format("error: there is no message `{}`", code));
  console.say(meant ? fmt::format("help: did you mean `tsg explain {}`?", *meant)
                    : std::string("help: a code is `TSG` and three digits, as messages show it"));
  return ExitCode::Usage;
}

}  // namespace tsg
