// SPDX-License-Identifier: MIT
// Lines of a terminal: styled words wrapped to a width, with a prefix for the first line and one for the
// rest.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/text/colour.h"

namespace tsg {

// What a piece of text is; with colours each has its look, without them the words alone must do.
enum class Ink : std::uint8_t { Plain, Strong, Emphasis, Code, Quiet, Good, Waiting, Bad, Link, Struck };

struct Piece {
  std::string text = {};  // escaped for terminals; "\n" alone breaks the line
  Ink ink = Ink::Plain;
};

// A piece of outside text on one line.
Piece piece(std::string_view text, Ink ink = Ink::Plain);

struct Prefix {
  std::string first = {};
  std::string rest = {};
};
Prefix indented(std::size_t columns);

class TerminalWriter {
 public:
  // Widths under 20 count as 20.
  TerminalWriter(std::size_t width, Colour colour);

  // A paragraph: words wrapped between blanks; a word wider than the line is cut unless it is a URL.
  void paragraph(const std::vector<Piece>& pieces, const Prefix& prefix = {});
  // Pieces on one line, blanks kept.
  void line(const std::vector<Piece>& pieces, const Prefix& prefix);
  // Lines as they are, never wrapped, so that they can be copied.
  void verbatim(std::string_view text, const Prefix& prefix, Ink ink = Ink::Plain);
  // A line of `mark` as wide as the text of `above`, at most the width.
  void underline(const std::vector<Piece>& above, std::string_view mark, const Prefix& prefix = {});
  // One blank line, unless there is one or nothing yet.
  void blank();

  std::size_t width() const { return width_; }
  std::string take() { return std::move(out_); }

 private:
  struct Word;
  static std::vector<Word> words_of(const std::vector<Piece>& pieces);
  void append_inked(std::string_view text, Ink ink);
  void end_line();
  void place(const Word& word, const Prefix& prefix);
  void place_cut(const Piece& piece, const Prefix& prefix);
  void begin_line(std::string_view prefix);

  std::string out_ = {};
  std::size_t width_;
  std::size_t column_ = 0;  // of the line being written
  bool line_has_words_ = false;
  Colour colour_;
};

}  // namespace tsg
