// SPDX-License-Identifier: MIT
#include "engine/checker/repository_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "engine/checker/article_view.h"
#include "engine/diagnostics/lint_codes.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

// Reports in an article after its own check.
class LateReport {
 public:
  LateReport(const CheckedArticle& checked, Diagnostics& found)
      : article_(checked.article), found_(found), source_(checked.article, diagnostics_) {}
  ~LateReport() { append(found_, diagnostics_); }
  LateReport(const LateReport&) = delete;
  LateReport& operator=(const LateReport&) = delete;

  Diagnostic& at_property(const Code& code, std::string_view key, std::string message, std::string help) {
    const Property* property = property_of(article_, key);
    const ByteRange range = property == nullptr ? ByteRange{} : value_range_of(article_, *property);
    return source_.report(code, range, std::move(message), std::move(help));
  }
  Diagnostic& at(const Code& code, ByteRange range, std::string message, std::string help) {
    return source_.report(code, range, std::move(message), std::move(help));
  }

 private:
  const Article& article_;
  Diagnostics& found_;
  Diagnostics diagnostics_ = {};
  ArticleSource source_;
};

Place place_of(const CheckedArticle& checked, std::string_view key) {
  Diagnostics none;
  const Property* property = property_of(checked.article, key);
  if (property == nullptr) return {.file = checked.path};
  return ArticleSource(checked.article, none).place(value_range_of(checked.article, *property));
}

std::vector<std::string> lowered_items(const Article& article, std::string_view key) {
  std::vector<std::string> items;
  for (const std::string_view item : list_items(article.property(key).value_or("")))
    items.push_back(ascii_lowered(item));
  return items;
}

bool share(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&b](const std::string& item) {
    return std::find(b.begin(), b.end(), item) != b.end();
  });
}

std::string type_of(const Article& article) {
  return ascii_lowered(ascii_trimmed(article.type()));
}

using Indexes = std::vector<std::size_t>;

std::unordered_map<std::string, Indexes> by_id(const std::vector<CheckedArticle>& articles) {
  std::unordered_map<std::string, Indexes> ids;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string_view id = ascii_trimmed(articles[i].article.id());
    if (!id.empty()) ids[ascii_lowered(id)].push_back(i);
  }
  return ids;
}

void report_shared_id(const std::vector<CheckedArticle>& articles, const Indexes& group,
                      std::vector<Diagnostics>& found) {
  for (const std::size_t i : group) {
    const std::vector<std::string> clouds = lowered_items(articles[i].article, "cloudEnvironments");
    const auto other = std::find_if(group.begin(), group.end(), [&](std::size_t j) {
      return j != i && share(clouds, lowered_items(articles[j].article, "cloudEnvironments"));
    });
    if (other == group.end()) continue;
    const Place place = place_of(articles[*other], "articleId");
    LateReport report(articles[i], found[i]);
    Diagnostic& diagnostic =
        report.at_property(codes::id_twice, "articleId",
                           fmt::format("the articleId `{}` is that of another article too",
                                       ascii_trimmed(articles[i].article.id())),
                           "give one of them an id of its own");
    diagnostic.notes.push_back({"the other one", place});
  }
}

// Values of "commonSolutionArticleId" in a menu's JSON, with their places.
void check_menu(const CheckedArticle& checked, const std::unordered_map<std::string, Indexes>& ids,
                Diagnostics& found) {
  if (type_of(checked.article) != "diagnoseandsolve") return;
  const std::string_view text = checked.article.text;
  constexpr std::string_view key = "\"commonSolutionArticleId\"";
  for (std::size_t at = text.find(key); at != std::string_view::npos; at = text.find(key, at + 1)) {
    const std::size_t begin = text.find('"', text.find(':', at + key.size()));
    const std::size_t end = begin == std::string_view::npos ? begin : text.find('"', begin + 1);
    if (end == std::string_view::npos) return;
    const std::string_view id = text.substr(begin + 1, end - begin - 1);
    if (id.empty() || ids.contains(ascii_lowered(id))) continue;
    LateReport(checked, found)
        .at(codes::menu_dangles, {begin + 1, end}, fmt::format("no article has the id `{}`", id),
            "correct it, or write the article");
  }
}

}  // namespace

void check_identity(const std::vector<CheckedArticle>& articles, std::vector<Diagnostics>& found) {
  const std::unordered_map<std::string, Indexes> ids = by_id(articles);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string id = ascii_lowered(ascii_trimmed(articles[i].article.id()));
    const auto group = ids.find(id);
    if (group != ids.end() && group->second.size() > 1 && group->second.front() == i)
      report_shared_id(articles, group->second, found);
  }
  if (articles.size() < 2) return;  // one file alone says nothing of what others hold
  for (std::size_t i = 0; i < articles.size(); ++i) check_menu(articles[i], ids, found[i]);
}

