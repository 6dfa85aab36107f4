// SPDX-License-Identifier: MIT
#include "engine/loader/components.h"

#include <algorithm>

#include "engine/loader/component_tags.h"
#include "engine/model/limits.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool group(std::string_view name) {
  return equal_ignoring_case(name, "videoGroup");
}

bool is_component(std::string_view name) {
  return !shape_of_component(name).members.empty();
}

bool is_member(std::string_view component, std::string_view name) {
  const ComponentShape shape = shape_of_component(component);
  return std::any_of(shape.members.begin(), shape.members.end(),
                     [name](std::string_view each) { return equal_ignoring_case(each, name); });
}

std::string value_of(const Component& component, std::string_view name) {
  for (const ComponentMember& each : component.members) {
    if (equal_ignoring_case(each.name, name)) return each.value;
  }
  return {};
}

std::vector<std::string> items_of(std::string_view list) {
  std::vector<std::string> items;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    const std::string_view item = ascii_trimmed(list.substr(0, comma));
    if (!item.empty()) items.emplace_back(item);
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return items;
}

Insight insight_of(const Component& component) {
  return {.symptom_ids = items_of(value_of(component, "symptomId")),
          .execution_text = value_of(component, "executionText"),
          .timeout_text = value_of(component, "timeoutText"),
          .no_result_text = value_of(component, "noResultText"),
          .failed_text = value_of(component, "failedText"),
          .additional_inputs_required = component_boolean(value_of(component, "additionalInputsReq")),
          .maximum_insights = component_number(value_of(component, "maxInsightCount"))};
}

// Reads what the members say; the number of a group's videos is there already.
void fill_content(Component& component) {
  if (equal_ignoring_case(component.name, "insight")) component.content = insight_of(component);
  if (equal_ignoring_case(component.name, "metric")) {
    component.content = Metric{value_of(component, "name"), value_of(component, "aggregationType"),
                               value_of(component, "timeSpanDuration"), value_of(component, "title")};
  }
  if (equal_ignoring_case(component.name, "video"))
    component.content = Video{value_of(component, "src"), value_of(component, "title")};
  if (equal_ignoring_case(component.name, "azureKB"))
    component.content = AzureKB{value_of(component, "client")};
  if (VideoGroup* videos = std::get_if<VideoGroup>(&component.content))
    videos->title = value_of(component, "title");
}

class ComponentBuilder {
 public:
  explicit ComponentBuilder(std::string_view text) : text_(text) {}

  // False: enough have been read.
  bool take(const ComponentTag& tag) {
    if (is_component(tag.name)) return tag.closes ? close(tag) : open(tag);
    if (!open_.empty()) take_member(tag);
    return true;
  }

  std::vector<Component> finish() {
    end_member(nullptr);
    open_.clear();
    for (Component& each : components_) fill_content(each);
    return std::move(components_);
  }

 private:
  Component& innermost() { return components_[open_.back()]; }

  bool open(const ComponentTag& tag) {
    end_member(nullptr);
    if (components_.size() == limits::components) return false;
    const bool in_group =
        !open_.empty() && group(components_[open_.front()].name) && equal_ignoring_case(tag.name, "video");
    open_.resize(in_group ? 1 : 0);
    if (in_group) ++std::get<VideoGroup>(innermost().content).videos;
    components_.push_back(
        {.name = std::string(tag.name), .tag = tag.range, .range = tag.range, .closed = tag.empty});
    if (group(tag.name)) components_.back().content = VideoGroup{};
    if (!tag.empty) open_.push_back(components_.size() - 1);
    return true;
  }

  bool close(const ComponentTag& tag) {
    const auto named = std::find_if(open_.begin(), open_.end(), [&](std::size_t each) {
      return equal_ignoring_case(components_[each].name, tag.name);
    });
    if (named == open_.end()) return true;
    end_member(nullptr);
    components_[*named].closed = true;
    components_[*named].range.end = tag.range.end;
    open_.erase(named, open_.end());
    return true;
  }

  void take_member(const ComponentTag& tag) {
    if (member_open_) {
      const bool ends = tag.closes && equal_ignoring_case(innermost().members.back().name, tag.name);
      if (ends) return end_member(&tag);
      if (tag.closes || !is_member(innermost().name, tag.name)) return;
      end_member(nullptr);
    }
    if (tag.closes || innermost().members.size() == limits::component_members) return;
    innermost().members.push_back({.name = std::string(tag.name),
                                   .tag = tag.range,
                                   .range = {tag.range.end, tag.range.end},
                                   .closed = tag.empty});
    innermost().range.end = tag.range.end;
    member_open_ = !tag.empty;
  }

  // Without a close tag a value ends with its line.
  void end_member(const ComponentTag* close) {
    if (!member_open_) return;
    member_open_ = false;
    ComponentMember& member = innermost().members.back();
    const std::size_t begin = member.range.begin;
    const std::size_t line_end = std::min(text_.find_first_of("<\n", begin), text_.size());
    const std::string_view value =
        ascii_trimmed(text_.substr(begin, (close ? close->range.begin : line_end) - begin));
    if (!value.empty()) {
      member.range.begin = static_cast<std::size_t>(value.data() - text_.data());
      member.range.end = member.range.begin + value.size();
    }
    member.value = std::string(value);
    member.closed = close != nullptr;
    innermost().range.end = close ? close->range.end : member.range.end;
  }

  std::string_view text_;
  std::vector<Component> components_ = {};
  std::vector<std::size_t> open_ = {};  // a component, or a group and a video in it
  bool member_open_ = false;            // the last member of the innermost one
};

}  // namespace

ComponentShape shape_of_component(std::string_view name) {
  if (equal_ignoring_case(name, "insight")) {
    return {{"symptomId", "executionText", "timeoutText", "noResultText", "additionalInputsReq",
             "maxInsightCount", "failedText"},
            5};
  }
  if (equal_ignoring_case(name, "metric"))
    return {{"name", "aggregationType", "timeSpanDuration", "title"}, 4};
  if (equal_ignoring_case(name, "video")) return {{"src", "title"}, 2};
  if (group(name)) return {{"title"}, 0};
  if (equal_ignoring_case(name, "azureKB")) return {{"client"}, 1};
  return {};
}

std::optional<std::uint32_t> component_number(std::string_view value) {
  if (value.empty() || value.size() > 6 || !std::all_of(value.begin(), value.end(), ascii_digit)) return {};
  std::uint32_t number = 0;
  for (const char digit : value) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return number;
}

std::optional<bool> component_boolean(std::string_view value) {
  if (equal_ignoring_case(value, "true")) return true;
  if (equal_ignoring_case(value, "false")) return false;
  return std::nullopt;
}

std::vector<Component> read_components(const Article& article) {
  ComponentBuilder builder(article.text);
  for (const ComponentTag& tag : component_tags(article)) {
    if (!builder.take(tag)) break;
  }
  return builder.finish();
}

}  // namespace tsg
