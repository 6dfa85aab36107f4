// SPDX-License-Identifier: MIT
#include "engine/composer/described_lines.h"

#include <fmt/format.h>

namespace tsg {

namespace {

// A whole number that is a double is not the same as an integer; text may look like either.
struct Describe {
  std::string operator()(NoValue) const { return "(none)"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const {
    const std::string text = to_text(Value(value));
    return text.find_first_of(".en") == std::string::npos ? text + ".0" : text;
  }
  std::string operator()(const std::string& value) const { return fmt::format("\"{}\"", value); }
  std::string operator()(const std::vector<std::string>& items) const {
    std::string text = "[";
    for (const std::string& each : items) text += (text.size() > 1 ? ", \"" : "\"") + each + "\"";
    return text + "]";
  }
};

std::string of_subject(const std::string& subject) {
  return subject.empty() ? std::string() : " of " + subject;
}

}  // namespace

std::string described_value(const Value& value) {
  return std::visit(Describe{}, value);
}

void DescribedLines::add(std::string name, std::string text, DataClass data_class, Audience audience) {
  if (text.empty()) return;
  const std::size_t number = ++seen_[name];
  if (number > 1) name += fmt::format(" ({})", number);
  lines_.push_back({std::move(name), std::move(text), data_class, audience});
}

void DescribedLines::add_needs(const std::vector<Need>& needs, std::string_view name) {
  for (const Need& each : needs) {
    add_for_agents(fmt::format("{} {}", name, each.path),
                   fmt::format("expected {}, found {}; gathered by `{}`", each.expected, each.found,
                               fmt::join(each.gather, "` `")));
  }
}

void DescribedLines::add(const std::vector<NamedValue>& values, std::string_view before) {
  for (const NamedValue& each : values) {
    add(fmt::format("{}value {}", before, each.name), described_value(each.value), each.data_class);
  }
}

void DescribedLines::add(const Verdict& verdict, std::string_view before) {
  add(fmt::format("{}verdict", before), std::string(name_of(verdict.kind)));
  add_for_agents(fmt::format("{}rule's answer", before), verdict.option);
  add_for_agents(fmt::format("{}message", before), verdict.message);
  add_for_agents(fmt::format("{}rule", before), verdict.rule);
  add(verdict.values, before);
  for (const Finding& each : verdict.findings) {
    const std::string name = fmt::format("{}finding {}", before, each.subject);
    add(name, "there");
    add(each.values, name + ": ");
  }
  add_needs(verdict.needs, fmt::format("{}needs", before));
  add_needs(verdict.any_of, fmt::format("{}needs one of", before));
}

void DescribedLines::add(const std::vector<FilledArticle>& parts) {
  for (const FilledArticle& part : parts) {
    const std::string subject = of_subject(part.subject);
    add("part" + subject, "there");
    for (const FilledValue& each : part.values) {
      const std::string name = each.placeholder + subject;
      add("shown " + name, described_value(each.value), each.data_class);
      add_for_agents("source of " + name, fmt::format("{} {}", name_of(each.origin), each.from));
    }
  }
}

}  // namespace tsg
