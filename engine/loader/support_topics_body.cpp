// SPDX-License-Identifier: MIT
#include "engine/loader/support_topics_body.h"

#include <fmt/format.h>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

std::optional<bool> truth_of(const JsonValue& flag) {
  if (flag.is(JsonKind::Boolean)) return flag.is_true();
  const std::string word = flag.text();
  if (equal_ignoring_case(word, "true")) return true;
  if (equal_ignoring_case(word, "false")) return false;
  return std::nullopt;
}

SupportTopic read_topic(const JsonValue& topic) {
  return {.id = topic.member("id").text(),
          .short_description = topic.member("shortDescription").text(),
          .long_description = topic.member("longDescription").text(),
          .search_tags = topic.member("searchTags").text(),
          .category = topic.member("category").text(),
          .in_diagnose_and_solve = truth_of(topic.member("useInDiagnoseAndSolve")),
          .range = topic.range()};
}

}  // namespace

SupportTopics read_support_topics(const JsonValue& root) {
  constexpr int most_links = 3;
  SupportTopics topics{.short_description = root.member("shortDescription").text(),
                       .long_description = root.member("longDescription").text()};
  for (int i = 1; i <= most_links; ++i) {
    ProductLink link{root.member(fmt::format("productLinkName{}", i)).text(),
                     root.member(fmt::format("productLink{}", i)).text()};
    if (!link.url.empty()) topics.links.push_back(std::move(link));
  }
  for (const JsonValue topic : root.member_ignoring_case("supportTopics").children()) {
    if (topic.is(JsonKind::Object)) topics.topics.push_back(read_topic(topic));
  }
  return topics;
}

}  // namespace tsg
