// SPDX-License-Identifier: MIT
#include "renderers/site/theme.h"

#include <algorithm>
#include <array>

#include "engine/diagnostics/pack_codes.h"
#include "engine/loader/pack_files.h"
#include "engine/model/limits.h"
#include "engine/text/file.h"

namespace tsg {

Theme read_theme(const std::string& root, Diagnostics& diagnostics) {
  Theme theme;
  for (const ThemeFile& file : built_in_theme()) theme.files.emplace(file.name, file.bytes);
  constexpr std::array<std::string_view, 3> endings = {".html", ".css", ".js"};
  for (const std::string_view ending : endings) {
    for (const std::string& path : files_in(root, "theme", ending)) {
      Result<std::string> bytes = read_file(root + "/" + path, limits::article_bytes);
      const std::string name = path.substr(path.rfind('/') + 1);
      if (!bytes.ok()) {
        diagnostics.push_back(make_diagnostic(codes::file_unreadable, {path, {}, 0, 0}, bytes.error().message,
                                              bytes.error().help));
        continue;
      }
      theme.files.insert_or_assign(name, std::move(bytes).value());
      theme.paths.insert_or_assign(name, path);
    }
  }
  return theme;
}

}  // namespace tsg
