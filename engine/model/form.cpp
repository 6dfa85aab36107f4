// SPDX-License-Identifier: MIT
#include "engine/model/form.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::array<std::pair<ControlType, std::string_view>, 8> controls = {{
    {ControlType::TextBox, "textbox"},
    {ControlType::MultilineTextBox, "multilinetextbox"},
    {ControlType::NumericTextBox, "numerictextbox"},
    {ControlType::Dropdown, "dropdown"},
    {ControlType::MultiselectDropdown, "multiselectdropdown"},
    {ControlType::RadioButtonGroup, "radioButtonGroup"},
    {ControlType::DateTimePicker, "datetimepicker"},
    {ControlType::InfoBlock, "infoblock"},
}};

}  // namespace

std::string_view name_of(ControlType control) {
  const auto found = std::find_if(controls.begin(), controls.end(),
                                  [control](const auto& one) { return one.first == control; });
  return found == controls.end() ? "unknown" : found->second;
}

ControlType control_of(std::string_view name) {
  const auto found = std::find_if(controls.begin(), controls.end(),
                                  [name](const auto& one) { return equal_ignoring_case(one.second, name); });
  return found == controls.end() ? ControlType::Unknown : found->first;
}

bool is_choice(ControlType control) {
  return control == ControlType::Dropdown || control == ControlType::MultiselectDropdown ||
         control == ControlType::RadioButtonGroup;
}

const FormElement* Form::element(std::string_view id) const {
  const auto found =
      std::find_if(elements.begin(), elements.end(), [id](const FormElement& one) { return one.id == id; });
  return found == elements.end() ? nullptr : &*found;
}

}  // namespace tsg
