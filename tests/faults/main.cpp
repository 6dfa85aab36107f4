// SPDX-License-Identifier: MIT
// tsg_faults allocations [SECONDS]: the program with faults of the machine laid under it (docs/faults.md).
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/faults/allocations.h"

namespace {

// A folder of its own, gone at the end.
class WorkFolder {
 public:
  WorkFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "tsg-faults-XXXXXX").string();
    if (::mkdtemp(name.data()) != nullptr) path_ = name;
  }
  ~WorkFolder() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  WorkFolder(const WorkFolder&) = delete;
  WorkFolder& operator=(const WorkFolder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_ = {};
};

}  // namespace

int main(int count, char** words) {
  const std::string kind = count > 1 ? words[1] : "";
  const long seconds = count > 2 ? std::strtol(words[2], nullptr, 10) : 0;
  const WorkFolder folder;
  if (folder.path().empty()) return 4;
  std::filesystem::current_path(TSG_SOURCE_DIR);
  if (kind == "allocations")
    return tsg::faults::refuse_allocations(folder.path(), {std::chrono::seconds(seconds)}) ? 0 : 1;
  fmt::print(stderr, "usage: tsg_faults allocations [SECONDS]\n");
  return 2;
}
