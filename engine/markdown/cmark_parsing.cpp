// SPDX-License-Identifier: MIT
#include "engine/markdown/cmark_parsing.h"

#include <cmark-gfm-core-extensions.h>
#include <dlfcn.h>

#include <atomic>
#include <string_view>

#include "engine/markdown/cmark_memory.h"
#include "engine/markdown/cmark_registry.h"

namespace {

using ManageCharacters = void (*)(cmark_parser*, int);

std::atomic<bool> replaced = false;      // the library called the function below
std::atomic<bool> side_by_side = false;  // the characters of an article's extensions are in, for good

ManageCharacters function_of_library() {
  static const auto function =
      reinterpret_cast<ManageCharacters>(dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters"));
  return function;
}

}  // namespace

// An embedder's own parsers come here too, and may have other extensions: what they put in stays in as well.
// Once an article's characters are in, putting them in again writes the same bytes.
extern "C" void cmark_manage_extensions_special_characters(cmark_parser* parser, int add) {
  replaced.store(true, std::memory_order_relaxed);
  if (add != 0 && function_of_library() != nullptr) function_of_library()(parser, add);
}

namespace tsg {

namespace {

std::mutex& parsing_mutex() {
  static std::mutex mutex;
  return mutex;
}

void parse_once() {
  const CmarkMemory memory;
  CmarkMemory::run([] {
    constexpr std::string_view text = "~";
    cmark_parser* const parser = new_article_parser(CMARK_OPT_DEFAULT);
    cmark_parser_feed(parser, text.data(), text.size());
    cmark_parser_finish(parser);
    cmark_parser_free(parser);
  });
}

}  // namespace

CmarkParsing::CmarkParsing() {
  if (side_by_side.load(std::memory_order_acquire)) return;
  turn_ = std::unique_lock(parsing_mutex());
  register_cmark_extensions();
  if (side_by_side.load(std::memory_order_relaxed)) return;
  parse_once();
  if (replaced.load(std::memory_order_relaxed) && function_of_library() != nullptr)
    side_by_side.store(true, std::memory_order_release);
}

cmark_parser* new_article_parser(int options) {
  cmark_parser* const parser = cmark_parser_new_with_mem(options, CmarkMemory::allocator());
  for (const char* name : {"table", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(name));
  }
  return parser;
}

}  // namespace tsg
