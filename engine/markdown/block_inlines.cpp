// SPDX-License-Identifier: MIT
#include "engine/markdown/block_inlines.h"

#include <algorithm>
#include <array>
#include <utility>

#include "engine/markdown/html_names.h"
#include "engine/markdown/html_only.h"
#include "engine/markdown/html_text.h"
#include "engine/markdown/keyed_text.h"
#include "engine/markdown/markdown_tree.h"
#include "engine/text/ascii.h"

namespace tsg {

namespace {

struct TagStyle {
  std::string_view name = {};
  SpanStyle style = SpanStyle::Plain;
};

constexpr std::array<TagStyle, 12> tag_styles = {{{"a", SpanStyle::Link},
                                                  {"b", SpanStyle::Strong},
                                                  {"code", SpanStyle::Code},
                                                  {"del", SpanStyle::Struck},
                                                  {"em", SpanStyle::Emphasis},
                                                  {"i", SpanStyle::Emphasis},
                                                  {"kbd", SpanStyle::Code},
                                                  {"s", SpanStyle::Struck},
                                                  {"samp", SpanStyle::Code},
                                                  {"strike", SpanStyle::Struck},
                                                  {"strong", SpanStyle::Strong},
                                                  {"u", SpanStyle::Emphasis}}};

SpanStyle style_of(std::string_view name) {
  for (const TagStyle& entry : tag_styles) {
    if (entry.name == name) return entry.style;
  }
  return SpanStyle::Plain;
}

std::string value_of(const HtmlToken& tag, std::string_view name) {
  for (const HtmlAttribute& attribute : tag.attributes) {
    if (attribute.name == name) return without_entities(attribute.value);
  }
  return {};
}

bool table_part(std::string_view name) {
  return name == "td" || name == "th" || name == "tbody" || name == "thead" || name == "tfoot";
}

bool is_heading(std::string_view name) {
  return name.size() == 2 && name[0] == 'h' && ascii_digit(name[1]);
}

std::string with_single_blanks(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = ascii_space(c);
    if (!space || out.empty() || out.back() != ' ') out += space ? ' ' : c;
  }
  return out;
}

}  // namespace

void BlockInlines::write_children(cmark_node* parent) {
  for (cmark_node* child = cmark_node_first_child(parent); child != nullptr; child = cmark_node_next(child)) {
    write(child);
  }
}

void BlockInlines::write(cmark_node* node) {
  if (is_extension_node(node, "strikethrough")) return write_styled(node, inside(SpanStyle::Struck));
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_TEXT) return write_text(literal_of(node));
  if (type == CMARK_NODE_SOFTBREAK) return blocks_.text(" ", look());
  if (type == CMARK_NODE_LINEBREAK) return write_break();
  if (type == CMARK_NODE_EMPH) return write_styled(node, inside(SpanStyle::Emphasis));
  if (type == CMARK_NODE_STRONG) return write_styled(node, inside(SpanStyle::Strong));
  if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) return write_link(node);
  if (type == CMARK_NODE_HTML_INLINE && !is_html_only(node)) return write_html(literal_of(node), {});
  if (type != CMARK_NODE_CODE) return;
  looks_.push_back({"", inside(SpanStyle::Code)});
  write_text(literal_of(node));
  looks_.pop_back();
}

SpanLook BlockInlines::inside(SpanStyle style) const {
  const SpanLook around = look();
  return around.style == SpanStyle::Link ? around : SpanLook{style, ""};
}

void BlockInlines::write_styled(cmark_node* node, SpanLook inner) {
  looks_.push_back({"", std::move(inner)});
  write_children(node);
  looks_.pop_back();
}

void BlockInlines::write_link(cmark_node* node) {
  write_styled(node, {SpanStyle::Link, shown_url(url_of(node))});
}

// An address with a slot is not shown: with the default in it, it would be a wrong one.
std::string BlockInlines::shown_url(std::string_view url) const {
  return body_.find(url, 0) ? std::string() : std::string(url);
}

void BlockInlines::write_text(std::string_view text) {
  for_each_piece(
      text, body_, [&](std::string_view piece) { blocks_.text(piece, look()); },
      [&](std::size_t cut, ByteRange) { write_cut(cut); });
}

void BlockInlines::write_cut(std::size_t cut) {
  const Cut& found = body_.cuts[cut];
  if (is_marker(found.kind)) return blocks_.marker(found.kind, found.name);
  blocks_.slot(found, look());
}

void BlockInlines::write_break() {
  if (blocks_.kind() == BlockKind::TableRow) return blocks_.text(" ", look());
  blocks_.line_break();
}

