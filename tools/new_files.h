// SPDX-License-Identifier: MIT
// Files that are made together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/text/result.h"

namespace tsg {

struct NewFile {
  std::string path = {};  // below the pack's root
  std::string text = {};
};

// The path of the first of them that is there, as a user in the working folder names it.
std::optional<std::string> first_there(const std::string& root, const std::vector<NewFile>& files);

// Writes them, with the folders they need; gives their paths.
Result<std::vector<std::string>> write_files(const std::string& root, const std::vector<NewFile>& files);

}  // namespace tsg
