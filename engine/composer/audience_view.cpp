// SPDX-License-Identifier: MIT
#include "engine/composer/audience_view.h"

#include <string_view>

#include "engine/text/ascii.h"

namespace tsg {

namespace {

constexpr std::string_view issue_description = "issueDescription";

// Follows the marks of an article and says of what lies between them whether the audience may read it.
class Gate {
 public:
  Gate(Audience audience, Extent extent) : audience_(audience), extent_(extent) {}

  void begin_agent() { ++agents_; }
  void end_agent() { agents_ -= agents_ > 0 ? 1U : 0U; }
  void begin_section(std::string_view name) { sections_ += counts(name) ? 1U : 0U; }
  void end_section(std::string_view name) { sections_ -= counts(name) && sections_ > 0 ? 1U : 0U; }

  bool open() const {
    if (audience_ == Audience::Agent) return true;
    return agents_ == 0 && (extent_ == Extent::Whole || sections_ > 0);
  }

 private:
  static bool counts(std::string_view name) { return name == issue_description; }

  Audience audience_;
  Extent extent_;
  std::size_t agents_ = 0;
  std::size_t sections_ = 0;
};

Segments view_of(const Segments& segments, Gate gate) {
  Segments view;
  for (const Segment& segment : segments) {
    switch (segment.kind) {
      case SegmentKind::AgentBegin:
        gate.begin_agent();
        break;
      case SegmentKind::AgentEnd:
        gate.end_agent();
        break;
      case SegmentKind::SectionBegin:
        gate.begin_section(segment.text);
        break;
      case SegmentKind::SectionEnd:
        gate.end_section(segment.text);
        break;
      case SegmentKind::Literal:
      case SegmentKind::Slot:
        if (gate.open()) view.push_back(segment);
        break;
    }
  }
  return view;
}

std::vector<Block> view_of(const std::vector<Block>& blocks, Gate gate) {
  std::vector<Block> view;
  for (const Block& block : blocks) {
    switch (block.kind) {
      case BlockKind::AgentBegin:
        gate.begin_agent();
        break;
      case BlockKind::AgentEnd:
        gate.end_agent();
        break;
      case BlockKind::SectionBegin:
        gate.begin_section(block.marker);
        break;
      case BlockKind::SectionEnd:
        gate.end_section(block.marker);
        break;
      case BlockKind::Paragraph:
      case BlockKind::Heading:
      case BlockKind::ListItem:
      case BlockKind::Code:
      case BlockKind::Quote:
      case BlockKind::Alert:
      case BlockKind::TableRow:
      case BlockKind::Rule:
        if (gate.open()) view.push_back(block);
        break;
    }
  }
  return view;
}

}  // namespace

Extent customers_extent(const Article& article) {
  return equal_ignoring_case(ascii_trimmed(article.type()), "TSG_Content") ? Extent::IssueDescription
                                                                           : Extent::Whole;
}

CompiledArticle audience_view(const CompiledArticle& article, Audience audience, Extent extent) {
  const Gate gate(audience, extent);
  return {.placeholders = article.placeholders,
          .html = view_of(article.html, gate),
          .markdown = view_of(article.markdown, gate),
          .blocks = view_of(article.blocks, gate)};
}

}  // namespace tsg
