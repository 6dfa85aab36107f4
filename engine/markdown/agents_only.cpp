// SPDX-License-Identifier: MIT
#include "engine/markdown/agents_only.h"

namespace tsg {

namespace {

void wrap(Segments& segments) {
  std::erase_if(segments, [](const Segment& segment) {
    return segment.kind == SegmentKind::AgentBegin || segment.kind == SegmentKind::AgentEnd;
  });
  segments.insert(segments.begin(), {.kind = SegmentKind::AgentBegin});
  segments.push_back({.kind = SegmentKind::AgentEnd});
}

void wrap(std::vector<Block>& blocks) {
  std::erase_if(blocks, [](const Block& block) {
    return block.kind == BlockKind::AgentBegin || block.kind == BlockKind::AgentEnd;
  });
  blocks.insert(blocks.begin(), {.kind = BlockKind::AgentBegin});
  blocks.push_back({.kind = BlockKind::AgentEnd});
}

}  // namespace

void show_to_agents_only(CompiledArticle& article) {
  wrap(article.html);
  wrap(article.markdown);
  wrap(article.blocks);
}

}  // namespace tsg
