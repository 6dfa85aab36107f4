// SPDX-License-Identifier: MIT
#include "engine/loader/site_settings_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "engine/diagnostics/site_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

class SiteReader {
 public:
  SiteReader(TomlDocument& document, const toml::table& site) : document_(document), site_(site) {}

  SiteSettings read() {
    document_.report_unknown_keys(site_,
                                  {"address", "description", "support", "feedback", "placeholders",
                                   "broken-links", "words", "names", "redirects", "interface"},
                                  "[site]");
    settings_.address = address_of("address", {"https://", "http://"});
    settings_.support = address_of("support", {"https://", "mailto:"});
    settings_.feedback = address_of("feedback", {"https://"});
    settings_.description = document_.string_of(site_, "description").value_or("");
    read_choice(
        "placeholders", settings_.placeholders,
        std::array<std::pair<std::string_view, PlaceholderWords>, 3>{{{"default", PlaceholderWords::Default},
                                                                      {"generic", PlaceholderWords::Generic},
                                                                      {"refuse", PlaceholderWords::Refuse}}});
    read_choice("broken-links", settings_.broken_links,
                std::array<std::pair<std::string_view, BrokenLinks>, 2>{
                    {{"error", BrokenLinks::Error}, {"warning", BrokenLinks::Warning}}});
    settings_.words = words_of("words");
    settings_.names = words_of("names");
    read_redirects();
    read_interface();
    return std::move(settings_);
  }

 private:
  void complain(std::string_view key, std::string message, std::string help) {
    document_.report(codes::site_setting_odd, site_.get(key)->source(), std::move(message), std::move(help));
  }

  std::string address_of(std::string_view key, const std::vector<std::string_view>& beginnings) {
    const std::string address = document_.string_of(site_, key).value_or("");
    const auto begins = [&address](std::string_view with) { return address.starts_with(with); };
    const bool known = std::any_of(beginnings.begin(), beginnings.end(), begins);
    if (address.empty() || (known && !address.ends_with('/'))) return address;
    complain(key, fmt::format("`{}` is no address that `{}` can have", address, key),
             fmt::format("begin it with {}, and do not end it with `/`", fmt::join(beginnings, " or ")));
    return {};
  }

  template <typename Choice, std::size_t count>
  void read_choice(std::string_view key, Choice& choice,
                   const std::array<std::pair<std::string_view, Choice>, count>& choices) {
    const auto word = document_.string_of(site_, key);
    if (!word) return;
    for (const auto& [name, value] : choices) {
      if (*word == name) return void(choice = value);
    }
    std::vector<std::string> names;
    for (const auto& each : choices) names.push_back(fmt::format("`{}`", each.first));
    complain(key, fmt::format("`{}` cannot be `{}`", key, *word),
             fmt::format("write {}", fmt::join(names, " or ")));
  }

  std::map<std::string, std::string> words_of(std::string_view key) {
    std::map<std::string, std::string> words;
    const toml::table* const table = document_.table_of(site_, key);
    if (table == nullptr) return words;
    for (const TomlEntry& entry : entries_in_order(*table)) {
      const auto text = document_.string_of(*table, entry.name());
      if (text) words.insert_or_assign(ascii_lowered(entry.name()), *text);
    }
    return words;
  }

  void read_interface() {
    const toml::table* const languages = document_.table_of(site_, "interface");
    if (languages == nullptr) return;
    for (const TomlEntry& language : entries_in_order(*languages)) {
      const toml::table* const words = document_.table_of(*languages, language.name());
      if (words == nullptr) continue;
      for (const TomlEntry& word : entries_in_order(*words)) {
        const auto text = document_.string_of(*words, word.name());
        if (!text) continue;
        settings_.interface.push_back({std::string(language.name()), std::string(word.name()), *text,
                                       document_.place(word.value->source())});
      }
    }
  }

  void read_redirects() {
    const toml::table* const table = document_.table_of(site_, "redirects");
    if (table == nullptr) return;
    for (const TomlEntry& entry : entries_in_order(*table)) {
      const auto to = document_.string_of(*table, entry.name());
      if (!to) continue;
      settings_.redirects.push_back({std::string(entry.name()), *to, document_.place(entry.value->source())});
    }
  }

  TomlDocument& document_;
  const toml::table& site_;
  SiteSettings settings_ = {};
};

}  // namespace

SiteSettings read_site_settings(TomlDocument& document, const toml::table& site) {
  return SiteReader(document, site).read();
}

}  // namespace tsg
