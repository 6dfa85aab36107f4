// SPDX-License-Identifier: MIT
#include "engine/checker/form_visibility_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "engine/diagnostics/json_body_codes.h"
#include "engine/evaluator/form_visibility.h"
#include "engine/loader/visibility_parser.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

using ById = std::unordered_map<std::string_view, const FormElement*>;

// The bytes of an expression in the article. Where a text holds escapes its parts have no place of their own.
ByteRange in_text(const JsonValue& text, ByteRange part) {
  const ByteRange range = text.range();
  if (text.written().find('\\') != std::string_view::npos) return range;
  return {range.begin + 1 + part.begin, range.begin + 1 + part.end};
}

class VisibilityCheck {
 public:
  VisibilityCheck(ArticleSource& source, const Form& form) : source_(source), form_(form) {
    for (const FormElement& element : form.elements) by_id_.try_emplace(element.id, &element);
  }

  void element(const WrittenElement& written) {
    json_ = written.json.member_ignoring_case("visibility");
    element_ = written.element;
    if (json_.is(JsonKind::Boolean)) return boolean();
    if (!json_.is(JsonKind::Text)) return wrong_type();
    const std::string text = json_.text();
    const std::string_view word = ascii_trimmed(text);
    if (word == "null") return null_text();
    if (word.empty() || word == "true" || word == "false") return;
    expression(text);
  }

  void rings() {
    for (const std::vector<std::size_t>& ring : visibility_rings(form_)) {
      const FormElement& first = form_.elements[ring.front()];
      Diagnostic& diagnostic = source_.report(
          codes::visibility_ring, first.id_range,
          ring.size() == 1 ? fmt::format("whether `{}` shows depends on its own answer", excerpt(first.id))
                           : fmt::format("`{}` and {} other elements decide each other's visibility",
                                         excerpt(first.id), ring.size() - 1),
          "such references see no answer; refer to an element outside of the ring");
      for (std::size_t i = 1; i < ring.size() && i <= most_notes; ++i)
        diagnostic.notes.push_back({"this is one of them", source_.place(form_.elements[ring[i]].id_range)});
    }
  }

 private:
  static constexpr std::size_t most_notes = 8;
  // The nearest name costs the product of lengths for each candidate: a hostile form has many long ones.
  static constexpr std::size_t most_candidates = 100;
  static constexpr std::size_t most_suggestions = 20;

  std::optional<std::string> meant_of(std::string_view name, std::vector<std::string> candidates) {
    if (suggestions_++ >= most_suggestions) return std::nullopt;
    candidates.resize(std::min(candidates.size(), most_candidates));
    return nearest_name(name, candidates);
  }

  void boolean() {
    const bool shows = json_.is_true();
    Diagnostic& diagnostic = source_.report(
        codes::visibility_boolean, json_.range(),
        fmt::format("`visibility` is {}, not a text", json_.written()),
        shows ? "write \"true\", or leave it out" : "write when the element shows, or delete the element");
    if (shows) diagnostic.fix = Fix{source_.file_range(json_.range()), "\"true\"", true};
  }

  void wrong_type() {
    if (!json_ || json_.is(JsonKind::Null)) return;
    source_.report(codes::form_shape, json_.range(), "`visibility` is not a text",
                   "write an expression such as \"id == value\", or null");
  }

  void null_text() {
    source_
        .report(codes::visibility_null_text, json_.range(), "`visibility` is the text `null`",
                "write null without quotes")
        .fix = Fix{source_.file_range(json_.range()), "null", true};
  }

  void expression(std::string_view text) {
    const VisibilityParse parse = parse_visibility(text);
    for (const VisibilityProblem& problem : parse.problems) report(problem);
    if (!parse.expression) return;
    for (const VisibilityTerm& term : parse.expression->terms) {
      if (source_.full()) return;
      check(term);
    }
  }

