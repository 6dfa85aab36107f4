// SPDX-License-Identifier: MIT
// An article's body to segments: Markdown is parsed once, here, and never again with a value in it.
//
//   "Server **<!--$Name-->[name]<!--/$Name-->** is down."
//     -> html      Literal "<p>Server <strong>"  Slot Name (Text, "[name]")  Literal "</strong> is
//     down.</p>\n"
//     -> markdown  Literal "Server **"           Slot Name                  Literal "** is down.\n"
//     -> blocks    Paragraph: "Server ", slot Name (Strong), " is down."
//
// Placeholders. The default is plain text, as written: its markup is not read. A slot may stand in text,
// headings, table cells, code (spans, fences, indented), quoted HTML attributes and the path, query or
// fragment of a URL, or be the whole URL. Elsewhere it is an error, and is not shown.
//
// Html. Without placeholders, comments, raw HTML, alerts and addresses that are refused, and without heading
// ids, it is what cmark-gfm writes for the same text (tables, strikethrough, task lists, CMARK_OPT_DEFAULT),
// byte for byte. It is balanced, and stays so when any of its sections or texts for agents is left out or
// stands alone.
//
// Markdown. Written anew from the tree in one normal form, so that nothing gets into it that was not
// understood: reading it again gives the same document. Raw HTML and addresses that html refuses are not in
// it either.
#pragma once

#include <cstdint>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"
#include "engine/markdown/html_cutter.h"
#include "engine/markdown/place_finder.h"
#include "engine/markdown/portal_words.h"
#include "engine/model/segment.h"

namespace tsg {

// A page of a site needs the HTML alone; the other forms are empty then.
enum class CompiledForms : std::uint8_t { All, Html };

struct Compilation {
  CompiledArticle article = {};
  Diagnostics diagnostics = {};
};

// `body` is UTF-8 without a header. A body beyond bounds gives an empty article and an error. Linear in the
// body.
Compilation compile_markdown(std::string_view body, const PlaceFinder& place,
                             HeadingIds ids = HeadingIds::Add, const PortalWords& words = {},
                             CompiledForms forms = CompiledForms::All);

}  // namespace tsg
