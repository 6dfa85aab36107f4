// SPDX-License-Identifier: MIT
#include "engine/markdown/markdown_inlines.h"

#include <algorithm>

#include "engine/markdown/html_names.h"
#include "engine/markdown/html_only.h"
#include "engine/markdown/html_scan.h"
#include "engine/markdown/html_text.h"
#include "engine/markdown/keyed_text.h"
#include "engine/markdown/markdown_tree.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

bool one_line(SlotContext context) {
  return context == SlotContext::Heading || context == SlotContext::TableCell;
}

bool emphasis(cmark_node* node) {
  if (node == nullptr) return false;
  const cmark_node_type type = cmark_node_get_type(node);
  return type == CMARK_NODE_EMPH || type == CMARK_NODE_STRONG;
}

bool word_beside(cmark_node* sibling, bool at_its_end) {
  if (sibling == nullptr) return false;
  const std::string_view text = literal_of(sibling);
  if (text.empty()) return true;
  const char c = at_its_end ? text.back() : text.front();
  return ascii_alpha(c) || ascii_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

// `*`, but `_` where it touches the `*` of emphasis around and no word stands beside it.
std::string mark_of(cmark_node* node, std::size_t size) {
  const bool edge = cmark_node_previous(node) == nullptr || cmark_node_next(node) == nullptr;
  const bool free =
      !word_beside(cmark_node_previous(node), true) && !word_beside(cmark_node_next(node), false);
  const bool inner =
      emphasis(cmark_node_parent(node)) && !emphasis(cmark_node_parent(cmark_node_parent(node)));
  return std::string(size, inner && edge && free ? '_' : '*');
}

}  // namespace

void MarkdownInlines::write_children(cmark_node* parent, SlotContext context) {
  for (cmark_node* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child)) {
    write(child, context);
  }
}

void MarkdownInlines::write(cmark_node* node, SlotContext context) {
  if (is_extension_node(node, "strikethrough")) return write_marked(node, "~~", context);
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return write_text(literal_of(node), context);
  if (type == CMARK_NODE_CODE) return write_code(literal_of(node));
  if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) return write_break(node, context);
  if (type == CMARK_NODE_EMPH) return write_marked(node, mark_of(node, 1), context);
  if (type == CMARK_NODE_STRONG) return write_marked(node, mark_of(node, 2), context);
  if (type == CMARK_NODE_LINK) return write_link(node, "[", context);
  if (type == CMARK_NODE_IMAGE) return write_link(node, "![", context);
  if (type != CMARK_NODE_HTML_INLINE || is_html_only(node)) return;
  if (may_begin_html_block(node)) keep_from_beginning_a_block();
  write_html(literal_of(node), context);
}

// A tag that begins a line may begin a block of HTML, whose text Markdown would not read: it would not read
// the escapes of values in it either. Some tags always do, others when nothing but blanks stands behind them.
bool MarkdownInlines::may_begin_html_block(cmark_node* node) const {
  const std::vector<HtmlToken> tokens = scan_html(literal_of(node));
  if (tokens.empty() || tokens[0].kind == HtmlTokenKind::Text) return false;
  if (begins_html_block(tokens[0].name)) return true;
  cmark_node* const next = cmark_node_next(node);
  if (next == nullptr || cmark_node_get_type(next) != CMARK_NODE_TEXT) return true;
  bool text_behind = false;
  for_each_piece(
      literal_of(next), body_, [&](std::string_view piece) { text_behind |= !ascii_trimmed(piece).empty(); },
      [](std::size_t, ByteRange) {});
  return !text_behind;
}

void MarkdownInlines::keep_from_beginning_a_block() {
  if (lines_.position() == LinePosition::Begin) lines_.code("&#32;");
}

void MarkdownInlines::write_inline_html_block(std::string_view html) {
  const std::vector<HtmlToken> tokens = scan_html(html);
  const bool has_text = std::any_of(tokens.begin(), tokens.end(), [](const HtmlToken& token) {
    return token.kind == HtmlTokenKind::Text && !ascii_trimmed(token.source).empty();
  });
  if (has_text && tokens[0].kind != HtmlTokenKind::Text) keep_from_beginning_a_block();
  write_html(html, SlotContext::Text);
}

void MarkdownInlines::write_text(std::string_view text, SlotContext context) {
  for_each_piece(
      text, body_, [&](std::string_view piece) { lines_.text(piece); },
      [&](std::size_t cut, ByteRange) {
        if (is_marker(body_.cuts[cut].kind)) return write_marker(cut);
        lines_.slot(body_.cuts[cut], context);
      });
}

void MarkdownInlines::write_marker(std::size_t cut) {
  lines_.marker(body_.cuts[cut].kind, body_.cuts[cut].name);
}

void MarkdownInlines::write_code(std::string_view literal) {
  const std::size_t run = longest_backtick_run(literal) + 1;
  if (body_.find(literal, 0)) return write_code_with_slots(literal, run);
  const std::string fence(run, '`');
  const bool pad = literal.empty() || literal.front() == '`' || literal.back() == '`' ||
                   (literal.front() == ' ' && literal.back() == ' ' && !ascii_trimmed(literal).empty());
  lines_.code(fence + (pad ? " " : ""));
  lines_.code(literal);
  lines_.code((pad ? " " : "") + fence);
}

