// SPDX-License-Identifier: MIT
// Words for placeholders on a page without facts.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/model/resolution.h"
#include "engine/model/segment.h"

namespace tsg {

// A value for each placeholder: what `words` says of its name in lower case, else the name in words.
FilledArticle generic_words(const CompiledArticle& article, const std::map<std::string, std::string>& words);

// "BackendPoolName" -> "backend pool name", "VNetID" -> "VNet ID", "vm_size" -> "vm size"
std::string name_in_words(std::string_view placeholder);

}  // namespace tsg
