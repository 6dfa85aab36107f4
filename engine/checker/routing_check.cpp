// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/checker/header_check.h"
#include "engine/checker/header_keys.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"
#include "engine/text/suggestion.h"

namespace tsg {

namespace {

bool digits(std::string_view text, std::size_t fewest, std::size_t most) {
  return text.size() >= fewest && text.size() <= most && std::all_of(text.begin(), text.end(), ascii_digit);
}

bool hex_digit(char c) {
  return ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

bool guid(std::string_view text) {
  if (text.size() != 36) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool dash = at == 8 || at == 13 || at == 18 || at == 23;
    if (dash ? text[at] != '-' : !hex_digit(text[at])) return false;
  }
  return true;
}

std::string_view value_of(const Property* property) {
  return property == nullptr ? std::string_view() : std::string_view(property->value);
}

ByteRange item_range(const ArticleView& view, const Property& property, std::string_view item) {
  const ByteRange value = view.value_range(property);
  const auto offset = static_cast<std::size_t>(item.data() - property.value.data());
  return {value.begin + offset, value.begin + offset + item.size()};
}

void check_type(ArticleView& view) {
  const Property* property = view.property("selfHelpType");
  if (property == nullptr || known_type(view.type())) return;
  const auto nearest = nearest_name(view.type(), known_types());
  view.report(codes::type_unknown, view.value_range(*property),
              view.type().empty() ? "`selfHelpType` is empty"
                                  : fmt::format("`{}` is no selfHelpType", ascii_trimmed(property->value)),
              nearest ? fmt::format("did you mean `{}`?", *nearest)
                      : fmt::format("write one of {}", fmt::join(known_types(), ", ")));
}

void check_clouds(ArticleView& view) {
  const Property* property = view.property("cloudEnvironments");
  if (property == nullptr) return;
  const auto unknown = std::find_if(view.clouds().begin(), view.clouds().end(),
                                    [](const std::string& cloud) { return !known_cloud(cloud); });
  if (view.clouds().empty() || unknown != view.clouds().end()) {
    const std::vector<std::string> names(cloud_names().begin(), cloud_names().end());
    const auto meant = view.clouds().empty() ? std::nullopt : nearest_name(*unknown, names);
    view.report(codes::cloud_unknown, view.value_range(*property),
                view.clouds().empty() ? "`cloudEnvironments` is empty: nobody is shown the article"
                                      : fmt::format("`{}` is no cloud", *unknown),
                meant ? fmt::format("did you mean `{}`?", *meant)
                      : std::string("list some of public, fairfax, mooncake, usnat, ussec"));
  }
  for (const std::string_view item : list_items(property->value)) {
    if (!equal_ignoring_case(item, "blackforest")) continue;
    view.report(codes::cloud_retired, item_range(view, *property, item),
                "the cloud `blackforest` was closed in 2021", "take it out of the list");
  }
}

void check_disabled(ArticleView& view) {
  const Property* property = view.property("disableClouds");
  if (property == nullptr) return;
  for (const std::string_view item : list_items(property->value)) {
    const std::string cloud = ascii_lowered(item);
    if (std::find(view.clouds().begin(), view.clouds().end(), cloud) == view.clouds().end()) continue;
    view.report(codes::cloud_disabled, item_range(view, *property, item),
                fmt::format("`{}` stands in `cloudEnvironments` and in `disableClouds`", cloud),
                "decide for one of the two");
    return;
  }
}

// "x-mooncake.md" is for one cloud.
void check_file_cloud(ArticleView& view) {
  const std::string path = ascii_lowered(view.article().path);
  const Property* property = view.property("cloudEnvironments");
  if (property == nullptr || view.clouds().empty()) return;
  for (const std::string_view cloud : cloud_names()) {
    const std::string ending = fmt::format("{}.md", cloud);
    if (!path.ends_with(ending) || path.size() <= ending.size()) continue;
    const char before = path[path.size() - ending.size() - 1];
    if (before != '-' && before != '_') continue;
    const bool listed = std::find(view.clouds().begin(), view.clouds().end(), cloud) != view.clouds().end();
    if (!listed) {
      view.report(codes::cloud_not_of_name, view.value_range(*property),
                  fmt::format("the file is named for `{}`, which is not in the list", cloud),
                  fmt::format("add `{}`, or rename the file", cloud));
    } else if (view.clouds().size() > 1) {
      view.report(codes::cloud_of_name, view.value_range(*property),
                  fmt::format("the file is named for `{}`, and lists other clouds too", cloud),
                  "rename the file, or take the others out");
    }
    return;
  }
}

void check_topics(ArticleView& view) {
  const Property* property = view.property("supportTopicIds");
  if (property == nullptr) return;
  const std::vector<std::string_view> items = list_items(property->value);
  std::set<std::string_view> seen;
  std::vector<std::string_view> kept;
  const std::string_view* twice = nullptr;
  for (const std::string_view& item : items) {
    if (!digits(item, 8, 8) && !guid(item)) {
      view.report(codes::topic_malformed, item_range(view, *property, item),
                  fmt::format("`{}` is no support topic", item), "topics are eight digits, or a GUID");
    }
    if (seen.insert(item).second) {
      kept.push_back(item);
    } else if (twice == nullptr) {
      twice = &item;
    }
  }
  if (twice == nullptr) return;
  Diagnostic& diagnostic = view.report(codes::topic_twice, item_range(view, *property, *twice),
                                       fmt::format("the topic `{}` is listed twice", *twice), "list it once");
  const bool plain = property->value.find('\n') == std::string::npos;
  if (plain)
    view.fix_safely(diagnostic, view.value_range(*property), fmt::format("{}", fmt::join(kept, ", ")));
}

void check_products(ArticleView& view) {
  const Property* property = view.property("productPesIds");
  if (property != nullptr) {
    for (const std::string_view item : list_items(property->value)) {
      if (digits(item, 5, 5) || digits(item, 7, 7) || guid(item)) continue;
      view.report(codes::product_malformed, item_range(view, *property, item),
                  fmt::format("`{}` is no product", item),
                  "products are five digits, seven digits, or a GUID");
    }
  }
  const bool routed =
      view.type() == "generic" || view.type() == "problemscopingquestions" || view.type() == "apollo";
  const Property* topics = view.property("supportTopicIds");
  if (!routed || topics == nullptr || property == nullptr) return;
  const bool has_topics = !list_items(topics->value).empty();
  const bool has_products = !list_items(property->value).empty();
  if (has_topics == has_products) return;
  view.report(codes::topics_without_products, view.value_range(has_topics ? *property : *topics),
              has_topics ? "there are support topics and no products: the article is never routed to"
                         : "there are products and no support topics: the article is never routed to",
              has_topics ? "fill `productPesIds` in" : "fill `supportTopicIds` in");
}

}  // namespace

void check_routing_values(ArticleView& view) {
  if (view.article().header.kind != HeaderKind::Properties) return;
  check_type(view);
  check_clouds(view);
  check_disabled(view);
  check_file_cloud(view);
  check_topics(view);
  check_products(view);
}

namespace {

void check_id(ArticleView& view) {
  const Property* property = view.property("articleId");
  const std::string_view id = ascii_trimmed(value_of(property));
  if (id.empty()) return;
  const ByteRange range = item_range(view, *property, id);
  const bool blank = std::any_of(id.begin(), id.end(), ascii_space);
  if (blank) {
    view.report(codes::id_blank, range, fmt::format("the articleId `{}` holds a blank", id),
                "ids stand in addresses: use letters, digits, `-`, `_` and `.`");
  }
  const auto plain = [](char c) {
    return ascii_alpha(c) || ascii_digit(c) || ascii_space(c) || c == '_' || c == '.' || c == '-';
  };
  const auto odd = std::find_if_not(id.begin(), id.end(), plain);
  if (odd != id.end()) {
    view.report(codes::id_odd, range, fmt::format("the articleId `{}` holds `{}`", id, *odd),
                "use letters, digits, `-`, `_` and `.`");
  }
  if (guid(id) && ascii_lowered(id) != id) {
    view.report(codes::id_upper, range, "the GUID is written in upper case",
                "write new ids in lower case; this one is a key, so keep it");
  }
}

std::string plain_heading(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != '*' && c != '_' && c != '`') plain += ascii_lower(c);
  }
  return std::string(ascii_trimmed(plain));
}

