// SPDX-License-Identifier: MIT
#include "renderers/search/document_terms.h"

#include <catch2/catch.hpp>
#include <string>

#include "renderers/search/term_counter.h"

namespace {

const tsg::SearchDocument page = {.title = "Gateway \xE2\x80\x94 gateways",
                                  .headings = "Probes",
                                  .summary = "na\xC3\xAFve na\xC3\xAFve",
                                  .text = std::string(300, 'x') + " port 443, port 80; the gateway"};

std::string shown(const tsg::DocumentTerms& terms) {
  std::string out;
  tsg::TermReader reader(terms);
  for (tsg::TermCount term; reader.next(term);) {
    out += term.term;
    for (const auto count : term.counts) out += ' ' + std::to_string(count);
    out += '\n';
  }
  return out;
}

}  // namespace

TEST_CASE("terms are counted in each field, in the order they stand") {
  const auto terms = tsg::count_terms(page, tsg::SearchLanguage::English);
  CHECK(shown(terms) ==
        "gateway 2 0 0 1\nprobe 0 1 0 0\nna\xC3\xAFv 0 0 2 0\nport 0 0 0 2\n443 0 0 0 1\n80 0 0 0 1\n");
}

TEST_CASE("a field is as long as its words, the empty one too, without stop words and endless ones") {
  const auto terms = tsg::count_terms(page, tsg::SearchLanguage::English);
  CHECK(terms.lengths == tsg::FieldCounts{3, 1, 2, 5});
}

TEST_CASE("terms are read back from their bytes") {
  for (const auto language : {tsg::SearchLanguage::English, tsg::SearchLanguage::Other}) {
    const auto terms = tsg::count_terms(page, language);
    CHECK(tsg::read_document_terms(tsg::document_terms_bytes(terms)) == terms);
  }
  CHECK(tsg::read_document_terms(tsg::document_terms_bytes({})) == tsg::DocumentTerms{});
}

TEST_CASE("a large count is read back") {
  tsg::DocumentTerms terms = {.lengths = {0xFFFFFFFF, 0x80, 0x7F, 0}};
  tsg::append_term(terms, {.term = "gateway", .counts = {0xFFFFFFFF, 0, 0x4000, 1}});
  const auto read = tsg::read_document_terms(tsg::document_terms_bytes(terms));
  REQUIRE(read == terms);
  CHECK(shown(*read) == "gateway 4294967295 0 16384 1\n");
}

TEST_CASE("bytes that were cut off, or are of another kind, are nothing") {
  const std::string whole = tsg::document_terms_bytes(tsg::count_terms(page, tsg::SearchLanguage::English));
  const auto read = tsg::read_document_terms(whole);
  for (std::size_t size = 0; size < whole.size(); ++size) {
    const auto part = tsg::read_document_terms(whole.substr(0, size));
    if (part) CHECK(shown(*part).size() < shown(*read).size());  // cut between two entries
  }
  CHECK_FALSE(tsg::read_document_terms(""));
  CHECK_FALSE(tsg::read_document_terms("\x02" + whole.substr(1)));
  const std::string head("\x01\0\0\0\0", 5);
  CHECK(tsg::read_document_terms(head));
  CHECK_FALSE(tsg::read_document_terms(head + "\x01x"));                          // no fields
  CHECK_FALSE(tsg::read_document_terms(head + std::string("\x01x\0", 3)));        // of no field
  CHECK_FALSE(tsg::read_document_terms(head + "\x01x\x10\x01"));                  // of a fifth field
  CHECK_FALSE(tsg::read_document_terms(head + std::string("\x01x\x01\0", 4)));    // counted no times
  CHECK_FALSE(tsg::read_document_terms(head + "\x01\xFF\x01\x01"));               // not UTF-8
  CHECK_FALSE(tsg::read_document_terms(head + "\xFF\xFF\xFF\xFF\xFFx\x01\x01"));  // a number too large
  CHECK_FALSE(
      tsg::read_document_terms(head + "\xFF\xFF\xFF\xFF\x0Fx\x01\x01"));  // a term longer than the bytes
}
