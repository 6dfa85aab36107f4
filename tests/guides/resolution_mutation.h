// SPDX-License-Identifier: MIT
// One random change of a resolution, and where a comparison must report it.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "engine/model/resolution.h"

namespace tsg::test {

// "steps|scope|answer", "outcomes|outcome:x|gone", "making|now", "facts|a.b", "order".
using Places = std::set<std::string>;

class ResolutionMutation {
 public:
  ResolutionMutation(Resolution& resolution, std::uint32_t seed) : resolution_(resolution), random_(seed) {}

  static constexpr std::size_t kinds = 34;
  // Nothing when there is nothing of that kind to change.
  std::optional<Places> apply(std::size_t kind) {
    switch (kind) {
      case 0:
        return of_visit("answer", [](Visit& v) { return swap_text(v.option); });
      case 1:
        return of_visit("reason", [](Visit& v) {
          v.reason += "because";
          return true;
        });
      case 2:
        return of_visit("edge", [](Visit& v) { return swap_text(v.edge); });
      case 3:
        return of_visit("leads to", [](Visit& v) { return v.target && swap_text(v.target->id); });
      case 4:
        return of_visit("provisional", [](Visit& v) {
          v.provisional = !v.provisional;
          return true;
        });
      case 5:
        return of_visit("answered by", [](Visit& v) {
          v.answered_by = v.answered_by == AnsweredBy::Rule ? AnsweredBy::Agent : AnsweredBy::Rule;
          return true;
        });
      case 6:
        return of_visit("subject new one", [](Visit& v) {
          v.subjects.push_back("new one");
          return true;
        });
      case 7:
        return of_visit("leads to", [](Visit& v) {
          const bool had = v.target.has_value();
          v.target.reset();
          return had;
        });
      case 8:
        return of_verdict("verdict", [](Verdict& v) {
          v.kind = v.kind == VerdictKind::Error ? VerdictKind::Unknown : VerdictKind::Error;
          return true;
        });
      case 9:
        return of_verdict("rule's answer", [](Verdict& v) { return swap_text(v.option); });
      case 10:
        return of_verdict("message", [](Verdict& v) {
          v.message += "!";
          return true;
        });
      case 11:
        return of_verdict("rule", [](Verdict& v) { return swap_text(v.rule); });
      case 12:
        return of_value([](NamedValue& v) { v.value = std::string("changed"); });
      case 13:
        return of_value([](NamedValue& v) {
          v.data_class = v.data_class == DataClass::Internal ? DataClass::Customer : DataClass::Internal;
        });
      case 14:
        return of_verdict("value Extra", [](Verdict& v) {
          v.values.push_back({"Extra", std::string("x")});
          return true;
        });
      case 15:
        return of_verdict("finding extra", [](Verdict& v) {
          v.findings.push_back({"extra"});
          return true;
        });
      case 16:
        return of_verdict("needs a.b", [](Verdict& v) {
          v.needs.push_back({"a.b"});
          return true;
        });
      case 17:
        return of_outcome("title", [](ReachedOutcome& o) {
          o.title += "!";
          return true;
        });
      case 18:
        return of_outcome("provisional", [](ReachedOutcome& o) {
          o.provisional = !o.provisional;
          return true;
        });
      case 19:
        return of_outcome("waits for extra", [](ReachedOutcome& o) {
          o.open_steps.push_back("extra");
          return true;
        });
      case 20:
        return of_shown(Shown::Value);
      case 21:
        return of_shown(Shown::Source);
      case 22:
        return gone(resolution_.outcomes, "outcomes", [this](const ReachedOutcome& o) { return name(o); });
      case 23:
        return gone(resolution_.open, "questions", [this](const OpenQuestion& o) { return name(o); });
      case 24:
        return gone(resolution_.checks, "checks", [](const CheckResult& c) { return c.check; });
      case 25:
        return of_question("question", [](OpenQuestion& o) {
          o.question += "!";
          return true;
        });
      case 26:
        return of_question("option extra", [](OpenQuestion& o) {
          o.options.push_back({"extra"});
          return true;
        });
      case 27:
        return of_question("wants Extra", [](OpenQuestion& o) {
          o.inputs.push_back("Extra");
          return true;
        });
      case 28:
        return of_check();
      case 29:
        resolution_.warnings.push_back("a new warning");
        return Places{"warnings|a new warning|new"};
      case 30:
        resolution_.errors.push_back("a new error");
        return Places{"errors|a new error|new"};
      case 31:
        return of_making();
      case 32:
        return of_fact();
      case 33:
        return swapped_visits();
      default:
        return std::nullopt;
    }
  }

 private:
  enum class Shown { Value, Source };

  static bool swap_text(std::string& text) {
    if (text.empty()) return false;
    text += "-changed";
    return true;
  }
  template <typename T>
  T* any(std::vector<T>& items) {
    return items.empty() ? nullptr : &items[random_() % items.size()];
  }

  std::string name(const std::string& guide, const std::string& step, const std::string& subject) const {
    const std::string place = guide == resolution_.guide ? step : guide + "#" + step;
    return subject.empty() ? place : place + "[" + subject + "]";
  }
  std::string name(const Visit& v) const { return name(v.guide, v.step, v.subject); }
  std::string name(const OpenQuestion& o) const { return name(o.guide, o.step, o.subject); }
  std::string name(const ReachedOutcome& o) const { return name(o.guide, to_text(o.target), o.subject); }

