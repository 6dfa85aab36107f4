// SPDX-License-Identifier: MIT
// DocumentTerms: the terms of one page and how often each field has them. All that an index needs of a page,
// so an incremental build keeps these bytes and does not read the page again.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "renderers/search/search_document.h"

namespace tsg {

using FieldCounts = std::array<std::uint32_t, search_field_count>;

struct DocumentTerms {
  FieldCounts lengths = {};  // words a field, stop words left out
  // One term after the other, in the order they first stand in the page: the term's size, its bytes, a byte
  // with a bit for each field that has it, a count for each of those. Numbers are in LEB128.
  std::string entries = {};
  bool operator==(const DocumentTerms&) const = default;
};

struct TermCount {
  std::string_view term = {};
  FieldCounts counts = {};
};

void append_term(DocumentTerms& terms, const TermCount& term);

// Reads the entries of a DocumentTerms, which must outlive it.
class TermReader {
 public:
  explicit TermReader(const DocumentTerms& terms) : rest_(terms.entries) {}
  // False at the end, and at bytes that are no entry.
  bool next(TermCount& term);
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

std::string document_terms_bytes(const DocumentTerms& terms);
// Nothing when the bytes are not such as document_terms_bytes writes (a cache that was cut off or is of
// another version).
std::optional<DocumentTerms> read_document_terms(std::string_view bytes);

}  // namespace tsg
