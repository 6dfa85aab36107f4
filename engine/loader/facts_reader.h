// SPDX-License-Identifier: MIT
// JSON texts into the Facts of one subject after another. Made for reuse: once it has seen subjects as large,
// reading the next one allocates nothing.
//
//   FactsReader reader(catalogue);
//   Facts facts(catalogue);
//   for (each subject) {
//     facts.clear();
//     reader.begin(facts);
//     if (!reader.read_documents(file, bytes, diagnostics)) ...refused
//   }
//
// Two members with the same name, and `properties` at odds with the object above, are Error diagnostics that
// name both places; the cell is a Conflict and the text is read on. Only what is no JSON within limits.h is
// refused.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/model/catalogue.h"
#include "engine/model/facts.h"

namespace tsg {

class FactsIntake;

class FactsReader {
 public:
  // Borrows the catalogue, which must outlive the reader.
  explicit FactsReader(const Catalogue& catalogue);
  ~FactsReader();
  FactsReader(FactsReader&&) noexcept;
  FactsReader& operator=(FactsReader&&) noexcept;

  // Begins a subject. `facts` must be cleared, over the same catalogue, and outlive the readings; their
  // strings point into the reader and die with it or at the next `begin`.
  void begin(Facts& facts);

  // An object whose members are documents. False: refused, and the diagnostics say why.
  bool read_documents(std::string_view file, std::string_view bytes, Diagnostics& diagnostics);
  // One document. REQUIRES: document is an index into Catalogue::documents
  bool read_document(std::uint32_t document, std::string_view file, std::string_view bytes,
                     Diagnostics& diagnostics);

 private:
  std::unique_ptr<FactsIntake> intake_;
};

}  // namespace tsg
