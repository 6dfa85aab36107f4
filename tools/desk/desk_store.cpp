// SPDX-License-Identifier: MIT
#include "tools/desk/desk_store.h"

#include "tools/sessions/store_file.h"

namespace tsg {

Result<SessionStore> open_desk_store(const std::string& path) {
  std::string file = path;
  if (file.empty()) {
    Result<std::string> usual = usual_store_path();
    if (!usual.ok()) return usual.error();
    file = std::move(usual).value();
    const Result<Written> folder = make_store_folder(file);
    if (!folder.ok()) return folder.error();
  }
  return SessionStore::open(file);
}

}  // namespace tsg
