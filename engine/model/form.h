// SPDX-License-Identifier: MIT
// The form of a problemScopingQuestions or TSG_Questions article: what a customer is asked before a request
// is sent, or an agent along a tree. Texts are as written; some hold HTML (docs/form-format.md).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/visibility.h"
#include "engine/text/place.h"

namespace tsg {

enum class ControlType : std::uint8_t {
  Unknown,
  TextBox,
  MultilineTextBox,
  NumericTextBox,
  Dropdown,
  MultiselectDropdown,
  RadioButtonGroup,
  DateTimePicker,
  InfoBlock,
};

// As it is written in `controlType`; "unknown" for Unknown.
std::string_view name_of(ControlType control);
// The control of that name, whatever its case.
ControlType control_of(std::string_view name);
// Whether an answer is one of the options.
bool is_choice(ControlType control);

struct FormOption {
  std::string value = {};  // what an answer holds, compared byte by byte
  std::string text = {};   // what a reader sees
  ByteRange range = {};    // of the value, in the decoded text of the article
  bool operator==(const FormOption&) const = default;
};

// Options that come from Azure Resource Manager while the form is open.
struct DynamicOptions {
  std::string uri = {};        // an ARM path with {tokens}
  std::string list_path = {};  // where the answer holds its list: "value"
  std::string text_property = {};
  std::string value_property = {};
  std::string text_regex = {};
  std::string value_regex = {};
  std::string text_template = {};
  std::string depends_on = {};  // the id of an element whose answer goes to {replaceWithParentValue}
  std::optional<FormOption> fallback = {};
  bool operator==(const DynamicOptions&) const = default;
};

struct FormValidation {
  std::string type = {};        // RegExMatch, GreaterThan, MaxLength
  std::string value = {};       // a number as it was written
  std::string text = {};        // what the reader is told
  std::string control_id = {};  // the element compared with, if any
  bool operator==(const FormValidation&) const = default;
};

struct FormElement {
  std::string id = {};
  std::int64_t order = 0;
  ControlType control = ControlType::Unknown;
  std::string control_word = {};  // as written
  std::string label = {};
  std::string watermark = {};
  std::string info = {};     // shown in a balloon
  std::string content = {};  // of an InfoBlock: HTML
  bool required = false;
  bool additional_details = false;  // the text that describes the request
  std::vector<FormOption> options = {};
  std::optional<DynamicOptions> dynamic_options = {};
  std::vector<FormValidation> validations = {};
  std::vector<std::string> hints = {};
  std::vector<std::string> clients = {};  // that need it for a diagnosis: Portal, ASC
  std::int64_t lines = 0;
  std::int64_t max_length = 0;  // 0: none
  Visibility visibility = {};
  ByteRange range = {};     // of the element, in the decoded text of the article
  ByteRange id_range = {};  // of its id's value
  bool operator==(const FormElement&) const = default;
};

struct DiagnosticCard {
  std::string title = {};
  std::string description = {};
  std::string nothing_found = {};
  bool operator==(const DiagnosticCard&) const = default;
};

struct Form {
  std::string title = {};
  bool resource_required = false;
  bool subscription_required = false;
  std::string attachment_hint = {};
  std::string quota_version = {};
  std::optional<DiagnosticCard> card = {};
  std::vector<FormElement> elements = {};  // in the order they are written; `order` says how they show

  // The first element of that id; null when there is none.
  const FormElement* element(std::string_view id) const;
  bool operator==(const Form&) const = default;
};

// Element id -> what was chosen or written, several where several may be chosen. Empty texts are no answer.
using ElementAnswers = std::map<std::string, std::vector<std::string>, std::less<>>;

}  // namespace tsg
