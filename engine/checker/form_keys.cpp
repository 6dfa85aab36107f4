// SPDX-License-Identifier: MIT
#include "engine/checker/form_keys.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <span>

#include "engine/diagnostics/json_body_codes.h"
#include "engine/text/excerpt.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

constexpr std::array<std::string_view, 8> form_keys = {
    "$schema",      "title",          "resourceRequired",    "subscriptionRequired", "fileAttachmentHint",
    "formElements", "diagnosticCard", "quotaRequestVersion",
};
constexpr std::array<std::string_view, 22> element_keys = {
    "id",
    "order",
    "controlType",
    "displayLabel",
    "required",
    "watermarkText",
    "dropdownOptions",
    "radioButtonOptions",
    "useAsAdditionalDetails",
    "infoBalloonText",
    "visibility",
    "dynamicDropdownOptions",
    "hints",
    "content",
    "diagnosticInputRequiredClients",
    "numberOfLines",
    "maxLength",
    "validations",
    "includeInQuotaSummary",
    "isNewQuotaLimit",
    "filter",
    "includeInQmsPayload",
};
constexpr std::array<std::string_view, 2> option_keys = {"value", "text"};
constexpr std::array<std::string_view, 1> hint_keys = {"text"};
constexpr std::array<std::string_view, 4> validation_keys = {"type", "value", "text", "controlId"};
constexpr std::array<std::string_view, 3> card_keys = {"title", "description", "insightNotAvailableText"};
constexpr std::array<std::string_view, 9> dynamic_keys = {
    "uri",           "jTokenPath",        "textProperty",
    "valueProperty", "textPropertyRegex", "valuePropertyRegex",
    "textTemplate",  "dependsOn",         "defaultDropdownOptions"};

using Keys = std::span<const std::string_view>;

class KeyCheck {
 public:
  explicit KeyCheck(ArticleSource& source) : source_(source) {}

  void object(const JsonValue& object, Keys known, const Code& other_case) {
    if (!object.is(JsonKind::Object) || source_.full()) return;
    for (const JsonValue member : object.children()) key(object, member, known, other_case);
  }

  void items(const JsonValue& list, Keys known) {
    if (!list.is(JsonKind::List)) return;
    for (const JsonValue item : list.children()) object(item, known, codes::body_key_odd);
  }

  void element(const JsonValue& element) {
    object(element, element_keys, codes::form_key_case);
    items(element.member_ignoring_case("dropdownOptions"), option_keys);
    items(element.member_ignoring_case("radioButtonOptions"), option_keys);
    items(element.member_ignoring_case("hints"), hint_keys);
    items(element.member_ignoring_case("validations"), validation_keys);
    const JsonValue dynamic = element.member_ignoring_case("dynamicDropdownOptions");
    object(dynamic, dynamic_keys, codes::body_key_odd);
    object(dynamic.member_ignoring_case("defaultDropdownOptions"), option_keys, codes::body_key_odd);
  }

 private:
  void key(const JsonValue& object, const JsonValue& member, Keys known, const Code& other_case) {
    const auto exact = [&member](std::string_view name) { return member.key_is(name); };
    if (std::any_of(known.begin(), known.end(), exact)) return;
    const auto folded = std::find_if(known.begin(), known.end(), [&member](std::string_view name) {
      return member.key_is_ignoring_case(name);
    });
    if (folded != known.end()) return in_other_case(object, member, *folded, other_case);
    unknown(member, known);
  }

  void in_other_case(const JsonValue& object, const JsonValue& member, std::string_view name,
                     const Code& code) {
    Diagnostic& diagnostic = source_.report(
        code, member.key_range(), fmt::format("the key `{}` is `{}` in another case", member.key(), name),
        fmt::format("write `{}`", name));
    // Beside a key of the right case it would become one that occurs twice.
    if (!object.member(name)) mend(diagnostic, member, name, true);
  }

  void unknown(const JsonValue& member, Keys known) {
    const std::string key = member.key();
    if (std::find(dynamic_keys.begin(), dynamic_keys.end(), key) != dynamic_keys.end()) {
      source_.report(codes::body_key_odd, member.key_range(),
                     fmt::format("the key `{}` does nothing here", key),
                     "it belongs into `dynamicDropdownOptions`");
      return;
    }
    const std::optional<std::string> meant = nearest_name(key, {known.begin(), known.end()});
    Diagnostic& diagnostic = source_.report(codes::form_key_unknown, member.key_range(),
                                            fmt::format("the key `{}` has no meaning here", excerpt(key)),
                                            meant ? fmt::format("did you mean `{}`?", *meant) : "delete it");
    if (meant) mend(diagnostic, member, *meant, false);
  }

  void mend(Diagnostic& diagnostic, const JsonValue& member, std::string_view name, bool safe) {
    diagnostic.fix = Fix{source_.file_range(member.key_range()), fmt::format("\"{}\"", name), safe};
  }

  ArticleSource& source_;
};

}  // namespace

void check_form_keys(ArticleSource& source, const JsonValue& root) {
  KeyCheck check(source);
  check.object(root, form_keys, codes::body_key_odd);
  check.object(root.member_ignoring_case("diagnosticCard"), card_keys, codes::body_key_odd);
  const JsonValue elements = root.member_ignoring_case("formElements");
  if (!elements.is(JsonKind::List)) return;
  for (const JsonValue element : elements.children()) check.element(element);
}

}  // namespace tsg
