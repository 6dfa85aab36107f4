// SPDX-License-Identifier: MIT
// Journals made by chance: few words, so that they meet often.
#pragma once

#include <fmt/format.h>

#include <random>
#include <string>
#include <vector>

#include "tools/sessions/session_head.h"

namespace tsg {

class RandomJournals {
 public:
  explicit RandomJournals(unsigned seed) : random_(seed) {}

  NewSession session() {
    return {.guide = word({"gateway", "printer"}),
            .guide_version = "1.0.0",
            .digest = "d",
            .label = word({"", "Case 1", "case <2>", "\xC3\x84rger"}),
            .now = "",
            .at = moment()};
  }
  SessionSummary summary() {
    SessionSummary summary;
    summary.state = chance(2) ? SessionState::Ended : SessionState::Open;
    for (std::size_t i = below(3); i > 0; --i) summary.outcomes.push_back(word({"outcome:a", "outcome:b"}));
    for (std::size_t i = below(3); i > 0; --i) summary.open_steps.push_back(word({"s1", "s2[x]", "s2[y]"}));
    return summary;
  }
  std::vector<SessionEvent> events() {
    std::vector<SessionEvent> events(below(12));
    for (SessionEvent& event : events) event = one();
    return events;
  }

 private:
  SessionEvent one() {
    SessionEvent event;
    event.at = moment();
    event.kind = static_cast<SessionEventKind>(below(7));
    if (event.kind == SessionEventKind::FactsGiven) {
      event.facts = {{"g", word({"{ \"a\":\n [1] }", "null"})}, {"h\"", "\"\\u00e4\""}};
    } else if (event.kind == SessionEventKind::InputGiven) {
      event.name = "Pool";
      event.value = word({"1", "\"a b\"", "[ ]"});
    } else if (event.kind == SessionEventKind::Rated) {
      event.step = word({"s1", "outcome:a", "outcome:b"});
      event.option = word({"helped", "not", "meh"});
      event.text = word({"", "thanks\n"});
    } else if (event.kind == SessionEventKind::Noted) {
      event.text = "a \"note\"";
    } else if (event.kind != SessionEventKind::Undone || chance(4)) {
      event.step = word({"s1", "s2", "s3"});
    }
    if (event.kind == SessionEventKind::Answered) {
      event.option = word({"yes", "no"});
      event.reason = word({"", "", "saw it"});
    }
    return event;
  }
  std::string moment() { return fmt::format("2026-11-{:02}T12:00:{:02}Z", 1 + below(20), below(60)); }
  std::size_t below(std::size_t count) { return random_() % count; }
  bool chance(std::size_t of) { return below(of) == 0; }
  std::string word(const std::vector<std::string>& words) { return words[below(words.size())]; }

  std::mt19937 random_;
};

}  // namespace tsg
