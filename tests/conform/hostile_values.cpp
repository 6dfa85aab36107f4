// SPDX-License-Identifier: MIT
// Kind `hostile-values FILE`: every value in every context it is dangerous in. Contexts of an article are
// tried in all places of tests/conform/places that have it, in HTML and in Markdown; the others at their
// escaper.
#include <fmt/format.h>

#include <map>

#include "engine/model/limits.h"
#include "tests/conform/kind.h"
#include "tests/conform/tally.h"
#include "tests/conform/value_checks.h"
#include "tests/conform/value_rule.h"

namespace tsg::conform {

namespace {

// Contexts that tsg writes nothing to, and why no value gets there.
struct Absent {
  std::string_view context = {};
  std::string_view why = {};
};

constexpr Absent absent_contexts[] = {
    {"filename", "no file is named by a value: output goes where -o says"},
};

constexpr std::string_view why_no_object = "a value is a string, a number, a boolean or a list of strings";

const Absent* absent(std::string_view context) {
  for (const Absent& each : absent_contexts) {
    if (each.context == context) return &each;
  }
  return nullptr;
}

struct ContextCount {
  int pairs = 0;
  int tries = 0;  // a pair is tried in several places and outputs
  int not_possible = 0;
  std::map<Harm, int> harms = {};
  int harmed(Harm harm) const {
    const auto found = harms.find(harm);
    return found == harms.end() ? 0 : found->second;
  }
};

class ValueRun {
 public:
  explicit ValueRun(const std::string& path)
      : values_(read_hostile_values(path)), places_(read_value_places()), tally_(Listing::Failures) {}

  int run() {
    try_lengths();
    for (const HostileValue& value : values_) {
      for (const std::string& context : value.contexts) try_pair(value, context);
    }
    print_counts();
    return tally_.close();
  }

 private:
  // A rule reads a string of the limit, and of a longer one nothing: never a part.
  void try_lengths() {
    tally_.begin("the length of a string that a rule reads");
    const std::string longest(limits::rule_string_bytes, 'a');
    if (rule_.read(longest).kind != VerdictKind::Answer) tally_.differ("at the limit", "answer", "none");
    const Verdict longer = rule_.read(longest + "a");
    if (longer.kind != VerdictKind::Unknown || longer.needs.empty() || longer.needs.front().path != "host")
      tally_.differ("over the limit", "unknown: host", name_of(longer.kind));
    tally_.end();
  }

  void try_pair(const HostileValue& value, const std::string& context) {
    tally_.begin(fmt::format("{} in {}", value.id, context));
    ContextCount& count = counts_[context];
    ++count.pairs;
    if (absent(context) != nullptr || (!value.value && context != "json")) {
      ++count.not_possible;
    } else if (!try_plain(value, context, count) && !try_places(value, context, count)) {
      tally_.differ("context", "one that is known", context);
    }
    tally_.end();
  }

  bool try_plain(const HostileValue& value, const std::string& context, ContextCount& count) {
    if (context == "json") return note(check_in_json(value.json), "json", count);
    if (context == "terminal") return note(check_on_terminal(*value.value), context, count);
    if (context == "log") return note(check_in_log(*value.value), context, count);
    if (context == "csv") return note(check_in_csv(*value.value), context, count);
    if (context == "lua_string") return note(check_in_rule(*value.value), context, count);
    return false;
  }

  bool try_places(const HostileValue& value, const std::string& context, ContextCount& count) {
    bool known = false;
    for (const ValuePlace& place : places_) {
      if (place.context != context) continue;
      known = true;
      note(check_in_html(place, *value.value), place.name, count);
      note(check_in_markdown(place, *value.value), place.name + ", Markdown", count);
    }
    return known;
  }

  std::optional<Problem> check_in_rule(const Value& value) {
    const std::string text = to_text(value);
    const Verdict verdict = rule_.read(text);
    if (text.size() > limits::rule_string_bytes && verdict.kind == VerdictKind::Unknown) return std::nullopt;
    const NamedValue* size = find_value(verdict.values, "Size");
    const NamedValue* got = find_value(verdict.values, "Text");
    if (size == nullptr || got == nullptr) return Problem{Harm::OtherText, verdict.message};
    const bool same =
        size->value == Value(static_cast<std::int64_t>(text.size())) && got->value == Value(text);
    if (!same) return Problem{Harm::OtherText, "the rule reads " + to_text(got->value)};
    return std::nullopt;
  }

  bool note(const std::optional<Problem>& problem, const std::string& where, ContextCount& count) {
    ++count.tries;
    if (problem) {
      ++count.harms[problem->harm];
      tally_.differ(where, "no harm", problem->text);
    }
    return true;
  }

  void print_counts() const {
    int active = 0;
    int changes = 0;
    int texts = 0;
    for (const auto& [context, count] : counts_) {
      fmt::print("{}: {} pairs, {} tries, {} active, {} tree changes, {} other texts\n", context, count.pairs,
                 count.tries, count.harmed(Harm::Active), count.harmed(Harm::TreeChange),
                 count.harmed(Harm::OtherText));
      active += count.harmed(Harm::Active);
      changes += count.harmed(Harm::TreeChange);
      texts += count.harmed(Harm::OtherText);
      if (count.not_possible == 0) continue;
      const Absent* known = absent(context);
      fmt::print("  absent: {} of them: {}\n", count.not_possible,
                 known != nullptr ? known->why : why_no_object);
    }
    fmt::print("{} active, {} tree changes, {} other texts\n", active, changes, texts);
  }

  std::vector<HostileValue> values_;
  std::vector<ValuePlace> places_;
  ValueRule rule_;
  Tally tally_;
  std::map<std::string, ContextCount> counts_ = {};
};

}  // namespace

int run_hostile_values(const Arguments& arguments) {
  return ValueRun(arguments.paths.front()).run();
}

}  // namespace tsg::conform
