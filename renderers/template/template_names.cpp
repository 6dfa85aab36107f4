// SPDX-License-Identifier: MIT
#include "renderers/template/template_names.h"

#include <algorithm>

namespace tsg {

namespace {

TemplateName& member_to_write(TemplateName& record, std::string_view name) {
  if (record.kind == TemplateName::Kind::Plain) record.kind = TemplateName::Kind::Record;
  for (TemplateName& each : record.members) {
    if (each.name == name) return each;
  }
  record.members.push_back({.name = std::string(name)});
  return record.members.back();
}

TemplateName& item_to_write(TemplateName& list) {
  list.kind = TemplateName::Kind::List;
  if (list.members.empty()) list.members.emplace_back();
  return list.members.front();
}

}  // namespace

const TemplateName* TemplateName::member(std::string_view wanted) const {
  if (kind != Kind::Record) return nullptr;
  const auto found = std::find_if(members.begin(), members.end(),
                                  [wanted](const TemplateName& each) { return each.name == wanted; });
  return found == members.end() ? nullptr : &*found;
}

TemplateNames::TemplateNames(std::span<const std::string_view> paths) {
  for (const std::string_view path : paths) add(path);
}

TemplateNames::TemplateNames(std::initializer_list<std::string_view> paths)
    : TemplateNames(std::span(paths.begin(), paths.size())) {}

void TemplateNames::add(std::string_view path) {
  const bool html = path.ends_with(":html");
  if (html) path.remove_suffix(5);
  TemplateName* at = &root_;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find('.'), path.size());
    std::string_view name = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    const std::size_t brackets = name.find('[');
    at = &member_to_write(*at, name.substr(0, brackets));
    for (std::size_t rest = brackets; rest < name.size(); rest += 2) at = &item_to_write(*at);
  }
  if (html) at->kind = TemplateName::Kind::Html;
}

}  // namespace tsg
