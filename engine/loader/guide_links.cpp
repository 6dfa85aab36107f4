// SPDX-License-Identifier: MIT
#include "engine/loader/guide_links.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/pack_codes.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

std::string name_of_rule(const RuleSource& rule) {
  return fmt::format("{}/{}", rule.domain, rule.id);
}

std::vector<std::string> rule_names(const Pack& pack) {
  std::vector<std::string> names;
  for (const RuleSource& rule : pack.rules) {
    if (!rule.is_module) names.push_back(name_of_rule(rule));
  }
  return names;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string meant_or(std::string_view name, const std::vector<std::string>& names, std::string otherwise) {
  const auto meant = nearest_name(name, names);
  return meant ? fmt::format("did you mean `{}`?", *meant) : std::move(otherwise);
}

template <typename Items>
std::vector<std::string> ids_of(const Items& items) {
  std::vector<std::string> ids;
  for (const auto& item : items) ids.push_back(item.id);
  return ids;
}

// Checks one guide; borrows all it is given.
class LinkCheck {
 public:
  LinkCheck(const Guide& guide, const Pack& pack, Diagnostics& diagnostics)
      : guide_(guide), pack_(pack), diagnostics_(diagnostics), rules_(rule_names(pack)) {}

  void run() {
    for (const Step& step : guide_.steps) {
      check_rule(step.rule, step.place);
      check_rule(step.for_each, step.place);
      for (const Edge& edge : step.next) check_target(edge.target, edge.place);
      for (const auto& edge : {step.on_unknown, step.on_not_applicable, step.on_no_subjects}) {
        if (edge) check_target(edge->target, edge->place);
      }
    }
    for (const Check& check : guide_.checks) {
      check_rule(check.rule, check.place);
      check_target(check.shows, check.place);
    }
  }

 private:
  void complain(const Code& code, const Place& place, std::string message, std::string help) {
    diagnostics_.push_back(make_diagnostic(code, place, std::move(message), std::move(help)));
  }

  void check_rule(const std::string& rule, const Place& place) {
    if (rule.empty()) return;
    if (!rule.starts_with(guide_.domain + "/")) {
      complain(
          codes::rule_of_other_domain, place,
          fmt::format("rule `{}` is not of the guide's domain `{}`", rule, guide_.domain),
          fmt::format("put a rule under rules/{}/, which may `require` a module of its own", guide_.domain));
      return;
    }
    if (holds(rules_, rule)) return;
    complain(codes::rule_missing, place, fmt::format("there is no rule `{}`", rule),
             meant_or(rule, rules_, fmt::format("add rules/{}.lua", rule)));
  }

  void check_target(const Target& target, const Place& place) {
    switch (target.kind) {
      case TargetKind::Step:
        return check_step(guide_, target.id, place);
      case TargetKind::Outcome:
        return check_outcome(target, place);
      case TargetKind::Article:
        return check_article(target, place);
      case TargetKind::Guide:
        return check_guide(target, place);
    }
  }

  void check_step(const Guide& guide, const std::string& id, const Place& place) {
    if (guide.step(id) != nullptr) return;
    complain(codes::target_missing, place, fmt::format("guide `{}` has no step `{}`", guide.id, id),
             meant_or(id, ids_of(guide.steps), fmt::format("add `[steps.{}]` and steps/{}.md", id, id)));
  }

  void check_outcome(const Target& target, const Place& place) {
    if (guide_.outcome(target.id) != nullptr) return;
    complain(codes::target_missing, place, fmt::format("there is no outcome `{}`", target.id),
             meant_or(target.id, ids_of(guide_.outcomes),
                      fmt::format("add guides/{}/outcomes/{}.md", guide_.id, target.id)));
  }

  void check_article(const Target& target, const Place& place) {
    if (pack_.article(target.id) != nullptr) return;
    std::vector<std::string> ids;
    for (const Document& document : pack_.documents) ids.emplace_back(document.article.id());
    complain(codes::target_missing, place, fmt::format("no article has the articleId `{}`", target.id),
             meant_or(target.id, ids, "add it below guides/articles/, or name another"));
  }

  void check_guide(const Target& target, const Place& place) {
    const Guide* other = pack_.guide(target.id);
    if (other == nullptr) {
      complain(codes::target_missing, place, fmt::format("there is no guide `{}`", target.id),
               meant_or(target.id, ids_of(pack_.guides), fmt::format("add guides/{}/guide.toml", target.id)));
      return;
    }
    if (!target.step.empty()) check_step(*other, target.step, place);
  }

  const Guide& guide_;
  const Pack& pack_;
  Diagnostics& diagnostics_;
  std::vector<std::string> rules_;
};

}  // namespace

void bind_names(Guide& guide, const Pack& pack, Diagnostics& diagnostics) {
  const std::vector<std::string> rules = rule_names(pack);
  for (Step& step : guide.steps) {
    const std::string own = fmt::format("{}/{}", guide.domain, step.id);
    if (step.rule.empty() && holds(rules, own)) step.rule = own;
  }
  for (Check& check : guide.checks) {
    if (check.rule.empty() && check.lists.empty()) check.rule = fmt::format("{}/{}", guide.domain, check.id);
  }
  const Catalogue* catalogue = pack.catalogue(guide.domain);
  // What a broken catalogue fails to declare is not the guide's fault.
  const bool declares_all =
      catalogue != nullptr &&
      std::none_of(diagnostics.begin(), diagnostics.end(), [catalogue](const Diagnostic& each) {
        return each.severity == Severity::Error && each.place.file == catalogue->file;
      });
  for (ValueSource& value : guide.values) {
    const bool fact = catalogue != nullptr && catalogue->find(value.placeholder) != no_node;
    if (fact) value.fact = std::exchange(value.placeholder, {});
    if (fact || !declares_all || value.placeholder.find_first_of(".[") == std::string::npos) continue;
    diagnostics.push_back(make_diagnostic(
        codes::value_unknown, value.place,
        fmt::format("`{}` is neither a declared fact nor a placeholder's name", value.placeholder),
        fmt::format("declare the path in rules/{}/facts.toml, or mend it", guide.domain)));
  }
}

void check_links(const Guide& guide, const Pack& pack, Diagnostics& diagnostics) {
  LinkCheck(guide, pack, diagnostics).run();
}

}  // namespace tsg
