// SPDX-License-Identifier: MIT
// Catalogues that facts are fuzzed over: every type, lists of lists, maps of everything, secrets, a member
// that is called as the envelopes of Azure are.
#pragma once

#include <string_view>

namespace tsg::fuzz {

inline constexpr std::string_view fact_catalogues[] = {
    R"(format = 1
[doc.paths]
"name" = "string"
"tier" = "string?"
"count" = "integer?"
"ratio" = "number?"
"on" = "boolean?"
"at" = "date-time?"
"sku" = "object?"
"sku.name" = "string?"
)",
    R"(format = 1
[grid.paths]
"[][]" = "integer"
[rows.paths]
"[].cells[].text" = "string?"
"[].names" = "string[]?"
[deep.paths]
"a[].b[].c[].d" = "boolean?"
)",
    R"(format = 1
[tags.paths]
"{}" = "string[]"
[ports.paths]
"{}" = "integer?"
[zones.paths]
"{}.{}.name" = "string?"
"{}.{}.list[]" = "number?"
)",
    R"(format = 1
[vault]
class = "secret"
max-age = "1h"
[vault.paths]
"key" = "string"
"keys" = "string[]?"
"open" = { type = "string?", class = "public" }
[gateway.paths]
"name" = "string?"
"pools[].servers[].address" = "string?"
"pools[].name" = "string"
)",
    R"(format = 1
[envelope.paths]
"properties.name" = "string?"
"value[].id" = "string?"
"type" = "string?"
[list.paths]
"[].properties.x" = "integer?"
"[].id" = "string?"
)"};

}  // namespace tsg::fuzz
