// SPDX-License-Identifier: MIT
#include "renderers/search/document_terms.h"

#include "engine/text/utf8.h"

namespace tsg {
namespace {

constexpr char format_version = 1;

void append_number(std::string& out, std::uint32_t number) {
  for (; number >= 0x80; number >>= 7U) out.push_back(static_cast<char>((number & 0x7FU) | 0x80U));
  out.push_back(static_cast<char>(number));
}

bool take_number(std::string_view& bytes, std::uint32_t& number) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 35 && !bytes.empty(); shift += 7) {
    const std::uint64_t byte = static_cast<unsigned char>(bytes.front());
    bytes.remove_prefix(1);
    value |= (byte & 0x7FU) << shift;
    if (byte >= 0x80) continue;
    number = static_cast<std::uint32_t>(value);
    return value <= UINT32_MAX;
  }
  return false;
}

bool take_counts(std::string_view& bytes, FieldCounts& counts) {
  counts = {};
  if (bytes.empty()) return false;
  const unsigned fields = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  if (fields == 0 || fields >> search_field_count != 0) return false;
  for (std::size_t field = 0; field < search_field_count; ++field) {
    if ((fields >> field & 1U) == 0) continue;
    if (!take_number(bytes, counts[field]) || counts[field] == 0) return false;
  }
  return true;
}

bool all_entries_read(const DocumentTerms& terms) {
  TermReader reader(terms);
  for (TermCount term; reader.next(term);) {
    if (!valid_utf8(term.term)) return false;
  }
  return reader.at_end();
}

}  // namespace

void append_term(DocumentTerms& terms, const TermCount& term) {
  append_number(terms.entries, static_cast<std::uint32_t>(term.term.size()));
  terms.entries += term.term;
  unsigned fields = 0;
  for (std::size_t field = 0; field < search_field_count; ++field)
    fields |= (term.counts[field] != 0 ? 1U : 0U) << field;
  terms.entries.push_back(static_cast<char>(fields));
  for (const std::uint32_t count : term.counts) {
    if (count != 0) append_number(terms.entries, count);
  }
}

bool TermReader::next(TermCount& term) {
  std::string_view rest = rest_;
  std::uint32_t size = 0;
  if (!take_number(rest, size) || size > rest.size()) return false;
  term.term = rest.substr(0, size);
  rest.remove_prefix(size);
  if (!take_counts(rest, term.counts)) return false;
  rest_ = rest;
  return true;
}

std::string document_terms_bytes(const DocumentTerms& terms) {
  std::string bytes(1, format_version);
  for (const std::uint32_t length : terms.lengths) append_number(bytes, length);
  return bytes += terms.entries;
}

std::optional<DocumentTerms> read_document_terms(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != format_version) return std::nullopt;
  bytes.remove_prefix(1);
  DocumentTerms terms;
  for (std::uint32_t& length : terms.lengths) {
    if (!take_number(bytes, length)) return std::nullopt;
  }
  terms.entries = bytes;
  if (!all_entries_read(terms)) return std::nullopt;
  return terms;
}

}  // namespace tsg
