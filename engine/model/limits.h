// SPDX-License-Identifier: MIT
// Every bound on hostile or careless input, in one place. docs/limits.md lists them for readers.
#pragma once

#include <cstddef>
#include <cstdint>

namespace tsg::limits {

inline constexpr std::size_t article_bytes = 1U << 20U;
inline constexpr std::size_t yaml_header_bytes = 16U << 10U;
inline constexpr std::size_t json_body_depth = 64;       // of an article's JSON body
inline constexpr std::size_t json_body_values = 100000;  // of one: objects, lists, texts, numbers, words
inline constexpr std::size_t components = 1000;          // insights, videos and the like of one article
inline constexpr std::size_t component_members = 64;     // of one of them
inline constexpr std::size_t visibility_depth = 32;      // parentheses inside each other
inline constexpr std::size_t visibility_terms = 1000;    // of one expression
inline constexpr std::size_t toml_bytes = 1U << 20U;
inline constexpr std::size_t toml_key_dots = 32;
inline constexpr std::size_t catalogue_nodes = 20000;  // of one catalogue: paths and what stands above them
inline constexpr std::size_t rule_bytes = 256U << 10U;
inline constexpr std::size_t facts_bytes = 64U << 20U;
inline constexpr std::size_t facts_depth = 64;
inline constexpr std::size_t facts_cells =
    1U << 24U;  // of one subject: a list of `{}` is small, its rows are not
inline constexpr std::size_t include_depth = 16;
inline constexpr std::size_t include_bytes = 4U << 20U;
inline constexpr std::size_t include_files = 1000;
inline constexpr std::size_t pack_files = 100000;

inline constexpr std::size_t markdown_bytes = 256U << 10U;
inline constexpr std::size_t markdown_depth = 64;     // containers and inline markup inside each other
inline constexpr std::size_t container_markers = 64;  // of one line: quotes and list items inside each other
inline constexpr std::size_t table_search_steps = 16U << 20U;  // of cmark-gfm looking for tables: about 20 ms
inline constexpr std::size_t table_columns = 64;
inline constexpr std::size_t table_cells = 20000;
// For every `]` cmark may look at all brackets opened before it in the paragraph: the sum of those looks.
inline constexpr std::size_t bracket_looks = 50000000;
inline constexpr std::size_t reference_expansion_bytes = 1U << 20U;
inline constexpr std::size_t rendered_bytes = 8U << 20U;

inline constexpr std::size_t rule_string_bytes = 64U << 10U;  // a longer fact reads as Unknown, never cut
// Facts that rules read as tables kept from document to document: a longer string, or a document with more
// cells, is read piece by piece instead, with the same answers.
inline constexpr std::size_t pooled_string_bytes = 128;
inline constexpr std::size_t pooled_cells = 16384;
inline constexpr std::size_t lua_heap_bytes = 16U << 20U;
inline constexpr std::int64_t rule_milliseconds = 200;
inline constexpr std::size_t result_depth = 32;
inline constexpr std::size_t result_nodes = 10000;
inline constexpr std::size_t result_bytes = 256U << 10U;
inline constexpr std::size_t shown_value_bytes = 64U
                                                 << 10U;  // of one value where it is shown; cut with a mark
inline constexpr std::size_t evidence_bytes = 200;
inline constexpr std::size_t evidence_entries = 2000;

inline constexpr std::size_t subjects = 10000;      // of one fork
inline constexpr std::size_t walk_visits = 100000;  // of one resolution
inline constexpr std::size_t guide_jumps = 16;
inline constexpr std::size_t subject_bytes = 4096;  // of a subject with those of the forks around it
inline constexpr std::size_t resolution_bytes = 128U << 20U;  // of one resolution, in memory
inline constexpr std::size_t resolution_json_bytes =
    512U << 20U;  // of one read back: escapes and indentation take room

}  // namespace tsg::limits
