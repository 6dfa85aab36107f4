// SPDX-License-Identifier: MIT
// The program with faults of the machine laid under it (docs/faults.md).
#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/faults/allocation_fault.h"
#include "tests/faults/allocations.h"
#include "tests/faults/writes.h"

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

// For a debugger: the program in this process, with its n-th allocation refused, or all from there on.
int run_refused(const std::string& lasting, int count, char** words) {
  using tsg::faults::Lasting;
  tsg::faults::refuse_allocation(std::strtoull(words[0], nullptr, 10),
                                 lasting == "once" ? Lasting::Once : Lasting::FromThenOn);
  return tsg_main(count, words);
}

}  // namespace

int main(int count, char** words) {
  const std::string kind = count > 1 ? words[1] : "";
  if ((kind == "once" || kind == "from") && count > 3) return run_refused(kind, count - 2, words + 2);
  const long seconds = count > 2 ? std::strtol(words[2], nullptr, 10) : 0;
  const WorkFolder folder;
  if (folder.path().empty()) return 4;
  std::filesystem::current_path(TSG_SOURCE_DIR);
  if (kind == "allocations")
    return tsg::faults::refuse_allocations(folder.path(), {std::chrono::seconds(seconds)}) ? 0 : 1;
  if (kind == "writes") return tsg::faults::fail_writes(folder.path()) ? 0 : 1;
  if (kind == "kills") {
    const int rounds = count > 2 ? std::atoi(words[2]) : 200;
    return tsg::faults::kill_writers(folder.path(), rounds) ? 0 : 1;
  }
  fmt::print(stderr,
             "usage: tsg_faults allocations [SECONDS] | writes | kills [ROUNDS] | once N COMMAND... | from N "
             "COMMAND...\n");
  return 2;
}
