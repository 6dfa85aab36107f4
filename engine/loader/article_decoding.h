// SPDX-License-Identifier: MIT
// Reading rule R1: the bytes of a file to its text.
#pragma once

#include <string_view>

#include "engine/loader/article_source.h"
#include "engine/model/article.h"

namespace tsg {

// Sets bytes, encoding, boms, line_ends, final_newline, text and offset_steps of `article`. UTF-8,
// its leading byte order marks dropped; else Windows-1252.
void decode_article(std::string_view bytes, Article& article);

// What decode_article recovered from: another encoding, repeated byte order marks, double encoding, NUL
// characters.
void diagnose_encoding(std::string_view bytes, ArticleSource& source);

}  // namespace tsg
