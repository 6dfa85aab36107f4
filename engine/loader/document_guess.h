// SPDX-License-Identifier: MIT
// Which document a JSON text is when nobody has said so: a resource by its type alone; anything else by how
// many of its members the catalogue knows, at the top first and further down where that ties; then by the
// file's name. Shows simdjson types, so it is for this room only.
#pragma once

#include <simdjson.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/loader/member_index.h"
#include "engine/model/catalogue.h"

namespace tsg {

struct DocumentGuess {
  // Several documents by key; one of `documents`; more than one that fits equally well; none.
  enum class Kind : std::uint8_t { Documents, One, Tie, None };
  Kind kind = Kind::None;
  std::vector<std::uint32_t> documents = {};
  std::string reason = {};  // of One
};

// `stem` is that of the file's name, or empty. REQUIRES: index is of catalogue
DocumentGuess guess_document(const Catalogue& catalogue, const MemberIndex& index,
                             simdjson::dom::element root, std::string_view stem);

}  // namespace tsg
