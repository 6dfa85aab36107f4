// SPDX-License-Identifier: MIT
#include "tools/new_files.h"

#include <fmt/format.h>

#include <filesystem>

#include "engine/text/file.h"

namespace tsg {

namespace fs = std::filesystem;

namespace {

std::string path_of(const std::string& root, const NewFile& file) {
  return (fs::path(root) / file.path).lexically_normal().string();
}

}  // namespace

std::optional<std::string> first_there(const std::string& root, const std::vector<NewFile>& files) {
  for (const NewFile& file : files) {
    std::error_code error;
    const std::string path = path_of(root, file);
    if (fs::symlink_status(path, error).type() != fs::file_type::not_found) return path;
  }
  return std::nullopt;
}

Result<std::vector<std::string>> write_files(const std::string& root, const std::vector<NewFile>& files) {
  std::vector<std::string> paths;
  for (const NewFile& file : files) {
    paths.push_back(path_of(root, file));
    std::error_code error;
    const fs::path folder = fs::path(paths.back()).parent_path();
    if (!folder.empty()) fs::create_directories(folder, error);
    if (error)
      return HostError{fmt::format("cannot make folder `{}`: {}", folder.string(), error.message()), ""};
    const Result<Written> written = write_file_atomically(paths.back(), file.text);
    if (!written) return written.error();
  }
  return paths;
}

}  // namespace tsg
