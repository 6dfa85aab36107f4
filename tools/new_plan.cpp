// SPDX-License-Identifier: MIT
#include "tools/new_plan.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"
#include "engine/text/suggestion.h"
#include "tools/new_names.h"
#include "tools/new_texts.h"

namespace tsg {

namespace {

constexpr std::string_view first_step = "first-question";

std::string catalogue_path(const std::string& domain) {
  return fmt::format("rules/{}/facts.toml", domain);
}

void add_catalogue(NewPlan& plan, const std::string& domain) {
  if (has_file(plan.root, catalogue_path(domain))) return;
  plan.made.push_back(
      {catalogue_path(domain), new_catalogue_text() + new_document_text(document_key(domain), "name")});
}

// A scenario that needs no facts.
NewFile plain_scenario(const std::string& folder, const std::string& id, const std::string& title,
                       const std::string& expected) {
  return {fmt::format("{}/scenarios/{}.toml", folder, id),
          fmt::format("format = 1\ntitle = \"{}\"\n{}", title, expected)};
}

std::vector<NewFile> scenarios_of(const std::string& folder, const std::string& step) {
  const auto answered = [&step](std::string_view option, const std::string& outcome) {
    return fmt::format(
        "\n[answers]\n{0} = \"{1}\"\n\n[expect]\npath = [\"{0}\"]\noutcomes = [\"{2}\"]\nopen = []\n", step,
        option, outcome);
  };
  return {
      plain_scenario(folder, "answered-yes", "an agent answers yes", answered("yes", step + "-yes")),
      plain_scenario(folder, "answered-no", "an agent answers no", answered("no", "no-cause-found")),
      plain_scenario(folder, "nothing-known", "nobody can answer yet",
                     fmt::format("\n[expect]\npath = [\"{0}\"]\noutcomes = []\nopen = [\"{0}\"]\n", step))};
}

}  // namespace

Result<NewPlan> plan_pack(const NewCommand& command) {
  std::error_code error;
  const std::filesystem::path folder = std::filesystem::path(command.name).lexically_normal();
  const std::filesystem::path full = std::filesystem::absolute(folder, error).lexically_normal();
  const std::string id = (full.has_filename() ? full : full.parent_path()).filename().string();
  if (auto wrong = wrong_id(id, "pack")) return *wrong;
  const Result<std::string> title = title_or(command.title, id);
  if (!title) return title.error();
  std::vector<std::string> next = {"tsg new guide GUIDE"};
  if (folder != ".") next.insert(next.begin(), "cd " + folder.string());
  return NewPlan{.root = folder.string(),
                 .made = {{"tsg.toml", new_pack_text(id, title.value())}},
                 .changed = {},
                 .scenarios = {},
                 .next = next};
}

Result<NewPlan> plan_guide(const NewCommand& command) {
  const std::string& id = command.name;
  const std::string domain = command.domain.empty() ? id : command.domain;
  if (auto wrong = wrong_id(id, "guide")) return *wrong;
  if (auto wrong = wrong_id(domain, "domain")) return *wrong;
  const Result<std::string> title = title_or(command.title, id);
  if (!title) return title.error();
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return root.error();
  const std::vector<std::string> clouds = read_settings(root.value()).pack.clouds;
  const std::string folder = "guides/" + id;
  const std::string step(first_step);
  const auto article = [&](std::string_view name, std::string_view type, const std::string& words) {
    return new_article_text({fmt::format("{}-{}", id, name), std::string(type), words, clouds});
  };
  NewPlan plan = {.root = root.value(), .made = {}, .changed = {}, .scenarios = {}, .next = {}};
  plan.made = {{folder + "/guide.toml", new_guide_text({id, title.value(), domain, step})},
               {folder + "/summary.md", article("summary", "TSG_Description", title.value())},
               {folder + "/steps/" + step + ".md",
                article("step-" + step, "TSG_Content", "Is the first cause there?")},
               {folder + "/outcomes/" + step + "-yes.md",
                article(step + "-yes", "diagnostics", "The first cause is there")},
               {folder + "/outcomes/no-cause-found.md",
                article("no-cause-found", "diagnostics", "No cause was found")}};
  for (NewFile& scenario : scenarios_of(folder, step)) plan.made.push_back(std::move(scenario));
  add_catalogue(plan, domain);
  plan.next = {fmt::format("write the words of {}/steps/{}.md and of the outcomes", folder, step),
               fmt::format("tsg new step {}/STEP --on {}.no", id, step),
               fmt::format("tsg new rule {}/{}", domain, step), fmt::format("tsg resolve {}", id)};
  return plan;
}

Result<NewPlan> plan_article(const NewCommand& command) {
  if (auto wrong = wrong_id(command.name, "article")) return *wrong;
  const std::vector<std::string> types = new_article_types();
  const std::string type = command.type.empty() ? "generic" : command.type;
  if (std::find(types.begin(), types.end(), type) == types.end()) {
    const auto meant = nearest_name(type, types);
    return HostError{fmt::format("no article of type `{}` is made here", type),
                     meant ? fmt::format("did you mean `{}`?", *meant)
                           : fmt::format("the types are {}", fmt::join(types, ", "))};
  }
  const Result<std::string> title = title_or(command.title, command.name);
  if (!title) return title.error();
  const Result<std::string> root = find_pack_root(command.pack);
  if (!root) return root.error();
  const std::string path = fmt::format("guides/articles/{}.md", command.name);
  const std::string text =
      new_article_text({command.name, type, title.value(), read_settings(root.value()).pack.clouds});
  return NewPlan{.root = root.value(),
                 .made = {{path, text}},
                 .changed = {},
                 .scenarios = {},
                 .next = {"write its words, and its support topics and products", "tsg check " + path}};
}

}  // namespace tsg
