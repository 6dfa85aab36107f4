// SPDX-License-Identifier: MIT
// What lies in a pack's folder. Nothing outside it is ever read: symbolic links are not followed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/text/result.h"

namespace tsg {

// The nearest folder with a tsg.toml, from `start` upwards.
Result<std::string> find_pack_root(const std::string& start);

// Files below `folder` (relative to `root`, '/' between parts) with this ending, sorted bytewise; at most
// limits::pack_files. A folder that is not there has none.
std::vector<std::string> files_below(const std::string& root, const std::string& folder,
                                     std::string_view ending);

// The same, of one folder only.
std::vector<std::string> files_in(const std::string& root, const std::string& folder,
                                  std::string_view ending);
std::vector<std::string> folders_in(const std::string& root, const std::string& folder);

// "guides/x/steps/scope.md" -> "scope"
std::string stem_of(std::string_view path);
// Whether `root`/`path` is a regular file.
bool has_file(const std::string& root, const std::string& path);

}  // namespace tsg
