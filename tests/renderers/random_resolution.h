// SPDX-License-Identifier: MIT
// Resolutions that fill every field with anything it may hold.
#pragma once

#include <cstdint>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include "engine/model/resolution.h"

namespace tsg::test {

class RandomResolution {
 public:
  explicit RandomResolution(std::uint32_t seed) : random_(seed) {}

  Resolution make() {
    Resolution made;
    made.guide = text();
    made.guide_version = text();
    made.guide_title = text();
    made.digest = text();
    made.engine_version = text();
    made.now = text();
    const std::size_t visits = upto(4);
    for (std::size_t at = 0; at < visits; ++at) made.visits.push_back(visit(at));
    made.outcomes = some<ReachedOutcome>([&] { return outcome(visits); });
    made.open = some<OpenQuestion>([&] { return question(visits); });
    made.checks = some<CheckResult>([&] { return check(); });
    made.warnings = texts();
    made.errors = texts();
    return made;
  }

 private:
  std::size_t upto(std::size_t most) { return random_() % (most + 1); }
  bool coin() { return random_() % 2 == 0; }
  template <typename Enum>
  Enum any(Enum last) {
    return static_cast<Enum>(upto(static_cast<std::size_t>(last)));
  }
  template <typename T, typename Make>
  std::vector<T> some(Make make_one) {
    std::vector<T> items;
    for (std::size_t left = upto(3); left > 0; --left) items.push_back(make_one());
    return items;
  }
  std::size_t index(std::size_t count) { return count == 0 || coin() ? no_visit : upto(count - 1); }

  std::string text() {
    static const char* const pieces[] = {"",
                                         "a",
                                         " ",
                                         "\"",
                                         "\\",
                                         "\n",
                                         "\r\n",
                                         "\t",
                                         "/",
                                         "</script>",
                                         "<!--$X-->",
                                         "{{",
                                         "\x01",
                                         "\x7F",
                                         "\xC2\xA0",
                                         "\xE2\x80\xA8",
                                         "\xF0\x9F\x92\xA5",
                                         "\xEF\xBF\xBD",
                                         "\xEF\xBB\xBF",
                                         "null",
                                         "1",
                                         "[0]",
                                         "]=",
                                         "`",
                                         "|",
                                         "\\u0000"};
    std::string made;
    for (std::size_t left = upto(4); left > 0; --left) made += pieces[upto(std::size(pieces) - 1)];
    if (upto(20) == 0) made.push_back('\0');
    return made;
  }
  std::vector<std::string> texts() {
    return some<std::string>([&] { return text(); });
  }
  Value value() {
    static const std::int64_t integers[] = {0, -1, 443, INT64_MAX, INT64_MIN};
    static const double numbers[] = {0.0,
                                     -0.0,
                                     5.0,
                                     0.1,
                                     -1.5e-7,
                                     1e15,
                                     1e16,
                                     1e300,
                                     5e-324,
                                     9007199254740993.0,
                                     std::numeric_limits<double>::max(),
                                     9.3e18,
                                     -9.3e18};
    switch (upto(5)) {
      case 0:
        return {};
      case 1:
        return coin();
      case 2:
        return integers[upto(std::size(integers) - 1)];
      case 3:
        return numbers[upto(std::size(numbers) - 1)];
      case 4:
        return text();
      default:
        return texts();
    }
  }
  NamedValue named() { return {text(), value(), any(DataClass::Secret)}; }
  std::vector<NamedValue> values() {
    return some<NamedValue>([&] { return named(); });
  }
  std::vector<Need> needs() {
    return some<Need>([&] { return Need{text(), text(), text(), texts()}; });
  }
  Target target() { return {any(TargetKind::Guide), text(), text()}; }
  Verdict verdict() {
    Verdict made;
    made.kind = any(VerdictKind::Error);
    made.option = text();
    made.values = values();
    made.findings = some<Finding>([&] { return Finding{text(), values()}; });
    made.needs = needs();
    made.any_of = needs();
    made.message = text();
    made.rule = text();
    made.rule_file = text();
    made.rule_line = coin() ? 0 : coin() ? UINT32_MAX : 17;
    made.evidence = some<Evidence>([&] { return Evidence{text(), text(), any(DataClass::Secret), text()}; });
    return made;
  }
  Visit visit(std::size_t before) {
    Visit made;
    made.parent = index(before);
    made.guide = text();
    made.step = text();
    made.subject = text();
    if (coin()) made.verdict = verdict();
    made.answered_by = any(AnsweredBy::Agent);
    made.option = text();
    made.reason = text();
    made.edge = text();
    if (coin()) made.target = target();
    made.provisional = coin();
    made.subjects = texts();
    if (coin()) made.fork_verdict = verdict();
    return made;
  }
  std::vector<FilledArticle> parts() {
    const auto filled = [&] {
      return FilledValue{text(), value(), any(ValueOrigin::Default), text(), any(DataClass::Secret)};
    };
    return some<FilledArticle>([&] { return FilledArticle{text(), some<FilledValue>(filled)}; });
  }
  ReachedOutcome outcome(std::size_t visits) {
    return {text(), target(), text(), index(visits), text(), coin(), texts(), parts()};
  }
  OpenQuestion question(std::size_t visits) {
    const auto option = [&] { return Option{text(), text(), texts()}; };
    return {text(),  text(),  text(), index(visits), text(), text(), some<Option>(option),
            needs(), needs(), texts()};
  }
  CheckResult check() { return {text(), verdict(), target(), text(), parts()}; }

  std::mt19937 random_;
};

}  // namespace tsg::test
