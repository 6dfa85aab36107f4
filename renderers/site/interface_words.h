// SPDX-License-Identifier: MIT
// What a site says for itself: the words of buttons, notices and headings, in the reader's language.
//
//   const InterfaceWords words("de", settings.interface);
//   words.of("start")                                      "Los geht's"
//   words.filled("page_number", {{"number", "2"}})         "Seite 2"
//
// A pack's own words ([site.interface.de] of tsg.toml) come before the built-in ones; a language that is not
// built in has English words.
#pragma once

#include <initializer_list>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/site_settings.h"
#include "renderers/site/interface_languages.h"

namespace tsg {

class InterfaceWords {
 public:
  explicit InterfaceWords(std::string_view locale = "en", std::span<const OwnWord> own = {});

  // REQUIRES: a name of interface_names()
  const std::string& of(std::string_view name) const;
  // With its slots filled: "{number}" by the value called `number`. What a value says is not looked at again.
  std::string filled(std::string_view name,
                     std::initializer_list<std::pair<std::string_view, std::string_view>> values) const;
  // "diagnostics" -> "Diagnosed problems"; a type without words stays.
  std::string of_type(std::string_view self_help_type) const;

 private:
  std::map<std::string, std::string, std::less<>> words_ = {};
};

std::vector<std::string> interface_names();  // sorted

// Words of a pack that no page shows: a locale that it has not, a name that is none.
Diagnostics check_interface(const SiteSettings& settings, const std::vector<std::string>& locales);

// The built-in words of a language: "de", also for "de-AT"; English for one that is not built in.
std::span<const InterfaceWord> built_in_words(std::string_view locale);

}  // namespace tsg
