// SPDX-License-Identifier: MIT
#include "tools/scenario_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/text/ascii.h"
#include "tools/scenario_lookup.h"

namespace tsg {

namespace {

using Names = std::set<std::string>;

std::string joined(const Names& names) {
  return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

// A name that one set has and the other has not; empty when there is none.
std::string only_in(const Names& one, const Names& other) {
  const auto alone = std::find_if(one.begin(), one.end(),
                                  [&other](const std::string& name) { return !other.contains(name); });
  return alone == one.end() ? std::string() : *alone;
}

// "open-port[10.0.0.4]" -> "10.0.0.4"
std::string subject_in(const std::string& name) {
  const std::size_t bracket = name.find('[');
  if (bracket == std::string::npos || name.back() != ']') return {};
  return name.substr(bracket + 1, name.size() - bracket - 2);
}

// Compares one resolution with one expectation.
class Comparison {
 public:
  Comparison(const Expectation& expected, const Resolution& resolution)
      : expected_(expected), resolution_(resolution) {}

  void compare() {
    compare_paths();
    compare_outcomes();
    compare_open();
    for (const auto& [outcome, values] : expected_.values) compare_values(outcome, values);
    compare_checks();
    for (const std::string& error : resolution_.errors) {
      differ("expect", {.what = "a rule broke", .expected = "none", .found = error, .visit = broken_visit()});
    }
  }

  bool names_words() const { return !expected_.rendered.empty() || !expected_.not_rendered.empty(); }

  void compare_words(const std::string& page_text) {
    for (std::size_t at = 0; at < expected_.rendered.size(); ++at) {
      if (page_text.find(expected_.rendered[at]) != std::string::npos) continue;
      const std::string_view found =
          page_text.empty() ? "a page that refuses to be rendered" : "a page without it";
      differ(fmt::format("rendered.{}", at), word_difference(expected_.rendered[at], found));
    }
    for (std::size_t at = 0; at < expected_.not_rendered.size(); ++at) {
      if (page_text.find(expected_.not_rendered[at]) == std::string::npos) continue;
      differ(fmt::format("not-rendered.{}", at),
             {.what = "not-rendered",
              .expected = fmt::format("no `{}`", expected_.not_rendered[at]),
              .found = "it on the page",
              .visit = first_end(resolution_)});
    }
  }

  std::vector<Difference> take() { return std::move(differences_); }
  bool any() const { return !differences_.empty(); }

 private:
  void differ(const std::string& key, Difference difference) {
    const auto place = expected_.places.find(key);
    const auto whole = expected_.places.find("expect");
    if (place != expected_.places.end()) {
      difference.place = place->second;
    } else if (whole != expected_.places.end()) {
      difference.place = whole->second;
    }
    differences_.push_back(std::move(difference));
  }

  Difference word_difference(const std::string& words, std::string_view found) const {
    return {.what = "rendered",
            .expected = fmt::format("`{}`", words),
            .found = std::string(found),
            .visit = first_end(resolution_)};
  }

  std::size_t broken_visit() const {
    for (std::size_t at = 0; at < resolution_.visits.size(); ++at) {
      const Visit& visit = resolution_.visits[at];
      const bool broke = (visit.verdict && visit.verdict->kind == VerdictKind::Error) ||
                         (visit.fork_verdict && visit.fork_verdict->kind == VerdictKind::Error);
      if (broke) return at;
    }
    return no_visit;
  }

  void compare_way(const std::string& key, const std::string& what, const std::vector<std::string>& expected,
                   const std::vector<std::size_t>& way) {
    const std::vector<std::string> got = steps_of(resolution_, way);
    const auto [wanted, found] = std::mismatch(expected.begin(), expected.end(), got.begin(), got.end());
    if (wanted == expected.end() && found == got.end()) return;
    const auto same = static_cast<std::size_t>(found - got.begin());
    const std::string where = same == 0 ? what : fmt::format("{} after `{}`", what, got[same - 1]);
    const std::string item = fmt::format("{}.{}", key, same);
    differ(expected_.places.contains(item) ? item : key,
           {.what = where,
            .expected = wanted == expected.end() ? "the end" : *wanted,
            .found = found == got.end() ? "the end" : *found,
            .visit = same == 0 ? no_visit : way[same - 1]});
  }

  void compare_paths() {
    if (expected_.path)
      compare_way("path", "path", *expected_.path, way_to(resolution_, first_end(resolution_)));
    for (const auto& [subject, steps] : expected_.paths) {
      const std::string key = "paths." + subject;
      const std::string what = fmt::format("path of {}", subject);
      const std::size_t end = end_of(resolution_, subject);
      if (end != no_visit) {
        compare_way(key, what, steps, way_to(resolution_, end));
      } else {
        differ(key, {.what = what, .expected = "such a subject", .found = "none"});
      }
    }
  }

  // The visit that led to an outcome that was not expected; else the end of the walk that should have led to
  // the one that was.
  std::size_t visit_of_outcome(const Names& wanted, const Names& got) const {
    if (const ReachedOutcome* odd = find_outcome(resolution_, only_in(got, wanted));
        odd != nullptr && !only_in(got, wanted).empty()) {
      return odd->visit;
    }
    const std::size_t end = end_of(resolution_, subject_in(only_in(wanted, got)));
    return end == no_visit ? first_end(resolution_) : end;
  }

  void compare_outcomes() {
    if (!expected_.outcomes) return;
    Names reached;
    Names provisional;
    for (const ReachedOutcome& outcome : resolution_.outcomes) {
      reached.insert(name_of(outcome));
      if (outcome.provisional) provisional.insert(name_of(outcome));
    }
    compare_outcome_names("outcomes", *expected_.outcomes, reached);
    compare_outcome_names("provisional", expected_.provisional, provisional);
  }

  void compare_outcome_names(const std::string& key, const std::vector<std::string>& expected,
                             const Names& got) {
    const Names wanted(expected.begin(), expected.end());
    if (wanted == got) return;
    differ(expected_.places.contains(key) ? key : "outcomes", {.what = key,
                                                               .expected = joined(wanted),
                                                               .found = joined(got),
                                                               .visit = visit_of_outcome(wanted, got)});
  }

  void compare_open() {
    Names open;
    for (const OpenQuestion& question : resolution_.open) open.insert(name_of(question));
    if (expected_.open) {
      const Names wanted(expected_.open->begin(), expected_.open->end());
      if (wanted != open) {
        differ("open", {.what = "open",
                        .expected = joined(wanted),
                        .found = joined(open),
                        .visit = visit_of_question(wanted, open)});
      }
    }
    for (std::size_t at = 0; at < expected_.needs.size(); ++at) {
      if (is_needed(resolution_, expected_.needs[at])) continue;
      differ(fmt::format("needs.{}", at),
             {.what = "needs",
              .expected = fmt::format("an open question that names {}", expected_.needs[at]),
              .found = "none",
              .visit = first_end(resolution_)});
    }
  }

  std::size_t visit_of_question(const Names& wanted, const Names& open) const {
    const std::string odd = only_in(open, wanted);
    for (const OpenQuestion& question : resolution_.open) {
      if (name_of(question) == odd) return question.visit;
    }
    const std::string missed = only_in(wanted, open);
    for (std::size_t at = 0; at < resolution_.visits.size(); ++at) {
      const Visit& visit = resolution_.visits[at];
      if (missed == name_of(OpenQuestion{.step = visit.step, .subject = visit.subject})) return at;
    }
    return first_end(resolution_);
  }

  void compare_values(const std::string& outcome, const std::map<std::string, Value>& values) {
    const ReachedOutcome* found = find_outcome(resolution_, outcome);
    if (found == nullptr) {
      return differ("values." + outcome,
                    {.what = outcome.empty() ? "values" : fmt::format("values of {}", outcome),
                     .expected = "such an outcome",
                     .found = "none",
                     .visit = end_for(outcome)});
    }
    for (const auto& [name, value] : values) {
      const FilledValue* filled = shown_value(*found, name);
      if (filled != nullptr && filled->value == value) continue;
      differ(fmt::format("values.{}.{}", outcome, name), {.what = fmt::format("value {}", name),
                                                          .expected = to_text(value),
                                                          .found = found_words(filled, value),
                                                          .visit = found->visit});
    }
  }

  std::size_t end_for(const std::string& outcome) const {
    const std::size_t end = end_of(resolution_, subject_in(outcome));
    return end == no_visit ? first_end(resolution_) : end;
  }

  static std::string found_words(const FilledValue* filled, const Value& expected) {
    if (filled == nullptr) return "no such placeholder";
    if (filled->origin == ValueOrigin::Default) return "no value, only the author's words";
    const std::string_view kind = filled->value.index() == expected.index() ? "" : ", of another type";
    return fmt::format("{}{} (from {} {})", to_text(filled->value), kind, name_of(filled->origin),
                       filled->from);
  }

  void compare_checks() {
    for (const auto& [id, subjects] : expected_.checks) {
      const CheckResult* check = find_check(resolution_, id);
      const std::string what = fmt::format("check {}", id);
      if (check == nullptr) {
        differ("checks." + id, {.what = what, .expected = "such a check", .found = "none"});
        continue;
      }
      const std::vector<std::string> found = subjects_of(*check);
      const Names got(found.begin(), found.end());
      const Names wanted(subjects.begin(), subjects.end());
      if (got != wanted)
        differ("checks." + id, {.what = what, .expected = joined(wanted), .found = joined(got), .check = id});
    }
  }

  const Expectation& expected_;
  const Resolution& resolution_;
  std::vector<Difference> differences_ = {};
};

}  // namespace

std::string to_text(const Difference& difference) {
  return fmt::format("{}: expected {}, found {}", difference.what, difference.expected, difference.found);
}

std::vector<Difference> differences(const Scenario& scenario, const Resolution& resolution,
                                    const Pack& pack) {
  Comparison comparison(scenario.expect, resolution);
  comparison.compare();
  if (comparison.names_words()) comparison.compare_words(customer_page_text(resolution, pack));
  return comparison.take();
}

bool differs(const Scenario& scenario, const Resolution& resolution, const Pack& pack) {
  Comparison comparison(scenario.expect, resolution);
  comparison.compare();
  if (comparison.any() || !comparison.names_words()) return comparison.any();
  comparison.compare_words(customer_page_text(resolution, pack));
  return comparison.any();
}

}  // namespace tsg
