// SPDX-License-Identifier: MIT
#include "renderers/case_notes.h"

#include <fmt/format.h>

#include "engine/text/visible.h"
#include "renderers/escape_html.h"
#include "renderers/escape_markdown.h"
#include "renderers/notes_block.h"

namespace tsg {

namespace {

// Markdown ------------------------------------------------------------------------------------------------

std::string markdown_line(const NotesBlock& block) {
  std::string line;
  for (const NotesPiece& piece : block.pieces) {
    if (piece.ink == NotesInk::Own) line += piece.text;
    if (piece.ink == NotesInk::Code) line += markdown_code(piece.text);
    if (piece.ink == NotesInk::Plain) line += markdown(piece.text);
    if (piece.ink == NotesInk::Strong && !piece.text.empty()) line += "**" + markdown(piece.text) + "**";
  }
  return line;
}

std::string markdown_notes(const std::vector<NotesBlock>& blocks) {
  std::string out;
  NotesBlockKind before = NotesBlockKind::Title;
  const auto in_list = [](NotesBlockKind kind) {
    return kind == NotesBlockKind::Item || kind == NotesBlockKind::Numbered || kind == NotesBlockKind::Detail;
  };
  std::size_t indent = 0;
  for (const NotesBlock& block : blocks) {
    if (!out.empty() && !(in_list(before) && in_list(block.kind))) out += '\n';
    before = block.kind;
    std::string mark;
    if (block.kind == NotesBlockKind::Title) mark = "# ";
    if (block.kind == NotesBlockKind::Heading) mark = "## ";
    if (block.kind == NotesBlockKind::Item) mark = "- ";
    if (block.kind == NotesBlockKind::Numbered) mark = fmt::format("{}. ", block.number);
    if (block.kind == NotesBlockKind::Detail) mark = std::string(indent, ' ') + "- ";
    if (block.kind == NotesBlockKind::Item || block.kind == NotesBlockKind::Numbered) indent = mark.size();
    out += mark + markdown_line(block) + '\n';
  }
  return out;
}

// Text ----------------------------------------------------------------------------------------------------

std::string text_line(const NotesBlock& block) {
  std::string line;
  for (const NotesPiece& piece : block.pieces) line += visible(piece.text);
  return line;
}

std::string text_notes(const std::vector<NotesBlock>& blocks) {
  std::string out;
  for (const NotesBlock& block : blocks) {
    const std::string line = text_line(block);
    switch (block.kind) {
      case NotesBlockKind::Title:
        out += line + "\n";
        break;
      case NotesBlockKind::Heading:
        out += "\n" + line + ":\n";
        break;
      case NotesBlockKind::Paragraph:
        out += line + "\n";
        break;
      case NotesBlockKind::Item:
        out += "- " + line + "\n";
        break;
      case NotesBlockKind::Numbered:
        out += fmt::format("{}. {}\n", block.number, line);
        break;
      case NotesBlockKind::Detail:
        out += "    " + line + "\n";
        break;
    }
  }
  return out;
}

// HTML ----------------------------------------------------------------------------------------------------

std::string html_line(const NotesBlock& block) {
  std::string line;
  for (const NotesPiece& piece : block.pieces) {
    if (piece.ink == NotesInk::Code) line += "<code>" + html(piece.text) + "</code>";
    if (piece.ink == NotesInk::Strong) line += "<strong>" + html(piece.text) + "</strong>";
    if (piece.ink == NotesInk::Plain || piece.ink == NotesInk::Own) line += html(piece.text);
  }
  return line;
}

// Opens and closes the lists around what stands in them.
class HtmlNotes {
 public:
  std::string write(const std::vector<NotesBlock>& blocks) {
    out_ = "<article class=\"case-notes\">\n";
    for (const NotesBlock& block : blocks) write_block(block);
    leave_lists();
    return out_ + "</article>\n";
  }

 private:
  void write_block(const NotesBlock& block) {
    switch (block.kind) {
      case NotesBlockKind::Title:
        return element("h1", block);
      case NotesBlockKind::Heading:
        return element("h2", block);
      case NotesBlockKind::Paragraph:
        return element("p", block);
      case NotesBlockKind::Item:
        return item("ul", block);
      case NotesBlockKind::Numbered:
        return item("ol", block);
      case NotesBlockKind::Detail:
        return detail(block);
    }
  }

  void element(std::string_view name, const NotesBlock& block) {
    leave_lists();
    out_ += fmt::format("<{0}>{1}</{0}>\n", name, html_line(block));
  }

  void item(std::string_view list, const NotesBlock& block) {
    if (list_ != list) {
      leave_lists();
      list_ = list;
      out_ += fmt::format("<{}>\n", list);
    } else {
      leave_item();
    }
    out_ += "<li>" + html_line(block);
    in_item_ = true;
  }

  void detail(const NotesBlock& block) {
    if (!in_details_) out_ += "\n<ul>\n";
    in_details_ = true;
    out_ += "<li>" + html_line(block) + "</li>\n";
  }

  void leave_item() {
    if (in_details_) out_ += "</ul>\n";
    if (in_item_) out_ += "</li>\n";
    in_details_ = in_item_ = false;
  }

  void leave_lists() {
    leave_item();
    if (!list_.empty()) out_ += fmt::format("</{}>\n", list_);
    list_ = {};
  }

  std::string out_ = {};
  std::string_view list_ = {};
  bool in_item_ = false;
  bool in_details_ = false;
};

}  // namespace

std::string case_notes(const CaseNotes& notes, NotesFormat format) {
  const std::vector<NotesBlock> blocks = notes_blocks(notes);
  switch (format) {
    case NotesFormat::Markdown:
      return markdown_notes(blocks);
    case NotesFormat::Text:
      return text_notes(blocks);
    case NotesFormat::Html:
      return HtmlNotes().write(blocks);
  }
  return {};
}

}  // namespace tsg
