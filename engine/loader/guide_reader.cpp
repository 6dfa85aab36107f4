// SPDX-License-Identifier: MIT
#include "engine/loader/guide_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/edge_reader.h"
#include "engine/loader/step_reader.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

std::string required_text(TomlDocument& document, std::string_view key) {
  if (document.root().contains(key)) return document.string_of(document.root(), key).value_or("");
  document.report(codes::guide_member, document.root().source(), fmt::format("the guide has no `{}`", key),
                  fmt::format("add `{} = \"...\"`", key));
  return {};
}

GuideStatus read_status(TomlDocument& document) {
  const std::string status = document.string_of(document.root(), "status").value_or("active");
  if (status == "draft") return GuideStatus::Draft;
  if (status == "retired") return GuideStatus::Retired;
  if (status != "active") {
    document.report(codes::guide_member, document.root().get("status")->source(),
                    fmt::format("`{}` is no status of a guide", status), "write draft, active or retired");
  }
  return GuideStatus::Active;
}

// Whether the entry is a table `[what.<id>]`; else that is reported.
bool is_table(TomlDocument& document, const TomlEntry& entry, std::string_view what) {
  if (entry.value->is_table()) return true;
  document.report(codes::guide_member, entry.key->source(),
                  fmt::format("`{}` of [{}] is {}, not a table", entry.name(), what, kind_of(*entry.value)),
                  fmt::format("write `[{}.{}]`", what, entry.name()));
  return false;
}

void read_check(TomlDocument& document, const TomlEntry& entry, Guide& guide) {
  const toml::table& table = *entry.value->as_table();
  check_id(document, *entry.key, "check");
  Check check;
  check.id = std::string(entry.name());
  check.place = document.place(entry.key->source());
  check.rule = complete_rule_name(document.string_of(table, "rule").value_or(""), guide.domain);
  check.symptoms = document.strings_of(table, "symptoms").value_or(std::vector<std::string>());
  check.lists = document.string_of(table, "lists").value_or("");
  document.report_unknown_keys(table, {"rule", "shows", "symptoms", "lists"},
                               fmt::format("check `{}`", check.id));
  if (!check.lists.empty() && !(check.rule.empty() && check.symptoms.empty())) {
    document.report(codes::guide_member, entry.key->source(),
                    fmt::format("check `{}` lists the other checks and has a rule or symptoms too", check.id),
                    "take `lists` out, or `rule` and `symptoms`");
    check.rule.clear();
  }
  const auto shows = table.find("shows");
  if (shows == table.end()) {
    document.report(codes::guide_member, entry.key->source(),
                    fmt::format("check `{}` shows nothing", check.id), "add `shows = \"outcome:...\"`");
    return;
  }
  const auto edge = read_edge(document, "shows", {&shows->first, &shows->second});
  if (!edge) return;
  check.shows = edge->target;
  guide.checks.push_back(std::move(check));
}

void read_value(TomlDocument& document, const TomlEntry& entry, Guide& guide) {
  ValueSource value;
  value.name = std::string(entry.name());
  value.place = document.place(entry.key->source());
  const auto same = std::find_if(guide.values.begin(), guide.values.end(), [&value](const ValueSource& each) {
    return equal_ignoring_case(each.name, value.name);
  });
  if (same != guide.values.end()) {
    document.report(
        codes::value_ambiguous, entry.key->source(),
        fmt::format("`{}` and `{}` are one placeholder: names match without case", same->name, value.name),
        "take one of the two lines out");
    return;
  }
  // The pack reader makes it a fact when the catalogue declares that path.
  value.placeholder = entry.value->value_exact<std::string>().value_or("");
  if (value.placeholder.empty()) {
    document.report(
        codes::guide_member, entry.key->source(),
        fmt::format("`{}` of [values] is {}, not a name", value.name, kind_of(*entry.value)),
        "write a fact path or another placeholder's name in quotes; quote a left side that holds dots");
    return;
  }
  guide.values.push_back(std::move(value));
}

void check_start(TomlDocument& document, const Guide& guide) {
  if (guide.steps.empty() && guide.start.empty()) return;
  if (guide.step(guide.start) != nullptr) return;
  std::vector<std::string> ids;
  for (const Step& step : guide.steps) ids.push_back(step.id);
  const auto meant = nearest_name(guide.start, ids);
  const toml::node* start = document.root().get("start");
  document.report(codes::start_missing, start == nullptr ? document.root().source() : start->source(),
                  guide.start.empty()
                      ? std::string("the guide has steps and no `start`")
                      : fmt::format("the guide starts at `{}`, which is none of its steps", guide.start),
                  meant ? fmt::format("did you mean `{}`?", *meant) : "name a step: `start = \"...\"`");
}

}  // namespace

Guide read_guide(TomlDocument& document) {
  const toml::table& root = document.root();
  Guide guide;
  guide.file = document.source().file();
  guide.id = required_text(document, "id");
  guide.version = required_text(document, "version");
  guide.domain = required_text(document, "domain");
  guide.title = document.string_of(root, "title").value_or("");
  guide.start = document.string_of(root, "start").value_or("");
  guide.reviewed = document.string_of(root, "reviewed").value_or("");
  guide.replaced_by = document.string_of(root, "replaced-by").value_or("");
  guide.publish = root["publish"].value_or(false);
  guide.status = read_status(document);
  if (const toml::table* steps = document.table_of(root, "steps")) {
    for (const TomlEntry& entry : entries_in_order(*steps)) {
      if (is_table(document, entry, "steps")) guide.steps.push_back(read_step(document, entry, guide.domain));
    }
  }
  if (const toml::table* checks = document.table_of(root, "checks")) {
    for (const TomlEntry& entry : entries_in_order(*checks)) {
      if (is_table(document, entry, "checks")) read_check(document, entry, guide);
    }
  }
  if (const toml::table* values = document.table_of(root, "values")) {
    for (const TomlEntry& entry : entries_in_order(*values)) read_value(document, entry, guide);
  }
  document.report_unknown_keys(root,
                               {"format", "id", "version", "domain", "title", "start", "reviewed",
                                "replaced-by", "publish", "status", "steps", "checks", "values"},
                               "guide.toml");
  check_start(document, guide);
  return guide;
}

}  // namespace tsg
