// SPDX-License-Identifier: MIT
// What an agent hands over at the end of a walk: what was asked, what was answered and by whom, the evidence,
// where it led, what is still open. The same bytes wherever they are asked for: they hold neither the
// session's id nor the time of day.
//
//   const CaseNotes notes = {.guide = compose(resolution, pack, {.audience = Audience::Customer})};
//   std::string text = case_notes(notes, NotesFormat::Markdown);
//
// What a customer may not see is not in a guide that was composed for customers; of the rest below, the
// remarks are for agents alone and are left out of a customer's notes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/composer/composed.h"

namespace tsg {

enum class NotesFormat : std::uint8_t { Markdown, Html, Text };

// An answer in words.
struct NotedAnswer {
  std::string question = {};
  std::string subject = {};
  std::string answer = {};
  bool operator==(const NotedAnswer&) const = default;
};

struct CaseNotes {
  ComposedGuide guide = {};               // decides for whom the notes are
  std::vector<NotedAnswer> unknown = {};  // answered with "don't know"; `answer` is empty
  std::vector<NotedAnswer> dropped = {};  // given, and no longer on the way
  std::vector<std::string> remarks = {};  // the agent's own words
  bool operator==(const CaseNotes&) const = default;
};

// Markdown and text end with a line end; Html is a fragment of one <article>.
std::string case_notes(const CaseNotes& notes, NotesFormat format);

}  // namespace tsg
