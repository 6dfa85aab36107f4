// SPDX-License-Identifier: MIT
// What lies in a folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/text/result.h"

namespace tsg {

enum class EntryKind : std::uint8_t { File, Folder, Other };  // Other: a symbolic link, a device

struct FolderEntry {
  std::string name = {};
  EntryKind kind = EntryKind::Other;
  bool operator==(const FolderEntry&) const = default;
};

// The entries of `path`, sorted bytewise by name, without `.` and `..`. Throws std::bad_alloc when there is
// no memory, where std::filesystem's iterators would end the process.
Result<std::vector<FolderEntry>> list_folder(const std::string& path);

}  // namespace tsg
