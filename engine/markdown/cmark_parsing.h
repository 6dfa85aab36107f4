// SPDX-License-Identifier: MIT
// cmark-gfm on several threads.
//
// cmark-gfm 0.29.0.gfm.6 keeps the characters that extensions react to in a global array. A parse puts those
// of its extensions in and takes them out at its end (cmark_manage_extensions_special_characters, called by
// process_inlines of blocks.c), so that two threads that parse at once would lose `~`. The shared library
// calls that function by its name, and this room's own takes its place: what was put in stays in. Where the
// library does not call it (linked statically), one thread parses at a time.
#pragma once

#include <cmark-gfm.h>

#include <mutex>

namespace tsg {

// To be held while a parser is made, fed and finished. Throws std::bad_alloc when there is no memory.
class CmarkParsing {
 public:
  CmarkParsing();

 private:
  std::unique_lock<std::mutex> turn_;  // held only where parsers cannot run side by side
};

// A parser with the extensions of an article: tables, strikethrough, task lists.
// REQUIRES: inside CmarkMemory::run, while a CmarkParsing is held
cmark_parser* new_article_parser(int options);

}  // namespace tsg
