// SPDX-License-Identifier: MIT
// A value that templates can show: what a site says of itself and of one page.
//
//   TemplateValue page = TemplateValue::record();
//   page.set("title", article.title).set("content", TrustedHtml{markup});
//   TemplateValue toc = TemplateValue::list();
//   toc.add(TemplateValue::record().set("id", "causes"));
//
// Texts are moved in. What many pages share is built once and lent: `set("menu", TemplateValue::lent(menu))`
// copies nothing, and the lender must outlive the borrower.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace tsg {

// Markup made by the engine, whose own values are escaped already. Never what an author or a fact said.
struct TrustedHtml {
  std::string markup = {};
};

class TemplateValue {
 public:
  enum class Kind : std::uint8_t { Nothing, Boolean, Integer, Text, Html, List, Record };
  struct Member;

  TemplateValue();
  template <typename T>
  requires std::is_integral_v<T> TemplateValue(T value);
  TemplateValue(std::string text);
  TemplateValue(std::string_view text);
  TemplateValue(const char* text);
  TemplateValue(TrustedHtml html);

  static TemplateValue list();
  static TemplateValue list(std::vector<TemplateValue> items);
  static TemplateValue record();
  static TemplateValue lent(const TemplateValue& lender);

  Kind kind() const;
  // A later member of a name replaces the earlier. REQUIRES: a record that is not lent
  TemplateValue& set(std::string name, TemplateValue value) &;
  TemplateValue set(std::string name, TemplateValue value) &&;
  // REQUIRES: a list that is not lent
  TemplateValue& add(TemplateValue item);

  // Null for what is no record or has no such member.
  const TemplateValue* member(std::string_view name) const;
  const std::vector<TemplateValue>& items() const;  // none of what is no list
  const std::vector<Member>& members() const;       // none of what is no record

  // Nothing, false, 0, an empty text and an empty list are false; all else is true.
  bool truth() const;
  // As it is written: "true", "42", the text, the markup. Nothing, lists and records write nothing.
  // `room` holds the digits of an integer.
  std::string_view written(std::string& room) const;

 private:
  using Data = std::variant<std::monostate, bool, std::int64_t, std::string, TrustedHtml,
                            std::vector<TemplateValue>, std::vector<Member>, const TemplateValue*>;
  const Data& data() const;

  Data data_;
};

struct TemplateValue::Member {
  std::string name = {};
  TemplateValue value = {};
};

// Behind Member, which must be known wherever a value may end.
inline TemplateValue::TemplateValue() : data_(std::monostate()) {}
inline TemplateValue::TemplateValue(std::string text) : data_(std::move(text)) {}
inline TemplateValue::TemplateValue(std::string_view text) : data_(std::string(text)) {}
inline TemplateValue::TemplateValue(const char* text) : data_(std::string(text)) {}
inline TemplateValue::TemplateValue(TrustedHtml html) : data_(std::move(html)) {}

template <typename T>
requires std::is_integral_v<T> TemplateValue::TemplateValue(T value) {
  if constexpr (std::is_same_v<T, bool>) {
    data_ = value;
  } else {
    data_ = static_cast<std::int64_t>(value);
  }
}

}  // namespace tsg
