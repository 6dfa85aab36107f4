// SPDX-License-Identifier: MIT
// Cuts: the parts of a body that cmark-gfm must not see. Each is replaced by a key, a word of plain ASCII
// letters and digits that occurs nowhere in the body, and is found again by that key in whatever cmark-gfm
// makes of it.
//
//   body      at **<!--$CurrentTime-->[now]<!--/$CurrentTime--> (UTC)** <!-- a note -->
//   prepared  at **qhfkcmsza0z (UTC)** <!--qhfkcmsza1z-->
//
// A placeholder's key stands alone, so that it is a word of text to Markdown. The key of everything else
// stands in a comment, so that it is raw HTML to Markdown: on a line of its own it ends a paragraph,
// elsewhere it does not show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/model/segment.h"
#include "engine/text/place.h"

namespace tsg {

enum class CutKind : std::uint8_t {
  Placeholder,
  SectionBegin,
  SectionEnd,
  AgentBegin,
  AgentEnd,
  Comment,    // of the author, and markers that mark nothing
  Component,  // an Apollo element with all that is in it
  Forbidden,  // script, style and the like with all that is in it
};

bool is_marker(CutKind kind);  // of a section or an audience
bool is_slot(CutKind kind);    // a key that is left in what is shown: of a placeholder, or of an insight

inline constexpr std::size_t no_cut = static_cast<std::size_t>(-1);

struct Cut {
  CutKind kind = CutKind::Comment;
  std::string name = {};         // of the placeholder, section or element
  std::string text = {};         // a placeholder's default; else the source, which is what code shows
  ByteRange range = {};          // in the body
  std::size_t partner = no_cut;  // of a marker: the other end; no_cut where an audience is never closed
  std::string html = {};         // what stands for a component, not yet cleaned; empty: it is left out
  std::size_t column = 0;        // bytes between the cut and the begin of its line in the body
  // When text followed on the line that the cut begins, the text was given a line of its own: this stood
  // between.
  bool line_added = false;
  std::string added_prefix = {};    // indent and quote marks at the begin of the added line
  std::string dropped_blanks = {};  // blanks of the body that were dropped for it
};

// What a slot shows without a value: nothing, where findings of an insight would stand.
std::string default_of(const Cut& cut);

// The keys of one body.
class Keys {
 public:
  Keys() = default;
  // Finds a word for `body`. Linear; the same body gives the same word.
  explicit Keys(std::string_view body);

  std::string key(std::size_t cut) const;
  const std::string& word() const { return word_; }

  struct Found {
    ByteRange range = {};
    std::size_t cut = 0;
  };
  // The first key at or behind `from` that names one of `cuts` cuts.
  std::optional<Found> find(std::string_view text, std::size_t from, std::size_t cuts) const;

 private:
  std::string word_;
};

struct PreparedBody {
  std::string text = {};
  Keys keys = {};
  std::vector<Cut> cuts = {};
  std::vector<InsightSlot> insights = {};
  // prepared offset -> body offset, sorted; between steps both advance alike.
  std::vector<std::pair<std::size_t, std::size_t>> steps = {};

  std::optional<Keys::Found> find(std::string_view text_with_keys, std::size_t from) const {
    return keys.find(text_with_keys, from, cuts.size());
  }
  std::size_t body_offset(std::size_t prepared_offset) const;
};

}  // namespace tsg