namespace {

struct Route {
  std::string key = {};
  std::size_t article = 0;
};

void add_routes(std::vector<Route>& routes, const Article& article, std::size_t index) {
  const std::string type = type_of(article);
  if (type != "generic" && type != "problemscopingquestions" && type != "apollo") return;
  const auto or_none = [](std::vector<std::string> items) {
    if (items.empty()) items.emplace_back();
    return items;
  };
  const std::vector<std::string> clouds = or_none(lowered_items(article, "cloudEnvironments"));
  const std::vector<std::string> tags = or_none(lowered_items(article, "resourceTags"));
  const std::vector<std::string> clients = or_none(lowered_items(article, "clientIds"));
  for (const std::string& topic : lowered_items(article, "supportTopicIds")) {
    for (const std::string& product : lowered_items(article, "productPesIds")) {
      for (const std::string& cloud : clouds) {
        for (const std::string& tag : tags) {
          for (const std::string& client : clients) {
            routes.push_back(
                {fmt::format("{}\n{}\n{}\n{}\n{}\n{}", type, topic, product, cloud, tag, client), index});
          }
        }
      }
    }
  }
}

std::string_view part_of(std::string_view key, int number) {
  for (; number > 0; --number) key.remove_prefix(std::min(key.find('\n') + 1, key.size()));
  return key.substr(0, key.find('\n'));
}

}  // namespace

void check_routing(const std::vector<CheckedArticle>& articles, std::vector<Diagnostics>& found) {
  std::vector<Route> routes;
  for (std::size_t i = 0; i < articles.size(); ++i) add_routes(routes, articles[i].article, i);
  std::stable_sort(routes.begin(), routes.end(),
                   [](const Route& a, const Route& b) { return a.key < b.key; });
  std::map<std::pair<std::size_t, std::size_t>, std::pair<std::size_t, std::string>>
      claims;  // pair -> keys, one of them
  for (std::size_t i = 1; i < routes.size(); ++i) {
    if (routes[i].key != routes[i - 1].key || routes[i].article == routes[i - 1].article) continue;
    auto& claim = claims[{routes[i - 1].article, routes[i].article}];
    ++claim.first;
    if (claim.second.empty()) claim.second = routes[i].key;
  }
  for (const auto& [pair, claim] : claims) {
    const Place place = place_of(articles[pair.first], "supportTopicIds");
    LateReport report(articles[pair.second], found[pair.second]);
    Diagnostic& diagnostic = report.at_property(
        codes::routing_twice, "supportTopicIds",
        fmt::format("topic `{}`, product `{}`, cloud `{}` ({} such keys) leads to another article too",
                    part_of(claim.second, 1), part_of(claim.second, 2), part_of(claim.second, 3),
                    claim.first),
        "take the topic out of one of them");
    diagnostic.notes.push_back({"the other one", place});
  }
}

void check_names(const std::vector<CheckedArticle>& articles, std::vector<Diagnostics>& found) {
  std::unordered_map<std::string_view, Indexes> names;
  std::map<std::string, std::map<std::string, std::size_t>>
      spellings;  // lower case -> spelling -> first article
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string_view path = articles[i].path;
    names[path.substr(path.rfind('/') + 1)].push_back(i);
    for (const Placeholder& each : articles[i].article.placeholders)
      spellings[ascii_lowered(each.name)].emplace(each.name, i);
  }
  for (std::size_t i = 0; i < articles.size(); ++i) {
    const std::string_view path = articles[i].path;
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const Indexes& same = names[name];
    if (same.size() < 2 || name == "README.md" || name == "summary.md") continue;
    const std::size_t other = same.front() == i ? same[1] : same.front();
    LateReport(articles[i], found[i])
        .at(codes::file_name_twice, {0, 0},
            fmt::format("`{}` is a file's name too: {}", name, articles[other].path),
            "portals find files by name: rename one");
  }
  for (const auto& [lowered, variants] : spellings) {
    if (variants.size() < 2) continue;
    std::vector<std::string> all;
    for (const auto& [spelling, article] : variants) all.push_back(spelling);
    const auto last = std::max_element(variants.begin(), variants.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    const CheckedArticle& checked = articles[last->second];
    const auto placeholder =
        std::find_if(checked.article.placeholders.begin(), checked.article.placeholders.end(),
                     [&](const Placeholder& each) { return each.name == last->first; });
    const std::size_t begin = checked.article.decoded_offset(placeholder->range.begin);
    LateReport(checked, found[last->second])
        .at(codes::placeholder_case, {begin, begin + placeholder->name.size() + 8},
            fmt::format("one placeholder is written `{}`", fmt::join(all, "`, `")), "write it one way");
  }
}

}  // namespace tsg
