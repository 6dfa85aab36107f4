// SPDX-License-Identifier: MIT
#include "engine/loader/facts_reader.h"

#include "engine/loader/facts_intake.h"

namespace tsg {

FactsReader::FactsReader(const Catalogue& catalogue) : intake_(std::make_unique<FactsIntake>(catalogue)) {}
FactsReader::~FactsReader() = default;
FactsReader::FactsReader(FactsReader&&) noexcept = default;
FactsReader& FactsReader::operator=(FactsReader&&) noexcept = default;

void FactsReader::begin(Facts& facts) {
  intake_->begin(facts);
}

bool FactsReader::read_documents(std::string_view file, std::string_view bytes, Diagnostics& diagnostics) {
  const JsonText* text = intake_->parse(file, bytes, diagnostics);
  return text != nullptr && intake_->take_documents(*text, diagnostics);
}

bool FactsReader::read_document(std::uint32_t document, std::string_view file, std::string_view bytes,
                                Diagnostics& diagnostics) {
  const JsonText* text = intake_->parse(file, bytes, diagnostics);
  return text != nullptr && intake_->take_document(document, *text, diagnostics);
}

}  // namespace tsg
