// SPDX-License-Identifier: MIT
#include "engine/markdown/cmark_tree.h"

#include "engine/markdown/cmark_parsing.h"

namespace tsg {

CmarkTree::CmarkTree(std::string_view markdown) {
  const CmarkParsing parsing;
  root_ = CmarkMemory::run([markdown] {
    // Without SOURCEPOS a code span over two lines would shift the lines of all that follows in its
    // paragraph.
    cmark_parser* const parser = new_article_parser(CMARK_OPT_SOURCEPOS);
    cmark_parser_feed(parser, markdown.data(), markdown.size());
    cmark_node* const root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
  });
}

CmarkIterator CmarkTree::iterator() const {
  return CmarkIterator(CmarkMemory::run([this] { return cmark_iter_new(root_); }));
}

}  // namespace tsg
