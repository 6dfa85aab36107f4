// SPDX-License-Identifier: MIT
#include "tools/render.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>

#include "engine/diagnostics/pack_codes.h"
#include "engine/evaluator/fill_article.h"
#include "engine/loader/document_reader.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"
#include "engine/tsg.h"
#include "renderers/html_fragment.h"
#include "renderers/html_page.h"
#include "renderers/markdown.h"
#include "renderers/terminal.h"
#include "tools/say_errors.h"

namespace tsg {

namespace {

struct FoundArticle {
  std::optional<Document> document = {};
  ExitCode code = ExitCode::Done;
};

FoundArticle article_of_file(const std::string& path, const Console& console) {
  DocumentReading reading = read_document("", path);
  say_errors(reading.diagnostics, console);
  if (has_error(reading.diagnostics)) return {std::nullopt, ExitCode::Unreadable};
  return {std::move(reading.document), ExitCode::Done};
}

FoundArticle article_of_pack(const RenderCommand& command, const Console& console) {
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) {
    console.say(HostError{
        fmt::format("there is no file `{}`, and no pack to look for an article of that id", command.article),
        root.error().help});
    return {std::nullopt, ExitCode::Unreadable};
  }
  const Pack pack = read_pack(root.value()).pack;
  if (const Document* document = pack.article(command.article)) return {*document, ExitCode::Done};
  std::vector<std::string> ids;
  for (const Document& each : pack.documents) ids.emplace_back(each.article.id());
  const auto meant = nearest_name(command.article, ids);
  console.say(HostError{
      fmt::format("`{}` is neither a file nor the articleId of an article of the pack", command.article),
      meant ? fmt::format("did you mean `{}`?", *meant) : "name a Markdown file"});
  return {std::nullopt, ExitCode::Usage};
}

// Runs the rule over the facts; says why when it gives no answer.
struct RuleRun {
  std::optional<Verdict> verdict = {};
  ExitCode code = ExitCode::Done;
};

void say_needs(const std::vector<Need>& needs, std::string_view word, const Console& console) {
  for (const Need& need : needs) {
    console.say(fmt::format("  {}: {}{}", word, need.path,
                            need.found.empty() ? "" : fmt::format(" ({})", need.found)));
    if (!need.gather.empty()) console.say(fmt::format("    gather it with: {}", fmt::join(need.gather, " ")));
  }
}

RuleRun run_rule(const RenderCommand& command, const Console& console) {
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return console.say(root.error()), RuleRun{{}, ExitCode::Unreadable};
  const DomainOpening opening = open_rule(root.value(), command.rule);
  say_errors(opening.diagnostics, console);
  if (!opening.rules) return {{}, ExitCode::Unreadable};
  if (opening.rules->contract(command.rule) == nullptr) {
    console.say(HostError{fmt::format("there is no rule `{}`", command.rule),
                          "name it as DOMAIN/RULE: rules/DOMAIN/RULE.lua"});
    return {{}, ExitCode::Usage};
  }
  const FactsLoading facts =
      load_facts(opening.pack->catalogues.at(0), {.sources = command.facts, .now = command.now});
  console.say(facts.diagnostics);
  if (facts.refused) return {{}, ExitCode::Unreadable};
  Verdict verdict = opening.rules->run(command.rule, facts.facts, {}, Trace::Off);
  if (verdict.kind == VerdictKind::Answer) return {std::move(verdict), ExitCode::Done};
  console.say(fmt::format("error: rule `{}` gives no answer over these facts: {} {}", command.rule,
                          name_of(verdict.kind), verdict.message));
  say_needs(verdict.needs, "needs", console);
  say_needs(verdict.any_of, "or one of", console);
  return {{}, verdict.kind == VerdictKind::Error ? ExitCode::Unreadable : ExitCode::Findings};
}

std::optional<std::vector<NamedValue>> values_given(const std::vector<std::string>& texts,
                                                    const Console& console) {
  std::vector<NamedValue> values;
  for (const std::string& text : texts) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
      console.say(HostError{fmt::format("`{}` gives no value", text), "write --set Name=value"});
      return std::nullopt;
    }
    values.push_back({text.substr(0, equals), text.substr(equals + 1), DataClass::Public});
  }
  return values;
}

std::string rendered(const ComposedArticle& article, const RenderCommand& command, const Console& console) {
  switch (command.format) {
    case OutputFormat::Html:
      return render_html_page(article);
    case OutputFormat::Fragment:
      return render_html_fragment(article);
    case OutputFormat::Markdown:
      return render_markdown(article);
    case OutputFormat::Json:
    case OutputFormat::JsonLines:
    case OutputFormat::Terminal:
      break;
  }
  const int width = command.width > 0 ? command.width : console.width();
  return render_terminal(article,
                         {.width = static_cast<std::size_t>(width),
                          .colour = command.output.empty() ? console.output_colour() : Colour::Never});
}

}  // namespace

ExitCode render(const RenderCommand& command, const Console& console) {
  if (command.format == OutputFormat::Json) {
    console.say(
        HostError{"an article alone has no JSON form", "choose terminal, html, fragment or markdown"});
    return ExitCode::Usage;
  }
  if (command.rule.empty() != command.facts.empty()) {
    console.say(HostError{"`--facts` and `--rule` go together",
                          "name the rule that gives the values, and the facts it reads"});
    return ExitCode::Usage;
  }
  const auto given = values_given(command.values, console);
  if (!given) return ExitCode::Usage;
  std::error_code ignored;
  const bool is_file = std::filesystem::exists(command.article, ignored);
  const FoundArticle found =
      is_file ? article_of_file(command.article, console) : article_of_pack(command, console);
  if (!found.document) return found.code;
  const RuleRun run = command.rule.empty() ? RuleRun{} : run_rule(command, console);
  if (run.code != ExitCode::Done) return run.code;
  Diagnostics diagnostics;
  const ComposedArticle composed = compose_article(
      *found.document, fill_article(*found.document, run.verdict ? &*run.verdict : nullptr, *given),
      {.audience = command.audience}, diagnostics);
  console.say(diagnostics);
  if (composed.state != ArticleState::Shown) return ExitCode::Unreadable;
  return console.deliver(rendered(composed, command, console), command.output);
}

}  // namespace tsg
