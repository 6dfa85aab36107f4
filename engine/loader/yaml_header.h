// SPDX-License-Identifier: MIT
// YAML front matter, read like the properties of the other header.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "engine/loader/article_source.h"
#include "engine/model/article.h"

namespace tsg {

// Whether `text`, behind blanks, begins with a line `---` that opens front matter: a JSON body opens alike.
bool begins_with_yaml(std::string_view text);

// Reads the front matter at the start of the source: between a line `---` and a line `---` or `...`, at most
// limits::yaml_header_bytes, a mapping. A nested value is kept as its text. `decoded_end` receives where the
// header ends in the decoded text. Empty when no line ends it: the article is read as if it had no header.
std::optional<Header> read_yaml_header(ArticleSource& source, std::size_t& decoded_end);

}  // namespace tsg
