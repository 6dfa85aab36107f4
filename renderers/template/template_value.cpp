// SPDX-License-Identifier: MIT
#include "renderers/template/template_value.h"

#include <algorithm>
#include <cassert>

namespace tsg {

TemplateValue TemplateValue::list() {
  return list(std::vector<TemplateValue>());
}

TemplateValue TemplateValue::list(std::vector<TemplateValue> items) {
  TemplateValue value;
  value.data_ = std::move(items);
  return value;
}

TemplateValue TemplateValue::record() {
  TemplateValue value;
  value.data_ = std::vector<Member>();
  return value;
}

TemplateValue TemplateValue::lent(const TemplateValue& lender) {
  TemplateValue value;
  value.data_ = &lender;
  return value;
}

const TemplateValue::Data& TemplateValue::data() const {
  const TemplateValue* value = this;
  while (const auto* lender = std::get_if<const TemplateValue*>(&value->data_)) value = *lender;
  return value->data_;
}

TemplateValue::Kind TemplateValue::kind() const {
  return static_cast<Kind>(data().index());
}

TemplateValue& TemplateValue::set(std::string name, TemplateValue value) & {
  auto* const members = std::get_if<std::vector<Member>>(&data_);
  assert(members != nullptr);
  const auto at = std::find_if(members->begin(), members->end(),
                               [&name](const Member& member) { return member.name == name; });
  if (at != members->end()) {
    at->value = std::move(value);
  } else {
    members->push_back({std::move(name), std::move(value)});
  }
  return *this;
}

TemplateValue TemplateValue::set(std::string name, TemplateValue value) && {
  set(std::move(name), std::move(value));
  return std::move(*this);
}

TemplateValue& TemplateValue::add(TemplateValue item) {
  auto* const items = std::get_if<std::vector<TemplateValue>>(&data_);
  assert(items != nullptr);
  items->push_back(std::move(item));
  return *this;
}

const TemplateValue* TemplateValue::member(std::string_view name) const {
  for (const Member& member : members()) {
    if (member.name == name) return &member.value;
  }
  return nullptr;
}

const std::vector<TemplateValue>& TemplateValue::items() const {
  static const std::vector<TemplateValue> none;
  const auto* const items = std::get_if<std::vector<TemplateValue>>(&data());
  return items == nullptr ? none : *items;
}

const std::vector<TemplateValue::Member>& TemplateValue::members() const {
  static const std::vector<Member> none;
  const auto* const members = std::get_if<std::vector<Member>>(&data());
  return members == nullptr ? none : *members;
}

bool TemplateValue::truth() const {
  const Data& data = this->data();
  if (const auto* const flag = std::get_if<bool>(&data)) return *flag;
  if (const auto* const number = std::get_if<std::int64_t>(&data)) return *number != 0;
  if (const auto* const text = std::get_if<std::string>(&data)) return !text->empty();
  if (const auto* const html = std::get_if<TrustedHtml>(&data)) return !html->markup.empty();
  if (std::holds_alternative<std::vector<Member>>(data)) return true;
  return !items().empty();
}

std::string_view TemplateValue::written(std::string& room) const {
  const Data& data = this->data();
  if (const auto* const text = std::get_if<std::string>(&data)) return *text;
  if (const auto* const html = std::get_if<TrustedHtml>(&data)) return html->markup;
  if (const auto* const flag = std::get_if<bool>(&data)) return *flag ? "true" : "false";
  const auto* const number = std::get_if<std::int64_t>(&data);
  if (number == nullptr) return {};
  room = std::to_string(*number);
  return room;
}

}  // namespace tsg
