// SPDX-License-Identifier: MIT
// One of the languages of a site, and what is known of languages by their codes.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <string_view>

namespace tsg {

// A site in several languages: the first lies at the root, each other one below a folder of its own.
struct SiteLanguage {
  std::string locale = {};
  std::string folder = {};   // "", "de/"
  std::string address = {};  // where its home page will be, without a `/` at its end; empty: nobody said
  std::shared_ptr<const std::set<std::string>> pages = {};  // addresses within it
};

std::string_view language_of(std::string_view locale);   // "de-AT" -> "de"
std::string_view direction_of(std::string_view locale);  // "ltr" or "rtl"
// What its speakers call it: "de" -> "Deutsch"; the code for a language that is not known here.
std::string name_of_locale(std::string_view locale);

}  // namespace tsg
