// SPDX-License-Identifier: MIT
#include "renderers/template/name_check.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/diagnostics/template_codes.h"
#include "engine/text/suggestion.h"
#include "renderers/template/template_limits.h"

namespace tsg {

namespace {

using Kind = TemplateName::Kind;

std::string_view words_of(Kind kind) {
  switch (kind) {
    case Kind::Plain:
      return "a single value";
    case Kind::Html:
      return "markup";
    case Kind::List:
      return "a list";
    case Kind::Record:
      return "a group of values";
  }
  return {};
}

std::vector<std::string> member_names(const TemplateName& value) {
  std::vector<std::string> names;
  if (value.kind == Kind::Record)
    for (const TemplateName& each : value.members) names.push_back(each.name);
  std::sort(names.begin(), names.end());
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& each : names) out += fmt::format("{}`{}`", out.empty() ? "" : ", ", each);
  return out;
}

class NameChecker {
 public:
  NameChecker(const TemplateProgram& program, const std::vector<std::unique_ptr<TemplateFile>>& files,
              const TemplateNames& names, Diagnostics& diagnostics)
      : program_(program), files_(files), names_(names), diagnostics_(diagnostics) {}

  // Loops are closed in the order in which they are opened, whatever is jumped over.
  void check() {
    for (const TemplateStep& step : program_.steps) {
      if (step.kind == TemplateStep::Kind::Output) check_value(step);
      if (step.kind == TemplateStep::Kind::JumpUnless) check_condition(program_.conditions[step.first]);
      if (step.kind == TemplateStep::Kind::BeginLoop) begin_loop(program_.terms[step.first]);
      if (step.kind == TemplateStep::Kind::NextItem) items_.pop_back();
    }
  }

 private:
  void check_value(const TemplateStep& step) {
    const BoundTerm& term = program_.terms[step.first];
    const TemplateName* const value = resolve(term);
    if (value == nullptr || value->kind == Kind::Plain) return;
    const bool json = step.place == ValuePlace::Json;
    if (value->kind == Kind::Html) {
      if (step.place != ValuePlace::Text)
        tell_kind(term, *value, "and may stand between tags only", "name a plain text here");
    } else if (!json) {
      tell_kind(term, *value, "and cannot be written",
                value->kind == Kind::List ? "loop over it: `{% for item in ... %}`"
                                          : "name one of " + listed(member_names(*value)));
    }
  }

  void check_condition(const BoundCondition& condition) {
    const bool compares = condition.kind == TemplateCondition::Kind::Equal ||
                          condition.kind == TemplateCondition::Kind::NotEqual;
    for (const std::size_t each : condition.terms) {
      const BoundTerm& term = program_.terms[each];
      const TemplateName* const value = resolve(term);
      const bool plural = value != nullptr && (value->kind == Kind::List || value->kind == Kind::Record);
      if (plural && compares)
        tell_kind(term, *value, "and equals nothing",
                  "compare a single value; `{% if list %}` asks whether there is one");
    }
    for (const BoundCondition& part : condition.parts) check_condition(part);
  }

  void begin_loop(const BoundTerm& term) {
    const TemplateName* const list = resolve(term);
    items_.push_back(list != nullptr && list->kind == Kind::List ? &list->members.front() : nullptr);
    if (list != nullptr && list->kind != Kind::List)
      tell_kind(term, *list, "and no list", "loop over a list");
  }

  // Null for what has no name, and for what is unknown, which is told once.
  const TemplateName* resolve(const BoundTerm& term) {
    const TemplateName* at = &names_.root();
    if (term.origin == BoundTerm::Origin::Item) {
      at = items_[term.loop];
    } else if (term.origin != BoundTerm::Origin::Scope) {
      return nullptr;
    }
    for (std::size_t i = 0; i < term.names.size() && at != nullptr; ++i) {
      const TemplateName* const next = at->member(term.names[i]);
      if (next == nullptr) tell_unknown(term, i, *at);
      at = next;
    }
    return at;
  }

  std::string_view written(const BoundTerm& term) const { return files_[term.file]->text(term.range); }

  void tell_unknown(const BoundTerm& term, std::size_t name, const TemplateName& above) {
    tell(codes::template_name_unknown, term, fmt::format("there is no value `{}`", written(term)),
         help_for(term, name, above));
  }

  std::string help_for(const BoundTerm& term, std::size_t name, const TemplateName& above) const {
    if (above.kind == Kind::List)
      return fmt::format("what stands before `{}` is a list: loop over it with `{{% for item in ... %}}`",
                         term.names[name]);
    const std::vector<std::string> known = member_names(above);
    if (known.empty()) return fmt::format("what stands before `{}` has no parts", term.names[name]);
    const auto meant = nearest_name(term.names[name], known);
    if (!meant) return "there are " + listed(known);
    std::string whole = first_name(term);
    for (std::size_t i = 0; i < term.names.size(); ++i) {
      whole += fmt::format("{}{}", whole.empty() ? "" : ".", i == name ? *meant : term.names[i]);
    }
    return fmt::format("did you mean `{}`?", whole);
  }

  // The loop's variable, which the names of an item do not hold.
  std::string first_name(const BoundTerm& term) const {
    if (term.origin != BoundTerm::Origin::Item) return {};
    const std::string_view text = written(term);
    return std::string(text.substr(0, text.find('.')));
  }

  void tell_kind(const BoundTerm& term, const TemplateName& value, std::string_view why, std::string help) {
    tell(codes::template_value_kind, term,
         fmt::format("`{}` is {}, {}", written(term), words_of(value.kind), why), std::move(help));
  }

  void tell(const Code& code, const BoundTerm& term, std::string message, std::string help) {
    Diagnostic told =
        files_[term.file]->source().diagnose(code, term.range, std::move(message), std::move(help));
    const bool again = std::find(diagnostics_.begin(), diagnostics_.end(), told) != diagnostics_.end();
    if (!again && diagnostics_.size() < template_limits::messages) diagnostics_.push_back(std::move(told));
  }

  const TemplateProgram& program_;
  const std::vector<std::unique_ptr<TemplateFile>>& files_;
  const TemplateNames& names_;
  Diagnostics& diagnostics_;
  std::vector<const TemplateName*> items_ = {};  // of the open loops; null: not known
};

}  // namespace

void check_names(const TemplateProgram& program, const std::vector<std::unique_ptr<TemplateFile>>& files,
                 const TemplateNames& names, Diagnostics& diagnostics) {
  NameChecker(program, files, names, diagnostics).check();
}

}  // namespace tsg
