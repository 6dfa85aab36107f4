// SPDX-License-Identifier: MIT
// Article to body: what is Markdown in it, double encoding repaired, and `<!-- include: ../shared/x.md -->`
// lines replaced by the Markdown of the files they name. Line ends stay as they are.
//
//   BodyReading reading = read_body(article, "guides", read);
//   compile(reading.body.text, [&](auto begin, auto end) { return reading.body.place(begin, end); });
//
// An include stands alone on its line, outside fenced code; the blanks before it indent every line it brings.
// Its path is relative to the file it stands in. An included file may have a header, which is dropped, and
// includes of its own.
#pragma once

#include <functional>
#include <string>

#include "engine/diagnostics/diagnostic.h"
#include "engine/loader/body_text.h"
#include "engine/model/article.h"
#include "engine/text/result.h"

namespace tsg {

// Gives the bytes of a file. It must not follow symbolic links out of the root: paths are checked as words
// only.
using ReadFile = std::function<Result<std::string>(const std::string& path)>;

struct BodyReading {
  BodyText body = {};
  Diagnostics diagnostics =
      {};  // of the includes and the included files; those of the article are not repeated
};

// `root`: the folder that included files must stand in; article.path is named as paths in it are
// ("guides/a/b.md" for the root "guides"). Bounds are limits::include_depth, include_bytes and include_files.
// An include that cannot be taken is an error in the diagnostics and brings nothing.
BodyReading read_body(const Article& article, const std::string& root, const ReadFile& read);

}  // namespace tsg
