// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "renderers/site/page_values.h"

namespace tsg {

namespace {

TemplateValue words_value(const InterfaceWords& words, std::string_view version) {
  TemplateValue value = TemplateValue::record();
  for (const std::string& name : interface_names()) value.set(name, words.of(name));
  value.set("version", words.filled("version", {{"version", version}}));
  return value;
}

// What site.js says.
TemplateValue labels_value(const InterfaceWords& words) {
  TemplateValue value = TemplateValue::record();
  for (const std::string_view name : {"copy", "copied", "press_copy", "copy_notes", "copy_code", "change",
                                      "change_of", "notes_guide", "notes_result", "notes_open"})
    value.set(std::string(name), words.of(name));
  return value;
}

}  // namespace

TemplateValue site_values(const Site& site, const SiteAssets& assets, std::string_view root) {
  const Pack& pack = site.source.pack;
  TemplateValue menu = TemplateValue::list();
  for (std::size_t kind = 0; kind < group_kinds; ++kind) {
    const auto is_kind = [kind](const SiteGroup& group) {
      return group.kind == static_cast<GroupKind>(kind);
    };
    if (std::none_of(site.groups.begin(), site.groups.end(), is_kind)) continue;
    const auto each = static_cast<GroupKind>(kind);
    menu.add(TemplateValue::record()
                 .set("title", site.words.of(folder_of(each)))
                 .set("address", fmt::format("{}/index.html", folder_of(each))));
  }
  return TemplateValue::record().set("site", TemplateValue::record()
                                                 .set("title", pack.title)
                                                 .set("description", pack.site.description)
                                                 .set("version", pack.version)
                                                 .set("locale", site.source.locale)
                                                 .set("direction", direction_of(site.source.locale))
                                                 .set("words", words_value(site.words, pack.version))
                                                 .set("labels", labels_value(site.words))
                                                 .set("root", root)
                                                 .set("support", pack.site.support)
                                                 .set("style", assets.style.address)
                                                 .set("script", assets.script.address)
                                                 .set("menu", std::move(menu)));
}

}  // namespace tsg
