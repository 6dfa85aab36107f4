// SPDX-License-Identifier: MIT
#include "tools/inspect.h"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace tsg;

namespace {

namespace fs = std::filesystem;

// A folder that is there as long as the test.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (fs::temp_directory_path() / "tsg-inspect-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() { fs::remove_all(path_); }
  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  std::string path(const std::string& name = "") const { return (path_ / name).string(); }

 private:
  fs::path path_;
};

struct Run {
  Inspection result = {};
  std::string out = {};
  Diagnostics told = {};
};

Run run(const std::vector<std::string>& paths) {
  Run done;
  std::FILE* out = std::tmpfile();
  REQUIRE(out != nullptr);
  done.result = inspect(paths, out, [&](const Diagnostic& diagnostic) { done.told.push_back(diagnostic); });
  std::rewind(out);
  for (int c = std::fgetc(out); c != EOF; c = std::fgetc(out)) done.out += static_cast<char>(c);
  std::fclose(out);
  return done;
}

}  // namespace

TEST_CASE("a folder gives a record a line, sorted, named relative to it") {
  const TemporaryFolder folder;
  folder.write("b/x.md", "<properties a=\"1\" />\n");
  folder.write("a.md", "\xFF\xFE");
  folder.write(".hidden/y.md", "no");
  folder.write("z.txt", "no");
  const Run done = run({folder.path()});
  CHECK(done.result == Inspection{2, 0, true});
  CHECK(done.out.starts_with("{\"path\":\"a.md\","));
  CHECK(done.out.find("\n{\"path\":\"b/x.md\",") != std::string::npos);
  CHECK(done.out.ends_with("}\n"));
  REQUIRE_FALSE(done.told.empty());
  CHECK(done.told.front().place.file == folder.path("a.md"));
}

TEST_CASE("what cannot be read does not stop what can") {
  const TemporaryFolder folder;
  folder.write("a.md", "<properties a=\"1\" />\n");
  const Run done = run({folder.path("missing.md"), folder.path("a.md")});
  CHECK(done.result == Inspection{1, 1, true});
  REQUIRE(done.told.size() == 1);
  CHECK(done.told.front().severity == Severity::Error);
}
