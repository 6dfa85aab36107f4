// SPDX-License-Identifier: MIT
#include "engine/evaluator/sound_verdict.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/text/utf8.h"

namespace tsg {

namespace {

// Nearly all text is ASCII, and this stands between every rule and its reader: a plain scan first.
bool is_ascii(const std::string& text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void mend(std::string& text) {
  if (!is_ascii(text) && !valid_utf8(text)) text = with_replacements(text);
}

void mend(std::vector<std::string>& texts) {
  for (std::string& text : texts) mend(text);
}

void mend(std::vector<NamedValue>& values) {
  for (NamedValue& each : values) {
    mend(each.name);
    if (auto* text = std::get_if<std::string>(&each.value)) mend(*text);
    if (auto* list = std::get_if<std::vector<std::string>>(&each.value)) mend(*list);
  }
}

void mend(std::vector<Need>& needs) {
  for (Need& need : needs) {
    mend(need.path);
    mend(need.expected);
    mend(need.found);
    mend(need.gather);
  }
}

void mend(std::vector<Evidence>& evidence) {
  for (Evidence& each : evidence) {
    mend(each.path);
    mend(each.value);
    mend(each.gathered_at);
  }
}

const NamedValue* not_finite(const std::vector<NamedValue>& values) {
  for (const NamedValue& each : values) {
    const double* number = std::get_if<double>(&each.value);
    if (number != nullptr && !std::isfinite(*number)) return &each;
  }
  return nullptr;
}

const NamedValue* not_finite(const Verdict& verdict) {
  if (const NamedValue* found = not_finite(verdict.values)) return found;
  for (const Finding& finding : verdict.findings) {
    if (const NamedValue* found = not_finite(finding.values)) return found;
  }
  return nullptr;
}

Verdict without_number(Verdict verdict, const std::string& name) {
  Verdict error;
  error.message = fmt::format("value `{}` is not a finite number", name);
  error.rule = std::move(verdict.rule);
  error.rule_file = std::move(verdict.rule_file);
  error.rule_line = verdict.rule_line;
  error.evidence = std::move(verdict.evidence);
  return error;
}

std::size_t size_of_values(const std::vector<NamedValue>& values) {
  std::size_t bytes = values.size() * sizeof(NamedValue);
  for (const NamedValue& each : values) bytes += each.name.size() + footprint(each.value);
  return bytes;
}

std::size_t size_of_needs(const std::vector<Need>& needs) {
  std::size_t bytes = needs.size() * sizeof(Need);
  for (const Need& need : needs) {
    bytes += need.path.size() + need.expected.size() + need.found.size();
    for (const std::string& part : need.gather) bytes += sizeof(std::string) + part.size();
  }
  return bytes;
}

}  // namespace

void make_sound(Verdict& verdict, std::string_view rule) {
  if (verdict.rule.empty()) verdict.rule = std::string(rule);
  mend(verdict.rule);
  mend(verdict.option);
  mend(verdict.values);
  for (Finding& finding : verdict.findings) {
    mend(finding.subject);
    mend(finding.values);
  }
  mend(verdict.needs);
  mend(verdict.any_of);
  mend(verdict.message);
  mend(verdict.rule_file);
  mend(verdict.evidence);
  if (const NamedValue* bad = not_finite(verdict)) {
    const std::string name = bad->name;
    verdict = without_number(std::move(verdict), name);
  }
}

std::size_t footprint(const Value& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return text->size();
  const auto* list = std::get_if<std::vector<std::string>>(&value);
  if (list == nullptr) return 0;
  std::size_t bytes = list->size() * sizeof(std::string);
  for (const std::string& item : *list) bytes += item.size();
  return bytes;
}

std::size_t footprint(const Verdict& verdict) {
  std::size_t bytes = sizeof(Verdict) + verdict.message.size() + verdict.rule_file.size();
  bytes += size_of_values(verdict.values) + size_of_needs(verdict.needs) + size_of_needs(verdict.any_of);
  for (const Finding& finding : verdict.findings) {
    bytes += sizeof(Finding) + finding.subject.size() + size_of_values(finding.values);
  }
  for (const Evidence& each : verdict.evidence) {
    bytes += sizeof(Evidence) + each.path.size() + each.value.size() + each.gathered_at.size();
  }
  return bytes;
}

}  // namespace tsg
