// SPDX-License-Identifier: MIT
#include "engine/loader/pack_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/model/limits.h"
#include "engine/text/exhausted.h"
#include "engine/text/folder.h"

namespace tsg {

namespace fs = std::filesystem;

Result<std::string> find_pack_root(const std::string& start) {
  std::error_code error;
  const fs::path absolute = fs::absolute(start.empty() ? "." : start, error).lexically_normal();
  throw_if_exhausted(error);
  for (fs::path at = absolute;; at = at.parent_path()) {
    if (fs::is_regular_file(at / "tsg.toml", error)) {
      // Messages stay short: a pack at or above the working folder is named from there.
      const fs::path near = fs::proximate(at, error);
      throw_if_exhausted(error);
      return near.empty() ? at.string() : near.string();
    }
    if (at == at.parent_path() || at.empty()) break;
  }
  return HostError{fmt::format("there is no `tsg.toml` in `{}` or above it", start.empty() ? "." : start),
                   "go to the folder of a pack, or name it with `--pack`"};
}

namespace {

enum class Depth { One, All };

// Paths below `root`, '/' between parts. A folder that cannot be listed has no files.
std::vector<std::string> files(const std::string& root, const std::string& folder, std::string_view ending,
                               Depth depth) {
  std::vector<std::string> found;
  std::vector<std::string> folders = {folder};
  while (!folders.empty() && found.size() < limits::pack_files) {
    const std::string at = std::move(folders.back());
    folders.pop_back();
    const auto entries = list_folder(root + "/" + at);
    if (!entries) continue;
    for (const FolderEntry& entry : entries.value()) {
      const std::string path = at.empty() ? entry.name : at + "/" + entry.name;
      if (entry.kind == EntryKind::Folder && depth == Depth::All) folders.push_back(path);
      if (entry.kind == EntryKind::File && path.ends_with(ending) && found.size() < limits::pack_files)
        found.push_back(path);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

std::vector<std::string> files_below(const std::string& root, const std::string& folder,
                                     std::string_view ending) {
  return files(root, folder, ending, Depth::All);
}

std::vector<std::string> files_in(const std::string& root, const std::string& folder,
                                  std::string_view ending) {
  return files(root, folder, ending, Depth::One);
}

std::vector<std::string> folders_in(const std::string& root, const std::string& folder) {
  std::vector<std::string> found;
  const auto entries = list_folder(root + "/" + folder);
  if (!entries) return found;
  for (const FolderEntry& entry : entries.value()) {
    if (entry.kind == EntryKind::Folder) found.push_back(entry.name);
  }
  return found;
}

std::string stem_of(std::string_view path) {
  return fs::path(path).stem().string();
}

bool has_file(const std::string& root, const std::string& path) {
  std::error_code error;
  const fs::path full = fs::path(root) / path;
  return fs::is_regular_file(full, error) && !fs::is_symlink(full, error);
}

}  // namespace tsg
