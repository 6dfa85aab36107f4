// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "engine/text/descriptor.h"
#include "engine/text/file.h"

using namespace tsg;
namespace fs = std::filesystem;

namespace {

std::string fresh_folder() {
  std::string path = (fs::temp_directory_path() / "tsg-atomic-XXXXXX").string();
  REQUIRE(::mkdtemp(path.data()) != nullptr);
  return path;
}

}  // namespace

TEST_CASE("a named pipe is written to, and stays one") {
  const std::string folder = fresh_folder();
  const std::string path = folder + "/pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const Descriptor reader(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  REQUIRE(reader.open());
  REQUIRE(write_file_atomically(path, "words").ok());
  char read[8] = {};
  CHECK(::read(reader.number(), read, sizeof read) == 5);
  CHECK(std::string(read) == "words");
  CHECK(fs::is_fifo(path));
  fs::remove_all(folder);
}

TEST_CASE("a regular file is replaced whole, with its mode") {
  const std::string folder = fresh_folder();
  const std::string path = folder + "/file";
  REQUIRE(write_file_atomically(path, "before").ok());
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  REQUIRE(write_file_atomically(path, "after").ok());
  CHECK(read_file(path, 100).value() == "after");
  struct stat status = {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
  CHECK(std::distance(fs::directory_iterator(folder), {}) == 1);
  fs::remove_all(folder);
}
