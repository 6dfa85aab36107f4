// SPDX-License-Identifier: MIT
// `locales` of tsg.toml: the languages of a pack, the default one first.
#pragma once

#include <string>
#include <vector>

#include "engine/loader/toml_document.h"

namespace tsg {

// Each once. A locale is a language of two or three letters with parts behind hyphens ("de", "pt-BR"), since
// it names folders of translations and of sites; others are reported and left out.
std::vector<std::string> read_locales(TomlDocument& document, const toml::table& root);

}  // namespace tsg
