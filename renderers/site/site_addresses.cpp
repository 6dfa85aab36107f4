// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "engine/text/ascii.h"
#include "renderers/site/site.h"

namespace tsg {

namespace {

bool plain(char c) {
  return ascii_alpha(c) || ascii_digit(c) || c == '.' || c == '_' || c == '-';
}

// `index` is taken by the guide's own page, `outcomes` is a folder.
std::string step_file(std::string_view step) {
  return fmt::format("{}{}.html", step == "index" ? "step-" : "", step);
}

}  // namespace

std::string_view folder_of(GroupKind kind) {
  switch (kind) {
    case GroupKind::Service:
      return "services";
    case GroupKind::Resource:
      return "resources";
    case GroupKind::Topic:
      return "topics";
    case GroupKind::Type:
      return "types";
  }
  return {};
}

std::string address_part(std::string_view name) {
  constexpr std::size_t longest = 120;
  std::string part;
  for (const char c : ascii_lowered(ascii_trimmed(name))) {
    if (plain(c)) {
      part += c;
    } else if (!part.empty() && part.back() != '-') {
      part += '-';
    }
  }
  if (part.size() > longest) part.resize(longest);
  while (!part.empty() && (part.back() == '-' || part.back() == '.')) part.pop_back();
  const std::size_t begin = std::min(part.find_first_not_of("-."), part.size());
  part.erase(0, begin);
  if (part.empty() || part == "index") part += part.empty() ? "article" : "-article";
  return part;
}

std::string sheet_address(const std::string& address, std::size_t sheet) {
  if (sheet == 0) return address;
  return fmt::format("{}-{}.html", address.substr(0, address.rfind('.')), sheet + 1);
}

std::string Site::guide_address(std::size_t guide) const {
  return fmt::format("guides/{}/index.html", source.guides[guide]->id);
}

std::string Site::step_address(std::size_t guide, std::string_view step) const {
  return fmt::format("guides/{}/{}", source.guides[guide]->id, step_file(step));
}

std::string Site::outcome_address(std::size_t guide, std::string_view outcome) const {
  return fmt::format("guides/{}/outcomes/{}.html", source.guides[guide]->id, outcome);
}

std::string Site::address_of(const SiteEntry& entry) const {
  return entry.guide ? guide_address(entry.item) : article_addresses[entry.item];
}

const std::string& Site::title_of(const SiteEntry& entry) const {
  return entry.guide ? source.guides[entry.item]->title : source.articles[entry.item]->title;
}

std::optional<std::size_t> Site::find_guide(std::string_view id) const {
  const auto same = [id](const auto& guide) { return guide->id == id; };
  const auto found = std::find_if(source.guides.begin(), source.guides.end(), same);
  if (found == source.guides.end()) return std::nullopt;
  return static_cast<std::size_t>(found - source.guides.begin());
}

std::optional<std::size_t> Site::find_article(std::string_view id) const {
  const auto found = articles_by_id.find(ascii_lowered(id));
  if (found == articles_by_id.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> Site::page_of_file(std::string_view path) const {
  const auto found = pages_by_file.find(path);
  if (found == pages_by_file.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> Site::page_of(std::size_t guide, const Target& target) const {
  const PublishedGuide& from = *source.guides[guide];
  switch (target.kind) {
    case TargetKind::Step: {
      const auto same = [&target](const PublishedStep& step) { return step.id == target.id; };
      if (std::none_of(from.steps.begin(), from.steps.end(), same)) return std::nullopt;
      return step_address(guide, target.id);
    }
    case TargetKind::Outcome: {
      const auto same = [&target](const PublishedOutcome& each) { return each.id == target.id; };
      if (std::none_of(from.outcomes.begin(), from.outcomes.end(), same)) return std::nullopt;
      return outcome_address(guide, target.id);
    }
    case TargetKind::Article: {
      const auto article = find_article(target.id);
      if (!article) return std::nullopt;
      return article_addresses[*article];
    }
    case TargetKind::Guide: {
      const auto other = find_guide(target.id);
      if (!other) return std::nullopt;
      if (target.step.empty()) return guide_address(*other);
      return page_of(*other, {TargetKind::Step, target.step, {}});
    }
  }
  return std::nullopt;
}

}  // namespace tsg
