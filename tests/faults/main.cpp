// SPDX-License-Identifier: MIT
// The program with faults of the machine laid under it (docs/faults.md).
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/faults/allocation_fault.h"
#include "tests/faults/allocations.h"

int tsg_main(int count, char** words);  // main of tools/main.cpp

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

// For a debugger: the program in this process, with its n-th allocation refused.
int run_refused(int count, char** words) {
  tsg::faults::refuse_allocation(std::strtoull(words[1], nullptr, 10), tsg::faults::Lasting::Once);
  return tsg_main(count - 1, words + 1);
}

}  // namespace

int main(int count, char** words) {
  const std::string kind = count > 1 ? words[1] : "";
  if (kind == "refuse" && count > 3) return run_refused(count - 1, words + 1);
  const long seconds = count > 2 ? std::strtol(words[2], nullptr, 10) : 0;
  const WorkFolder folder;
  if (folder.path().empty()) return 4;
  std::filesystem::current_path(TSG_SOURCE_DIR);
  if (kind == "allocations")
    return tsg::faults::refuse_allocations(folder.path(), {std::chrono::seconds(seconds)}) ? 0 : 1;
  fmt::print(stderr, "usage: tsg_faults allocations [SECONDS] | refuse N COMMAND...\n");
  return 2;
}