  void report(const VisibilityProblem& problem) {
    const bool unreadable = problem.flaw == VisibilityFlaw::Unreadable;
    source_.report(unreadable ? codes::visibility_unreadable : codes::visibility_ambiguous,
                   in_text(json_, problem.range), fmt::format("in `visibility`: {}", problem.message),
                   unreadable
                       ? "write `id == value`, joined by `&&` or `||`; until then the element shows always"
                   : problem.flaw == VisibilityFlaw::UnmatchedClose
                       ? "delete it, or write the `(` that is missing"
                       : "put what belongs together in parentheses; now `&&` binds tighter");
  }

  void check(const VisibilityTerm& term) {
    const auto found = by_id_.find(term.element);
    if (found == by_id_.end()) return unknown_element(term);
    const FormElement& target = *found->second;
    if (&target != element_ && target.order > element_->order) later(term, target);
    check_value(term, target);
  }

  void unknown_element(const VisibilityTerm& term) {
    std::vector<std::string> ids;
    for (const FormElement& each : form_.elements) {
      if (equal_ignoring_case(each.id, term.element)) return other_case(term, each);
      ids.push_back(each.id);
    }
    const std::optional<std::string> meant = meant_of(term.element, std::move(ids));
    source_.report(codes::visibility_unknown_element, in_text(json_, term.element_range),
                   fmt::format("the form has no element `{}`", excerpt(term.element)),
                   meant ? fmt::format("did you mean `{}`?", *meant)
                         : "write the id of an element; a comparison with an unknown one sees no answer");
  }

  void other_case(const VisibilityTerm& term, const FormElement& element) {
    source_.report(codes::visibility_element_case, in_text(json_, term.element_range),
                   fmt::format("the element's id is `{}`", excerpt(element.id)),
                   "write it in the same case; ids are compared byte by byte");
  }

  void later(const VisibilityTerm& term, const FormElement& target) {
    source_
        .report(codes::visibility_later_element, in_text(json_, term.element_range),
                fmt::format("`{}` is asked later than `{}`", excerpt(target.id), excerpt(element_->id)),
                "give it a smaller `order`, so that it is answered when this element is to show")
        .notes.push_back({"it stands here", source_.place(target.id_range)});
  }

  void check_value(const VisibilityTerm& term, const FormElement& target) {
    if (!term.value || target.options.empty() || target.dynamic_options) return;
    if (values_of(target).contains(*term.value)) return;
    std::vector<std::string> values;
    for (const FormOption& option : target.options) {
      if (ascii_trimmed(option.value) == *term.value) return blanks(term, option);
      values.push_back(option.value);
    }
    const std::optional<std::string> meant = meant_of(*term.value, std::move(values));
    source_.report(codes::visibility_unknown_option, in_text(json_, term.value_range),
                   fmt::format("`{}` has no option `{}`", excerpt(target.id), excerpt(*term.value)),
                   meant ? fmt::format("did you mean `{}`?", excerpt(*meant))
                         : "write the `value` of one of its options, not its text");
  }

  const std::unordered_set<std::string_view>& values_of(const FormElement& element) {
    const auto [known, added] = values_.try_emplace(&element);
    if (!added) return known->second;
    for (const FormOption& option : element.options) known->second.insert(option.value);
    return known->second;
  }

  void blanks(const VisibilityTerm& term, const FormOption& option) {
    source_
        .report(codes::visibility_option_blanks, in_text(json_, term.value_range),
                fmt::format("the option's value is \"{}\", with blanks that this comparison cannot have",
                            excerpt(option.value)),
                "delete the blanks of the option's value")
        .notes.push_back({"the option stands here", source_.place(option.range)});
  }

  ArticleSource& source_;
  const Form& form_;
  ById by_id_ = {};
  std::unordered_map<const FormElement*, std::unordered_set<std::string_view>> values_ = {};
  JsonValue json_ = {};
  const FormElement* element_ = nullptr;
  std::size_t suggestions_ = 0;
};

}  // namespace

void check_visibility(ArticleSource& source, const Form& form, const std::vector<WrittenElement>& elements) {
  VisibilityCheck check(source, form);
  for (const WrittenElement& each : elements) check.element(each);
  check.rings();
}

}  // namespace tsg
