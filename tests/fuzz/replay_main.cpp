// SPDX-License-Identifier: MIT
// fuzz_replay TARGET PATH...: runs a target over files, and over all files of folders, in the order of their
// names. A crash or a broken property ends it; the name of the input stands above.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "tests/fuzz/target.h"

namespace {

std::vector<std::string> files_at(const char* path) {
  if (!std::filesystem::is_directory(path)) return {path};
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(path)) files.push_back(entry.path().string());
  std::sort(files.begin(), files.end());
  return files;
}

// False: the file cannot be read.
bool replay(const tsg::fuzz::Target& target, const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return false;
  const std::vector<char> bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  std::printf("%s\n", file.c_str());
  std::fflush(stdout);
  target.run({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()});
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  const tsg::fuzz::Target* const target = count > 2 ? tsg::fuzz::find_target(arguments[1]) : nullptr;
  if (target == nullptr) {
    std::fprintf(stderr, "usage: fuzz_replay TARGET PATH...\n");
    return 2;
  }
  std::size_t ran = 0;
  for (int i = 2; i < count; ++i) {
    for (const std::string& file : files_at(arguments[i])) {
      if (!replay(*target, file)) {
        std::fprintf(stderr, "fuzz_replay: cannot read %s\n", file.c_str());
        return 4;
      }
      ++ran;
    }
  }
  std::printf("%s: %zu inputs ran\n", arguments[1], ran);
  return ran == 0 ? 1 : 0;
}