void BlockInlines::write_lines(std::string_view text) {
  looks_.push_back({"", inside(SpanStyle::Code)});
  for_each_piece(
      text, body_,
      [&](std::string_view piece) {
        for (std::size_t at = 0;;) {
          const std::size_t end = piece.find('\n', at);
          blocks_.text(piece.substr(at, end - at), look());
          if (end == std::string_view::npos) break;
          blocks_.line_break();
          at = end + 1;
        }
      },
      [&](std::size_t cut, ByteRange) { write_cut(cut); });
  looks_.pop_back();
}

void BlockInlines::write_html(std::string_view html, const Block& fallback) {
  for (const HtmlToken& token : scan_html(html)) {
    if (token.kind == HtmlTokenKind::Text) {
      write_html_text(token.source, fallback);
    } else {
      write_tag(token, fallback);
    }
  }
}

void BlockInlines::write_html_text(std::string_view text, const Block& fallback) {
  for_each_piece(
      text, body_,
      [&](std::string_view piece) {
        const std::string plain = without_entities(piece);
        // HTML takes no notice of a line break right behind `<pre>`.
        const bool skip = blocks_.empty() && plain.starts_with('\n');
        if (preformatted_ > 0 && blocks_.open())
          return write_lines(std::string_view(plain).substr(skip ? 1 : 0));
        if (!blocks_.open() && ascii_trimmed(plain).empty()) return;
        blocks_.begin_if_none(fallback);
        blocks_.text(with_single_blanks(plain), look());
      },
      [&](std::size_t cut, ByteRange) {
        if (!is_marker(body_.cuts[cut].kind)) blocks_.begin_if_none(fallback);
        write_cut(cut);
      });
}

void BlockInlines::write_tag(const HtmlToken& token, const Block& fallback) {
  if (token.kind == HtmlTokenKind::OpenTag) return open_tag(token, fallback);
  close_tag(token.name);
}

void BlockInlines::open_tag(const HtmlToken& token, const Block& fallback) {
  if (token.name == "br" || token.name == "wbr") {
    if (blocks_.open() && token.name == "br") write_break();
    return;
  }
  if (token.name == "img") {
    blocks_.begin_if_none(fallback);
    return blocks_.text(value_of(token, "alt"), {SpanStyle::Link, shown_url(value_of(token, "src"))});
  }
  if (begins_html_block(token.name) || token.name == "pre") open_block(token.name, fallback);
  if (use_of_element(token.name) == ElementUse::Void) return;
  const SpanStyle style = style_of(token.name);
  SpanLook inner = style == SpanStyle::Plain ? look() : inside(style);
  if (style == SpanStyle::Link) inner = {style, shown_url(value_of(token, "href"))};
  looks_.push_back({token.name, std::move(inner)});
}

void BlockInlines::open_block(const std::string& name, const Block& fallback) {
  if (table_part(name)) {
    const bool cell = name == "td" || name == "th";
    if (!cell || !blocks_.open() || blocks_.kind() != BlockKind::TableRow) return;
    if (!std::exchange(first_cell_, false)) blocks_.cell_break();
    return;
  }
  if (blocks_.open() && blocks_.kind() == BlockKind::TableRow && name != "tr") return;
  blocks_.end();
  first_cell_ = true;
  Block block = fallback;
  if (name == "ul" || name == "ol") ++list_depth_;
  if (name == "pre") ++preformatted_;
  if (name == "hr") {
    block.kind = BlockKind::Rule;
  } else if (name == "li") {
    block = {.kind = BlockKind::ListItem,
             .level = std::max<std::uint16_t>(list_depth_, 1),
             .indent = fallback.indent,
             .marker = "-"};
  } else if (name == "tr") {
    block = {.kind = BlockKind::TableRow, .indent = fallback.indent};
  } else if (name == "pre") {
    block.kind = BlockKind::Code;
  } else if (is_heading(name)) {
    block = {.kind = BlockKind::Heading,
             .level = static_cast<std::uint16_t>(name[1] - '0'),
             .indent = fallback.indent};
  } else {
    return;
  }
  blocks_.begin(std::move(block));
  if (name == "hr") blocks_.end();
}

void BlockInlines::close_tag(const std::string& name) {
  if ((name == "ul" || name == "ol") && list_depth_ > 0) --list_depth_;
  if (name == "pre" && preformatted_ > 0) {
    --preformatted_;
    if (blocks_.open()) blocks_.drop_last_break();
  }
  const bool block = begins_html_block(name) || name == "pre";
  const bool in_row =
      blocks_.open() && blocks_.kind() == BlockKind::TableRow && name != "tr" && name != "table";
  if (block && !in_row) blocks_.end();
  if (!looks_.empty() && looks_.back().tag == name) looks_.pop_back();
}

}  // namespace tsg