void check_title(ArticleView& view) {
  const Property* property = view.property("pageTitle");
  const std::string_view title = ascii_trimmed(value_of(property));
  if (title.empty()) return;
  const std::size_t at = title.find_first_of(".,");
  if (at != std::string_view::npos) {
    view.report(codes::title_punctuation, item_range(view, *property, title.substr(at, 1)),
                fmt::format("the title holds `{}`", title[at]),
                "a title is one sentence without periods and commas");
  }
  const auto h1 = std::find_if(view.article().headings.begin(), view.article().headings.end(),
                               [](const Heading& heading) { return heading.level == 1; });
  if (h1 == view.article().headings.end() || plain_heading(h1->text) == plain_heading(title)) return;
  view.report(codes::title_not_heading, view.range_in_line(h1->line, h1->source),
              fmt::format("the H1 differs from the title `{}`", title), "give both the same words");
}

void check_people(ArticleView& view) {
  for (const char* key : {"ms.author", "authors"}) {
    const Property* property = view.property(key);
    for (const std::string_view item : list_items(value_of(property))) {
      const bool alias = std::all_of(item.begin(), item.end(), [](char c) {
        return ascii_alpha(c) || ascii_digit(c) || c == '-' || c == '_' || c == '.' || c == ' ';
      });
      if (alias && (std::string_view(key) == "authors" || item.find(' ') == std::string_view::npos)) continue;
      view.report(codes::author_malformed, item_range(view, *property, item),
                  fmt::format("`{}` in `{}` is no alias", item, key),
                  "list aliases, with commas between them");
      break;
    }
  }
  const Property* owner = view.property("ownershipId");
  if (value_of(owner).find("laceholder") == std::string_view::npos) return;
  view.report(codes::owner_placeholder, view.value_range(*owner),
              fmt::format("`{}` is no owner", owner->value), "name the team that answers for the article");
}

}  // namespace

void check_identity_values(ArticleView& view) {
  if (view.article().header.kind != HeaderKind::Properties) return;
  check_id(view);
  check_title(view);
  check_people(view);
}

}  // namespace tsg
