// SPDX-License-Identifier: MIT
#include "renderers/list_items.h"

#include <algorithm>
#include <utility>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

using Entries = std::vector<std::string>;

// What stands around the slot of an item: `<li>` and `</li>`, or a line's `- ` and its end.
struct ItemMarks {
  std::string_view before = {};
  std::string_view after = {};
};

constexpr ItemMarks html_marks = {"<li>", "</li>"};

bool blank_or_quote(char c) {
  return c == ' ' || c == '\t' || c == '>';
}

// The last line of `text`, when it is nothing but the begin of a list item.
std::string_view item_begin(std::string_view text) {
  const std::size_t line_end = text.rfind('\n');
  const std::string_view line = text.substr(line_end == std::string_view::npos ? 0 : line_end + 1);
  std::size_t at = 0;
  while (at < line.size() && blank_or_quote(line[at])) ++at;
  const std::size_t marker = at;
  while (at < line.size() && ascii_digit(line[at])) ++at;
  const bool numbered = at > marker && at < line.size() && (line[at] == '.' || line[at] == ')');
  const bool bullet =
      at == marker && at < line.size() && (line[at] == '-' || line[at] == '*' || line[at] == '+');
  if (!numbered && !bullet) return {};
  const bool rest_blank = std::all_of(line.begin() + static_cast<std::ptrdiff_t>(at) + 1, line.end(),
                                      [](char c) { return c == ' '; });
  return rest_blank && at + 1 < line.size() ? line : std::string_view();
}

const Segment* literal_at(const Segments& segments, std::size_t at) {
  if (at >= segments.size()) return nullptr;
  const Segment& segment = segments[at];
  return segment.kind == SegmentKind::Literal && segment.run == 0 ? &segment : nullptr;
}

std::optional<ItemMarks> marks_around(const Segments& segments, std::size_t slot) {
  const Segment* before = slot == 0 ? nullptr : literal_at(segments, slot - 1);
  const Segment* after = literal_at(segments, slot + 1);
  if (before == nullptr) return std::nullopt;
  if (after != nullptr && before->text.ends_with(html_marks.before) &&
      after->text.starts_with(html_marks.after)) {
    return html_marks;
  }
  const std::string_view begin = item_begin(before->text);
  const bool line_ends = slot + 1 == segments.size() || (after != nullptr && after->text.starts_with('\n'));
  if (begin.empty() || !line_ends || segments[slot].context != SlotContext::Text) return std::nullopt;
  return ItemMarks{begin, "\n"};
}

// How much of the literal behind a slot goes with an item that is not shown: to the end of its line.
std::size_t bytes_behind(const Segments& segments, std::size_t slot, const ItemMarks& marks) {
  const Segment* after = literal_at(segments, slot + 1);
  if (after == nullptr) return 0;
  const bool ends_line = marks.after != "\n" && after->text.substr(marks.after.size(), 1) == "\n";
  return marks.after.size() + (ends_line ? 1 : 0);
}

class Expansion {
 public:
  Expansion(const CompiledArticle& article, const FilledArticle& filled)
      : source_(article), filled_(filled), out_{article, filled} {}

  std::optional<ExpandedArticle> run() {
    out_.article.html = expanded(source_.html);
    out_.article.markdown = expanded(source_.markdown);
    expand_blocks();
    if (!changed_) return std::nullopt;
    return std::move(out_);
  }

 private:
  const Entries* entries_of(std::uint32_t placeholder) const {
    if (placeholder >= filled_.values.size()) return nullptr;
    return std::get_if<Entries>(&filled_.values[placeholder].value);
  }

  // A placeholder of its own for one entry.
  std::uint32_t placeholder_for(std::uint32_t of, const std::string& entry) {
    out_.article.placeholders.push_back(source_.placeholders[of]);
    FilledValue value = filled_.values[of];
    value.value = entry;
    out_.filled.values.push_back(std::move(value));
    return static_cast<std::uint32_t>(out_.article.placeholders.size() - 1);
  }

  Segments expanded(const Segments& segments) {
    Segments out;
    out.reserve(segments.size());
    std::size_t dropped = 0;  // bytes of the next literal that go with an item that is not shown
    for (std::size_t at = 0; at < segments.size(); ++at) {
      const Segment& segment = segments[at];
      const Entries* entries = segment.kind == SegmentKind::Slot ? entries_of(segment.placeholder) : nullptr;
      const auto marks = entries == nullptr ? std::nullopt : marks_around(segments, at);
      if (!marks) {
        out.push_back(segment);
        out.back().text.erase(0, std::exchange(dropped, 0));
        continue;
      }
      changed_ = true;
      if (entries->empty()) {
        out.back().text.resize(out.back().text.size() - marks->before.size());
        dropped = bytes_behind(segments, at, *marks);
      }
      add_items(out, segment, *marks, *entries);
    }
    return out;
  }

  void add_items(Segments& out, const Segment& slot, const ItemMarks& marks, const Entries& entries) {
    const std::string between = std::string(marks.after) + (marks.before == html_marks.before ? "\n" : "") +
                                std::string(marks.before);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i > 0) out.push_back({.text = between});
      out.push_back(slot);
      out.back().placeholder = placeholder_for(slot.placeholder, entries[i]);
    }
  }

  void expand_blocks() {
    std::vector<Block> blocks;
    blocks.reserve(source_.blocks.size());
    for (const Block& block : source_.blocks) {
      const bool item =
          block.kind == BlockKind::ListItem && block.spans.size() == 1 && block.spans[0].is_slot;
      const Entries* entries = item ? entries_of(block.spans[0].placeholder) : nullptr;
      if (entries == nullptr) {
        blocks.push_back(block);
        continue;
      }
      changed_ = true;
      for (const std::string& entry : *entries) {
        blocks.push_back(block);
        blocks.back().spans[0].placeholder = placeholder_for(block.spans[0].placeholder, entry);
      }
    }
    out_.article.blocks = std::move(blocks);
  }

  const CompiledArticle& source_;
  const FilledArticle& filled_;
  ExpandedArticle out_;
  bool changed_ = false;
};

}  // namespace

std::optional<ExpandedArticle> with_list_items(const CompiledArticle& article, const FilledArticle& filled) {
  const bool any = std::any_of(filled.values.begin(), filled.values.end(), [](const FilledValue& value) {
    return std::holds_alternative<Entries>(value.value);
  });
  if (!any) return std::nullopt;
  return Expansion(article, filled).run();
}

}  // namespace tsg
