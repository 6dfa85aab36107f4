// SPDX-License-Identifier: MIT
// The real articles that tests read when TSG_SHARED_DATA names the folder that holds them.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace tsg::test {

// The bodies of all Markdown articles, sorted by path; empty, with a word on standard output, without the
// folder.
inline std::vector<std::string> shared_bodies() {
  const char* const shared = std::getenv("TSG_SHARED_DATA");
  if (shared == nullptr) {
    std::cout << "TSG_SHARED_DATA is not set: real articles are not tested\n";
    return {};
  }
  std::vector<std::filesystem::path> paths;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(std::filesystem::path(shared) / "articles")) {
    if (entry.is_regular_file()) paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> bodies;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const std::size_t header = text.find("/>");
    if (header != std::string::npos) text.erase(0, header + 2);
    if (text.find("\n---\n{") != std::string::npos || text.find("\n---\r\n{") != std::string::npos)
      continue;  // JSON
    bodies.push_back(std::move(text));
  }
  return bodies;
}

}  // namespace tsg::test
