// SPDX-License-Identifier: MIT
#include "tools/import.h"

#include <fmt/format.h>

#include <filesystem>
#include <optional>

#include "engine/checker/draft_import.h"
#include "engine/checker/title_match.h"
#include "engine/loader/article_reader.h"
#include "engine/loader/form_article.h"
#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"
#include "engine/text/visible.h"
#include "renderers/draft_toml.h"
#include "tools/new_files.h"
#include "tools/new_names.h"
#include "tools/new_texts.h"

namespace tsg {

namespace {

namespace fs = std::filesystem;

// What lies in the folder, read; bytes and articles stand in the same order.
struct Imports {
  std::vector<std::string> bytes = {};
  std::vector<ImportedArticle> articles = {};
  std::vector<Form> forms = {};
};

std::string why_unreadable(const ArticleReading& reading) {
  if (reading.article.header.kind == HeaderKind::None) return "it has no header";
  for (const Diagnostic& each : reading.diagnostics) {
    if (each.severity == Severity::Error && reading.article.text.empty()) return each.message;
  }
  return {};
}

void read_one(Imports& imports, const std::string& root, const std::string& file) {
  const Result<std::string> bytes = read_file(root + "/" + file, limits::article_bytes);
  if (!bytes) {
    imports.bytes.emplace_back();
    imports.articles.push_back({{.path = file}, bytes.error().message});
    return;
  }
  ArticleReading reading = read_article(file, bytes.value());
  std::string problem = why_unreadable(reading);
  if (auto form = read_form_article(file, bytes.value()).form;
      form && reading.article.type() == "TSG_Questions") {
    imports.forms.push_back(std::move(*form));
  }
  imports.bytes.push_back(bytes.value());
  imports.articles.push_back({std::move(reading.article), std::move(problem)});
}

// Where the guide will be: the pack's root and the guide's id.
struct Destination {
  std::string root = {};
  std::string id = {};
};

Result<Destination> destination_of(const ImportCommand& command) {
  std::error_code error;
  const fs::path source = fs::absolute(command.folder, error).lexically_normal();
  const fs::path wanted = fs::path(command.output).lexically_normal();
  const std::string folder =
      command.output.empty() ? "" : (wanted.has_filename() ? wanted : wanted.parent_path()).string();
  const std::string start =
      folder.empty() ? command.pack : fs::absolute(folder, error).parent_path().parent_path().string();
  const Result<std::string> root = find_pack_root(start);
  if (!root) return root.error();
  if (folder.empty()) {
    const std::string id =
        slug_of((source.has_filename() ? source : source.parent_path()).filename().string(), 64);
    if (auto wrong = wrong_id(id, "guide")) return *wrong;
    return Destination{root.value(), id};
  }
  const std::string id = fs::path(folder).filename().string();
  if (auto wrong = wrong_id(id, "guide")) return *wrong;
  const fs::path wanted_there = fs::weakly_canonical(fs::absolute(folder, error), error);
  if (wanted_there != fs::weakly_canonical(fs::absolute(root.value() + "/guides/" + id, error), error)) {
    return HostError{fmt::format("`{}` is not a guide's folder", command.output),
                     "name guides/GUIDE of a pack; `tsg new pack` makes one"};
  }
  return Destination{root.value(), id};
}

std::vector<NewFile> files_of(const DraftGuide& draft, const Imports& imports, const Destination& where) {
  const std::string folder = "guides/" + draft.id;
  const std::vector<std::string> clouds = read_settings(where.root).pack.clouds;
  std::vector<NewFile> files = {{folder + "/guide.toml", draft_toml(draft)}};
  for (std::size_t at = 0; at < draft.articles.size(); ++at) {
    const DraftArticle& article = draft.articles[at];
    if (article.use == DraftUse::Summary) files.push_back({folder + "/summary.md", imports.bytes[at]});
    if (article.use == DraftUse::Step)
      files.push_back({folder + "/steps/" + article.id + ".md", imports.bytes[at]});
    if (article.use == DraftUse::Outcome)
      files.push_back({folder + "/outcomes/" + article.id + ".md", imports.bytes[at]});
  }
  if (draft.needs_summary) {
    files.push_back({folder + "/summary.md", new_article_text({draft.id + "-summary", "TSG_Description",
                                                               title_of_id(draft.id), clouds})});
  }
  if (draft.needs_end) {
    files.push_back({fmt::format("{}/outcomes/{}.md", folder, end_of_draft),
                     new_article_text({fmt::format("{}-{}", draft.id, end_of_draft), "diagnostics",
                                       "The draft ends here", clouds})});
  }
  const std::string catalogue = fmt::format("rules/{}/facts.toml", draft.id);
  if (!has_file(where.root, catalogue)) {
    files.push_back({catalogue, new_catalogue_text() + new_document_text(document_key(draft.id), "name")});
  }
  return files;
}

std::string_view word_of(DraftUse use) {
  switch (use) {
    case DraftUse::Summary:
      return "summary";
    case DraftUse::Step:
      return "step";
    case DraftUse::Outcome:
      return "outcome";
    case DraftUse::Form:
      return "form";
    case DraftUse::Unused:
      return "unused";
  }
  return {};
}

std::string report_of(const DraftGuide& draft) {
  std::string text;
  for (const DraftArticle& article : draft.articles) {
    text += fmt::format("{:<8} {}", word_of(article.use), visible(article.file));
    if (!article.id.empty()) text += " -> " + article.id;
    if (!article.reason.empty()) text += fmt::format(" ({})", visible(article.reason));
    text += '\n';
  }
  std::size_t traced = 0;
  std::size_t doubted = draft.doubts.size();
  for (const DraftStep& step : draft.steps) {
    for (const DraftEdge& edge : step.edges) ++(edge.doubt.empty() ? traced : doubted);
  }
  return text +
         fmt::format("{} steps, {} edges with a trace, {} doubts\n", draft.steps.size(), traced, doubted);
}

bool read_forms(const ImportCommand& command, Imports& imports, const Console& console) {
  for (const std::string& file : command.forms) {
    const Result<std::string> bytes = read_file(file, limits::article_bytes);
    if (!bytes) return console.say(bytes.error()), false;
    FormArticleReading reading = read_form_article(file, bytes.value());
    if (!reading.form) return console.say(reading.diagnostics), false;
    imports.forms.push_back(std::move(*reading.form));
  }
  return true;
}

}  // namespace

ExitCode import_guide(const ImportCommand& command, const Console& console) {
  const Result<Destination> where = destination_of(command);
  if (!where) return console.say(where.error()), ExitCode::Usage;
  Imports imports;
  for (const std::string& file : files_in(command.folder, "", ".md")) read_one(imports, command.folder, file);
  if (imports.articles.empty()) {
    console.say(HostError{fmt::format("there are no articles in `{}`", command.folder),
                          "name a folder of *.md files"});
    return ExitCode::Unreadable;
  }
  if (!read_forms(command, imports, console)) return ExitCode::Unreadable;
  const DraftGuide draft = draft_guide(where.value().id, imports.articles, imports.forms);
  const std::vector<NewFile> files = files_of(draft, imports, where.value());
  if (const auto path = first_there(where.value().root, files)) {
    console.say(HostError{fmt::format("`{}` is there already: nothing was written", *path),
                          "name another folder with `-o`, or remove it first"});
    return ExitCode::Usage;
  }
  const auto made = write_files(where.value().root, files);
  if (!made) return console.say(made.error()), ExitCode::Machine;
  const ExitCode told = console.deliver(report_of(draft), "");
  console.say(fmt::format("next: read guides/{}/guide.toml: each edge is a suggestion", draft.id));
  console.say("next: tsg check");
  return told;
}

}  // namespace tsg