  std::optional<Places> of_visit(const std::string& line, const std::function<bool(Visit&)>& change) {
    Visit* visit = any(resolution_.visits);
    if (visit == nullptr || !change(*visit)) return std::nullopt;
    return Places{"steps|" + name(*visit) + "|" + line};
  }
  std::optional<Places> of_verdict(const std::string& line, const std::function<bool(Verdict&)>& change) {
    Visit* visit = any(resolution_.visits);
    if (visit == nullptr || !(visit->verdict || visit->fork_verdict)) return std::nullopt;
    const bool fork = !visit->verdict;
    if (!change(fork ? *visit->fork_verdict : *visit->verdict)) return std::nullopt;
    return Places{"steps|" + name(*visit) + "|" + (fork ? "subjects' " : "") + line};
  }
  std::optional<Places> of_value(const std::function<void(NamedValue&)>& change) {
    std::string line;
    const auto one = [&](Verdict& verdict) {
      NamedValue* value = any(verdict.values);
      if (value != nullptr) change(*value);
      if (value != nullptr) line = "value " + value->name;
      return value != nullptr;
    };
    std::optional<Places> places = of_verdict("", one);
    return places ? std::optional(Places{*places->begin() + line}) : std::nullopt;
  }
  std::optional<Places> of_outcome(const std::string& line,
                                   const std::function<bool(ReachedOutcome&)>& change) {
    ReachedOutcome* outcome = any(resolution_.outcomes);
    if (outcome == nullptr || !change(*outcome)) return std::nullopt;
    return Places{"outcomes|" + name(*outcome) + "|" + line};
  }
  std::optional<Places> of_shown(Shown which) {
    ReachedOutcome* outcome = any(resolution_.outcomes);
    FilledArticle* part = outcome == nullptr ? nullptr : any(outcome->parts);
    FilledValue* value = part == nullptr ? nullptr : any(part->values);
    if (value == nullptr) return std::nullopt;
    if (which == Shown::Value) value->value = std::string("changed");
    if (which == Shown::Source) value->from += "/changed";
    const std::string of = part->subject.empty() ? "" : " of " + part->subject;
    return Places{"outcomes|" + name(*outcome) + "|" + (which == Shown::Value ? "shown " : "source of ") +
                  value->placeholder + of};
  }
  std::optional<Places> of_question(const std::string& line,
                                    const std::function<bool(OpenQuestion&)>& change) {
    OpenQuestion* open = any(resolution_.open);
    if (open == nullptr || !change(*open)) return std::nullopt;
    return Places{"questions|" + name(*open) + "|" + line};
  }
  std::optional<Places> of_check() {
    CheckResult* check = any(resolution_.checks);
    if (check == nullptr) return std::nullopt;
    check->title += "!";
    return Places{"checks|" + check->check + "|title"};
  }
  template <typename T, typename Name>
  std::optional<Places> gone(std::vector<T>& items, const std::string& part, Name name_it) {
    if (items.empty()) return std::nullopt;
    const std::size_t at = random_() % items.size();
    const Places places = {part + "|" + name_it(items[at]) + "|gone"};
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(at));
    return places;
  }
  std::optional<Places> of_making() {
    struct Member {
      std::string& text;
      const char* name;
    };
    const Member members[] = {{resolution_.guide_version, "version"},
                              {resolution_.digest, "digest"},
                              {resolution_.engine_version, "engine"},
                              {resolution_.now, "now"},
                              {resolution_.guide_title, "title"}};
    const Member& member = members[random_() % 5];
    member.text += "x";
    return Places{std::string("making|") + member.name};
  }
  std::optional<Places> of_fact() {
    Visit* visit = any(resolution_.visits);
    Evidence* evidence = visit != nullptr && visit->verdict ? any(visit->verdict->evidence) : nullptr;
    if (evidence == nullptr) return std::nullopt;
    const std::string path = evidence->path;
    const auto change = [&path](std::optional<Verdict>& verdict) {
      if (!verdict) return;
      for (Evidence& each : verdict->evidence) {
        if (each.path == path) each.value += "x";
      }
    };
    for (Visit& each : resolution_.visits) {
      change(each.verdict);
      change(each.fork_verdict);
    }
    return Places{"facts|" + path};
  }
  // Two visits that stand beside each other and do not hang together.
  std::optional<Places> swapped_visits() {
    std::vector<Visit>& visits = resolution_.visits;
    for (std::size_t at = 0; at + 1 < visits.size(); ++at) {
      if (visits[at + 1].parent == at) continue;
      std::swap(visits[at], visits[at + 1]);
      const auto moved = [at](std::size_t& index) {
        if (index == at || index == at + 1) index = index == at ? at + 1 : at;
      };
      for (Visit& each : visits) moved(each.parent);
      for (ReachedOutcome& each : resolution_.outcomes) moved(each.visit);
      for (OpenQuestion& each : resolution_.open) moved(each.visit);
      return Places{"order"};
    }
    return std::nullopt;
  }

  Resolution& resolution_;
  std::mt19937 random_;
};

}  // namespace tsg::test
