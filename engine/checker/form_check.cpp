// SPDX-License-Identifier: MIT
#include "engine/checker/form_check.h"

#include <fmt/format.h>

#include <set>
#include <unordered_map>

#include "engine/checker/form_keys.h"
#include "engine/checker/form_visibility_check.h"
#include "engine/diagnostics/json_body_codes.h"
#include "engine/loader/form_body.h"
#include "engine/text/ascii.h"
#include "engine/text/excerpt.h"

namespace tsg {

namespace {

// The range of a value, or of the bracket that opens its object when there is none.
ByteRange place_of(const JsonValue& value, const JsonValue& object) {
  return value ? value.range() : ByteRange{object.range().begin, object.range().begin + 1};
}

class FormCheck {
 public:
  FormCheck(ArticleSource& source, const JsonValue& root) : source_(source), form_(read_form_body(root)) {}

  void elements(const JsonValue& list) {
    std::vector<WrittenElement> written;
    for (const JsonValue item : list.children()) {
      if (item.is(JsonKind::Object)) {
        written.push_back({item, &form_.elements[written.size()]});
      } else {
        source_.report(codes::form_shape, item.range(), "a form element is not an object",
                       "write {\"id\": ..., \"order\": ..., \"controlType\": ...}");
      }
    }
    for (const WrittenElement& each : written) element(each);
    check_visibility(source_, form_, written);
  }

  // Only a form that a customer fills in has these.
  void problem_scoping(const JsonValue& list) {
    std::size_t details = 0;
    for (const JsonValue item : list.children()) {
      if (item.member_ignoring_case("useAsAdditionalDetails").is_true()) ++details;
    }
    if (details != 1)
      source_.report(codes::additional_details_count, bracket_of(list),
                     fmt::format("{} elements have `useAsAdditionalDetails`", details),
                     "set it for the one whose text describes the request");
    if (form_.element("problem_start_time") == nullptr)
      source_.report(codes::start_time_missing, bracket_of(list), "no element `problem_start_time` is there",
                     "add a datetimepicker of that id");
  }

 private:
  static ByteRange bracket_of(const JsonValue& list) { return {list.range().begin, list.range().begin + 1}; }

  void element(const WrittenElement& written) {
    check_id(written);
    check_order(written);
    check_control(written);
    check_required(written.json);
    check_options(*written.element);
  }

  void check_id(const WrittenElement& written) {
    const JsonValue id = written.json.member_ignoring_case("id");
    if (written.element->id.empty()) {
      source_.report(codes::form_shape, place_of(id, written.json), "the form element has no id",
                     "write an `id` that no other element of the form has");
      return;
    }
    const auto [known, added] = ids_.try_emplace(written.element->id, id.range());
    if (added) return;
    source_
        .report(codes::element_id_duplicate, id.range(),
                fmt::format("the id `{}` occurs twice in the form", excerpt(written.element->id)),
                "give each element its own; references mean the first")
        .notes.push_back({"it stands here first", source_.place(known->second)});
  }

  void check_order(const WrittenElement& written) {
    const JsonValue order = written.json.member_ignoring_case("order");
    if (!order.integer()) {
      source_.report(codes::form_shape, place_of(order, written.json),
                     "the form element has no whole number as its `order`",
                     "write one; elements show in ascending order");
      return;
    }
    if (orders_.insert(written.element->order).second) return;
    source_.report(codes::element_order_duplicate, order.range(),
                   fmt::format("`order` {} occurs twice in the form", written.element->order),
                   "give each element its own; equal ones show as they are written");
  }

  void check_control(const WrittenElement& written) {
    const FormElement& element = *written.element;
    const JsonValue control = written.json.member_ignoring_case("controlType");
    if (!control.is(JsonKind::Text)) {
      source_.report(codes::form_shape, place_of(control, written.json),
                     "the form element has no `controlType`", "write one, such as \"textbox\"");
      return;
    }
    const std::string_view name = name_of(element.control);
    // Both spellings of this one are in use.
    const bool usual = element.control_word == name || element.control_word == "radiobuttongroup";
    if (element.control == ControlType::Unknown) {
      source_.report(codes::control_type_odd, control.range(),
                     fmt::format("`{}` is no `controlType` that is known", excerpt(element.control_word)),
                     "write textbox, multilinetextbox, numerictextbox, dropdown, multiselectdropdown, "
                     "radioButtonGroup, datetimepicker or infoblock");
    } else if (!usual) {
      source_
          .report(codes::control_type_odd, control.range(),
                  fmt::format("the `controlType` `{}` is `{}` in another case", element.control_word, name),
                  fmt::format("write `{}`", name))
          .fix = Fix{source_.file_range(control.range()), fmt::format("\"{}\"", name), true};
    }
  }

  void check_required(const JsonValue& json) {
    const JsonValue required = json.member_ignoring_case("required");
    if (!required.is(JsonKind::Text)) return;
    Diagnostic& diagnostic =
        source_.report(codes::required_text, required.range(),
                       fmt::format("`required` is the text {}", excerpt(required.written())),
                       "write true or false without quotes");
    for (const std::string_view word : {"true", "false"}) {
      if (equal_ignoring_case(required.text(), word))
        diagnostic.fix = Fix{source_.file_range(required.range()), std::string(word), true};
    }
  }

  void check_options(const FormElement& element) {
    if (is_choice(element.control) && element.options.empty() && !element.dynamic_options)
      source_.report(codes::choice_without_options, element.id_range,
                     fmt::format("`{}` has no options", excerpt(element.id)),
                     "write `dropdownOptions`, `radioButtonOptions` or `dynamicDropdownOptions`");
    std::unordered_map<std::string_view, ByteRange> values;
    for (const FormOption& option : element.options) {
      check_blanks(option);
      const auto [known, added] = values.try_emplace(option.value, option.range);
      if (added) continue;
      source_
          .report(codes::option_value_duplicate, option.range,
                  fmt::format("the value `{}` occurs twice", excerpt(option.value)),
                  "give each option its own, or delete one")
          .notes.push_back({"it stands here first", source_.place(known->second)});
    }
  }

  void check_blanks(const FormOption& option) {
    if (ascii_trimmed(option.value) == option.value) return;
    source_.report(codes::option_value_blanks, option.range,
                   fmt::format("the value \"{}\" begins or ends with a blank", excerpt(option.value)),
                   "no `visibility` can compare with it; delete the blank if nothing stores the value");
  }

  ArticleSource& source_;
  Form form_;
  std::unordered_map<std::string_view, ByteRange> ids_ = {};
  std::set<std::int64_t> orders_ = {};
};

}  // namespace

void check_form(ArticleSource& source, const JsonValue& root) {
  const JsonValue elements = root.member_ignoring_case("formElements");
  if (!elements) return;
  check_form_keys(source, root);
  if (!elements.is(JsonKind::List)) {
    source.report(codes::form_shape, elements.range(), "`formElements` is not a list",
                  "write the elements of the form between `[` and `]`");
    return;
  }
  FormCheck check(source, root);
  check.elements(elements);
  if (equal_ignoring_case(ascii_trimmed(source.article().type()), "problemScopingQuestions"))
    check.problem_scoping(elements);
}

}  // namespace tsg
