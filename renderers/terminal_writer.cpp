// SPDX-License-Identifier: MIT
#include "renderers/terminal_writer.h"

#include <algorithm>

#include "renderers/display_width.h"
#include "renderers/escape_terminal.h"

namespace tsg {

namespace {

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::Plain:
      return {};
    case Ink::Strong:
      return "1";
    case Ink::Emphasis:
      return "3";
    case Ink::Code:
      return "36";
    case Ink::Quiet:
      return "2";
    case Ink::Good:
      return "1;32";
    case Ink::Waiting:
      return "1;33";
    case Ink::Bad:
      return "1;31";
    case Ink::Link:
      return "4";
    case Ink::Struck:
      return "9";
  }
  return {};
}

std::size_t width_of(const std::vector<Piece>& pieces) {
  std::size_t columns = 0;
  for (const Piece& piece : pieces) columns += display_width(piece.text);
  return columns;
}

}  // namespace

// Pieces without a blank between them, and whether a blank stood before.
struct TerminalWriter::Word {
  std::vector<Piece> pieces = {};
  bool after_blank = false;
  bool breaks_line = false;
};

Piece piece(std::string_view text, Ink ink) {
  Piece made = {.ink = ink};
  append_terminal_line(made.text, text);
  return made;
}

Prefix indented(std::size_t columns) {
  const std::string blanks(columns, ' ');
  return {blanks, blanks};
}

TerminalWriter::TerminalWriter(std::size_t width, Colour colour)
    : width_(std::max<std::size_t>(width, 20)), colour_(colour) {}

std::vector<TerminalWriter::Word> TerminalWriter::words_of(const std::vector<Piece>& pieces) {
  std::vector<Word> words;
  bool after_blank = true;
  for (const Piece& piece : pieces) {
    if (piece.text == "\n") words.push_back({.breaks_line = true});
    if (piece.text == "\n") after_blank = true;
    for (std::size_t at = 0; at < piece.text.size() && piece.text != "\n";) {
      if (piece.text[at] == ' ' || piece.text[at] == '\n') {
        after_blank = true;
        ++at;
        continue;
      }
      const std::size_t end = std::min(piece.text.find_first_of(" \n", at), piece.text.size());
      if (after_blank) words.push_back({.after_blank = true});
      words.back().pieces.push_back({piece.text.substr(at, end - at), piece.ink});
      after_blank = false;
      at = end;
    }
  }
  return words;
}

void TerminalWriter::append_inked(std::string_view text, Ink ink) {
  const std::string_view code = colour_ == Colour::Always ? code_of(ink) : std::string_view();
  if (code.empty()) {
    out_ += text;
  } else {
    out_.append("\x1b[").append(code).append("m").append(text).append("\x1b[0m");
  }
  column_ += display_width(text);
}

void TerminalWriter::end_line() {
  out_.erase(out_.find_last_not_of(' ') + 1);
  out_ += '\n';
  column_ = 0;
  line_has_words_ = false;
}

void TerminalWriter::begin_line(std::string_view prefix) {
  append_inked(prefix, Ink::Plain);
}

// A word too wide for a line of its own, cut where it must be.
void TerminalWriter::place_cut(const Piece& piece, const Prefix& prefix) {
  std::string_view rest = piece.text;
  while (!rest.empty()) {
    const std::size_t room = width_ > column_ ? width_ - column_ : 0;
    if (room == 0 && line_has_words_) {
      end_line();
      begin_line(prefix.rest);
      continue;
    }
    const std::size_t bytes = fitting_bytes(rest, std::max<std::size_t>(room, 1));
    append_inked(rest.substr(0, bytes), piece.ink);
    line_has_words_ = true;
    rest.remove_prefix(bytes);
  }
}

void TerminalWriter::place(const Word& word, const Prefix& prefix) {
  const std::size_t wide = width_of(word.pieces);
  const bool fits = column_ + (line_has_words_ ? 1 : 0) + wide <= width_;
  if (line_has_words_ && !fits) {
    end_line();
    begin_line(prefix.rest);
  }
  if (line_has_words_) append_inked(" ", Ink::Plain);
  const bool url = !word.pieces.empty() && word.pieces.front().text.find("://") != std::string::npos;
  const bool cut = column_ + wide > width_ && !url;
  for (const Piece& piece : word.pieces) {
    if (cut) {
      place_cut(piece, prefix);
    } else {
      append_inked(piece.text, piece.ink);
    }
  }
  line_has_words_ = true;
}

void TerminalWriter::paragraph(const std::vector<Piece>& pieces, const Prefix& prefix) {
  begin_line(prefix.first);
  for (const Word& word : words_of(pieces)) {
    if (word.breaks_line) {
      end_line();
      begin_line(prefix.rest);
    } else {
      place(word, prefix);
    }
  }
  end_line();
}

void TerminalWriter::line(const std::vector<Piece>& pieces, const Prefix& prefix) {
  begin_line(prefix.first);
  for (const Piece& each : pieces) append_inked(each.text, each.ink);
  end_line();
}

void TerminalWriter::verbatim(std::string_view text, const Prefix& prefix, Ink ink) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    begin_line(at == 0 ? prefix.first : prefix.rest);
    append_inked(text.substr(at, end - at), ink);
    end_line();
    at = end + 1;
  }
}

void TerminalWriter::underline(const std::vector<Piece>& above, std::string_view mark, const Prefix& prefix) {
  const std::size_t indent = display_width(prefix.rest);
  const std::size_t room = width_ > indent ? width_ - indent : 1;
  std::string line;
  for (std::size_t i = 0; i < std::min(width_of(above), room); ++i) line += mark;
  verbatim(line, {prefix.rest, prefix.rest}, Ink::Quiet);
}

void TerminalWriter::blank() {
  if (!out_.empty() && !out_.ends_with("\n\n")) out_ += '\n';
}

}  // namespace tsg
