// SPDX-License-Identifier: MIT
// The texts of one subject on their way into its Facts: a pool of parsed texts, the filler, and who gave
// which document. Shows simdjson types, so it is for this room only; facts_reader.h is its face.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "engine/diagnostics/diagnostic.h"
#include "engine/loader/facts_filler.h"
#include "engine/loader/json_text.h"
#include "engine/model/facts.h"

namespace tsg {

class FactsIntake {
 public:
  // Borrows the catalogue.
  explicit FactsIntake(const Catalogue& catalogue);

  // Begins a subject: the texts of the one before, and with them the strings of its facts, may be
  // overwritten. `facts` are over the same catalogue and empty.
  void begin(Facts& facts);

  // The parsed text, which lives until `begin`; null, and diagnostics, when it was refused.
  const JsonText* parse(std::string_view file, std::string_view bytes, Diagnostics& diagnostics);
  // The text is an object whose members are documents. False: refused.
  bool take_documents(const JsonText& text, Diagnostics& diagnostics);
  // The text is that document. False: refused.
  bool take_document(std::uint32_t document, const JsonText& text, Diagnostics& diagnostics);
  // The text is `_gathered.json`.
  void take_gathering(const JsonText& text, Diagnostics& diagnostics);

  // Takes a document back, as if no text had given it; one of no catalogue is passed over.
  void forget_document(std::string_view key);

  const MemberIndex& index() const { return filler_.index(); }

 private:
  // Which text gave a document, and where in it.
  struct Claim {
    const JsonText* text = nullptr;  // null: nobody has given it
    JsonStep step = {};
    bool whole = false;  // the text is the document
  };

  void take_member(const JsonText& text, std::string_view key, simdjson::dom::element value, JsonStep step);
  void take_gatherings(simdjson::dom::element value);
  void take_gathering_of(std::uint32_t document, simdjson::dom::object value, JsonStep step);
  void report_unknown(std::string_view key, JsonStep step);
  // Whether no text has given the document yet; if one has, the document is a conflict.
  bool claim(std::uint32_t document, const Claim& claim);
  Place place_of(const Claim& claim) const;
  bool finish(const JsonText& text, Diagnostics& diagnostics);

  const Catalogue* catalogue_;
  FactsFiller filler_;
  Facts* facts_ = nullptr;
  std::vector<std::unique_ptr<JsonText>> texts_ = {};
  std::size_t texts_used_ = 0;
  std::vector<Claim> claims_ = {};  // by document
  Diagnostics claimed_twice_ = {};
};

}  // namespace tsg
