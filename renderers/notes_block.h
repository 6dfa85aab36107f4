// SPDX-License-Identifier: MIT
// Case notes before they become bytes: a flat list of blocks, whose texts nobody has escaped yet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "renderers/case_notes.h"

namespace tsg {

// Own: words of ours that mean nothing to Markdown, and are written as they are.
enum class NotesInk : std::uint8_t { Plain, Strong, Code, Own };

struct NotesPiece {
  std::string text = {};
  NotesInk ink = NotesInk::Plain;
  bool operator==(const NotesPiece&) const = default;
};

enum class NotesBlockKind : std::uint8_t {
  Title,
  Heading,
  Paragraph,
  Item,      // of a list
  Numbered,  // of a list that counts from 1 behind each heading
  Detail,    // an item below the item before it
};

struct NotesBlock {
  NotesBlockKind kind = NotesBlockKind::Paragraph;
  std::vector<NotesPiece> pieces = {};
  std::size_t number = 0;  // of Numbered
  bool operator==(const NotesBlock&) const = default;
};

std::vector<NotesBlock> notes_blocks(const CaseNotes& notes);

}  // namespace tsg
