// SPDX-License-Identifier: MIT
// The files that give pages their look: those in the program, each replaced by the file of the same name in
// the pack's folder `theme`.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>

#include "engine/diagnostics/diagnostic.h"

namespace tsg {

struct ThemeFile {
  std::string_view name = {};
  std::string_view bytes = {};
};

// The files in the program, lunr.min.js among them.
std::span<const ThemeFile> built_in_theme();

struct Theme {
  std::map<std::string, std::string> files = {};  // by name: "article.html", "style.css"
  std::map<std::string, std::string> paths = {};  // of those that are the pack's own: "theme/article.html"
};

// `root` is the pack's folder. A file of the pack that cannot be read is an error and the built-in one
// stands.
Theme read_theme(const std::string& root, Diagnostics& diagnostics);

}  // namespace tsg
