// SPDX-License-Identifier: MIT
#include "engine/markdown/cmark_tree.h"

#include <cmark-gfm-core-extensions.h>

namespace tsg {

namespace {

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};

std::mutex& parsing_mutex() {
  static std::mutex mutex;
  return mutex;
}

}  // namespace

CmarkParsing::CmarkParsing() : lock_(parsing_mutex()) {
  cmark_gfm_core_extensions_ensure_registered();
}

CmarkTree parse_markdown(std::string_view markdown) {
  const CmarkParsing parsing;
  // Without SOURCEPOS a code span over two lines would shift the lines of all that follows in its paragraph.
  const std::unique_ptr<cmark_parser, FreeParser> parser(cmark_parser_new(CMARK_OPT_SOURCEPOS));
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return CmarkTree(cmark_parser_finish(parser.get()));
}

}  // namespace tsg
