// SPDX-License-Identifier: MIT
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <filesystem>
#include <string>

#include "engine/text/descriptor.h"
#include "engine/text/file.h"
#include "tests/loader/temporary_folder.h"

using namespace tsg;
namespace fs = std::filesystem;

TEST_CASE("a named pipe is written to, and stays one") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/pipe";
  REQUIRE(::mkfifo(path.c_str(), 0600) == 0);
  const Descriptor reader(::open(path.c_str(), O_RDWR | O_CLOEXEC));
  REQUIRE(reader.open());
  REQUIRE(write_file_atomically(path, "words").ok());
  char read[8] = {};
  CHECK(::read(reader.number(), read, sizeof read) == 5);
  CHECK(std::string(read) == "words");
  CHECK(fs::is_fifo(path));
}

TEST_CASE("a regular file is replaced whole, with its mode") {
  const TemporaryFolder folder;
  const std::string path = folder.path() + "/file";
  REQUIRE(write_file_atomically(path, "before").ok());
  REQUIRE(::chmod(path.c_str(), 0640) == 0);
  REQUIRE(write_file_atomically(path, "after").ok());
  CHECK(read_file(path, 100).value() == "after");
  struct stat status = {};
  REQUIRE(::stat(path.c_str(), &status) == 0);
  CHECK((status.st_mode & 0777U) == 0640U);
  CHECK(std::distance(fs::directory_iterator(folder.path()), {}) == 1);
}
