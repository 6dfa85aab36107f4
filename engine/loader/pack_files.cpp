// SPDX-License-Identifier: MIT
#include "engine/loader/pack_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "engine/model/limits.h"
#include "engine/text/exhausted.h"

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

template <typename Iterator>
void collect(const fs::path& start, const fs::path& root, std::string_view ending,
             std::vector<std::string>& found) {
  std::error_code error;
  Iterator each(start, fs::directory_options::skip_permission_denied, error);
  for (; !error && each != Iterator() && found.size() < limits::pack_files; each.increment(error)) {
    std::error_code ignored;
    if (each->is_symlink(ignored) || !each->is_regular_file(ignored)) continue;
    const std::string path = each->path().lexically_relative(root).generic_string();
    if (path.ends_with(ending)) found.push_back(path);
  }
  throw_if_exhausted(error);
}

std::vector<std::string> files(const std::string& root, const std::string& folder, std::string_view ending,
                               Depth depth) {
  std::vector<std::string> found;
  std::error_code error;
  const fs::path start = fs::path(root) / folder;
  if (!fs::is_directory(start, error)) return found;
  if (depth == Depth::One) {
    collect<fs::directory_iterator>(start, root, ending, found);
  } else {
    collect<fs::recursive_directory_iterator>(start, root, ending, found);
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
  std::error_code error;
  const fs::path start = fs::path(root) / folder;
  fs::directory_iterator each(start, error);
  for (; !error && each != fs::directory_iterator(); each.increment(error)) {
    std::error_code ignored;
    if (each->is_symlink(ignored) || !each->is_directory(ignored)) continue;
    found.push_back(each->path().filename().string());
  }
  throw_if_exhausted(error);
  std::sort(found.begin(), found.end());
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