void MarkdownInlines::write_code_with_slots(std::string_view literal, std::size_t run) {
  const auto length = static_cast<std::uint16_t>(std::min<std::size_t>(run, UINT16_MAX));
  const OutsideMarkers outside = outside_markers(literal, body_);
  for (const std::size_t cut : outside.begins) write_marker(cut);
  lines_.fence(SlotContext::CodeSpan, length);
  lines_.code(" ");
  for_each_piece(
      literal, body_, [&](std::string_view piece) { lines_.code(piece); },
      [&](std::size_t cut, ByteRange) {
        if (outside.holds(cut)) return;
        if (is_marker(body_.cuts[cut].kind)) return write_marker(cut);
        lines_.slot(body_.cuts[cut], SlotContext::CodeSpan, length);
      });
  lines_.code(" ");
  lines_.fence(SlotContext::CodeSpan, length);
  for (const std::size_t cut : outside.ends) write_marker(cut);
}

void MarkdownInlines::write_break(cmark_node* node, SlotContext context) {
  const bool hard = cmark_node_get_type(node) == CMARK_NODE_LINEBREAK;
  if (one_line(context)) return lines_.raw(hard ? "<br />" : " ");
  if (hard) lines_.raw("\\");
  lines_.line_break();
}

void MarkdownInlines::write_marked(cmark_node* node, std::string_view mark, SlotContext context) {
  lines_.raw(mark);
  write_children(node, context);
  lines_.raw(mark);
}

void MarkdownInlines::write_link(cmark_node* node, std::string_view begin, SlotContext context) {
  lines_.raw(begin);
  write_children(node, context);
  lines_.raw("](");
  write_url(url_of(node));
  const std::string_view title = title_of(node);
  if (!title.empty()) write_title(title);
  lines_.raw(")");
}

void MarkdownInlines::write_url(std::string_view url) {
  if (!body_.find(url, 0)) return lines_.raw(escaped_destination(url));
  lines_.raw("<");
  for_each_piece(
      url, body_,
      [&](std::string_view piece) {
        const std::string escaped = escaped_destination(std::string(piece) + " ");  // always in `<` and ` >`
        lines_.code(std::string_view(escaped).substr(1, escaped.size() - 3));
      },
      [&](std::size_t cut, ByteRange range) {
        lines_.slot(body_.cuts[cut], url_context(url.substr(0, range.begin), url.substr(range.end)));
      });
  lines_.raw(">");
}

void MarkdownInlines::write_title(std::string_view title) {
  lines_.raw(" \"");
  for_each_piece(
      title, body_, [&](std::string_view piece) { lines_.code(escaped_title(piece)); },
      [&](std::size_t cut, ByteRange) { lines_.slot(body_.cuts[cut], SlotContext::Attribute); });
  lines_.raw("\"");
}

void MarkdownInlines::write_html(std::string_view html, SlotContext context) {
  const HtmlScan scan = scan_rendered_html(html, body_);
  std::size_t next = 0;
  for (const HtmlToken& token : scan_html(html)) {
    if (token.kind != HtmlTokenKind::Text && begins_html_block(token.name)) keep_from_beginning_a_block();
    for_each_piece(
        token.source, body_,
        [&](std::string_view piece) {
          if (token.kind != HtmlTokenKind::Text) return lines_.code(piece);
          const std::string text = without_entities(piece);
          for (std::size_t at = 0; at <= text.size();) {
            const std::size_t end = std::min(text.find('\n', at), text.size());
            lines_.text(std::string_view(text).substr(at, end - at));
            at = end + 1;
            if (at > text.size()) break;
            one_line(context) ? lines_.raw(" ") : lines_.line_break();
          }
        },
        [&](std::size_t cut, ByteRange) {
          const FoundCut& found = scan.cuts[next++];
          if (is_marker(body_.cuts[cut].kind)) return write_marker(cut);
          lines_.slot(body_.cuts[cut], found.in_tag ? found.context : context);
        });
  }
}

void MarkdownInlines::write_html_block(std::string_view html) {
  const HtmlScan scan = scan_rendered_html(html, body_);
  const OutsideMarkers outside = outside_markers(html, body_);
  for (const std::size_t cut : outside.begins) write_marker(cut);
  std::size_t next = 0;
  for_each_piece(
      html, body_, [&](std::string_view piece) { write_html_piece(piece); },
      [&](std::size_t cut, ByteRange) {
        const FoundCut& found = scan.cuts[next++];
        if (outside.holds(cut)) return;
        if (is_marker(body_.cuts[cut].kind)) return write_marker(cut);
        lines_.slot(body_.cuts[cut], found.in_tag ? found.context : SlotContext::Attribute);
      });
  for (const std::size_t cut : outside.ends) write_marker(cut);
}

// A blank line would end the block of HTML, so it may not stay one.
void MarkdownInlines::write_html_piece(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines_.code(text.substr(at, end - at));
    if (end == std::string_view::npos) return;
    const std::size_t next = std::min(text.find_first_not_of(" \t\r\n", end), text.size());
    for (auto breaks = std::count(text.begin() + static_cast<std::ptrdiff_t>(end),
                                  text.begin() + static_cast<std::ptrdiff_t>(next), '\n');
         breaks > 1; --breaks) {
      lines_.code("&#10;");
    }
    lines_.line_break();
    at = text.rfind('\n', next == text.size() ? next - 1 : next) + 1;
  }
}

}  // namespace tsg
