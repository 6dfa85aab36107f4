// SPDX-License-Identifier: MIT
// A file that appears whole or not at all: written under another name in the same folder, synced, renamed.
//
//   Result<AtomicFile> file = AtomicFile::create(path);
//   ...write to file.value().descriptor()...
//   Result<Written> written = std::move(file).value().commit();
//
// Until `commit` succeeds `path` is as it was; an AtomicFile that is not committed leaves nothing behind. A
// device or a named pipe (/dev/null) is written to as it goes, and never replaced.
#pragma once

#include <string>
#include <utility>

#include "engine/text/descriptor.h"
#include "engine/text/result.h"

namespace tsg {

struct Written {
  bool operator==(const Written&) const = default;
};

class AtomicFile {
 public:
  static Result<AtomicFile> create(const std::string& path);
  ~AtomicFile();
  AtomicFile(AtomicFile&& other) noexcept
      : path_(std::move(other.path_)),
        temporary_(std::exchange(other.temporary_, {})),
        file_(std::move(other.file_)) {}
  AtomicFile& operator=(AtomicFile&&) = delete;

  int descriptor() const { return file_.number(); }
  const std::string& path() const { return path_; }
  // The mode is that of the file before, else 0644. Once only.
  Result<Written> commit();

 private:
  AtomicFile(std::string path, std::string temporary, Descriptor file)
      : path_(std::move(path)), temporary_(std::move(temporary)), file_(std::move(file)) {}

  std::string path_;
  std::string temporary_;  // empty once it is renamed, or moved from, and of a device
  Descriptor file_;
};

}  // namespace tsg
