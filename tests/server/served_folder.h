// SPDX-License-Identifier: MIT
// A folder to serve, with everything in it that must not be.
#pragma once

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "tests/loader/temporary_folder.h"

namespace tsg::web {

inline const std::string secret = "the secret outside";

class ServedFolder {
 public:
  ServedFolder() {
    namespace fs = std::filesystem;
    fs::create_directories(path() + "/sub/.hidden");
    fs::create_directories(path() + "/bare");
    fs::create_directories(outside_.path() + "/inner");
    std::ofstream(outside_.path() + "/secret.txt") << secret;
    std::ofstream(outside_.path() + "/index.html") << secret;
    write("index.html", "home");
    write("sub/index.html", "sub");
    write("sub/page.html", "page");
    write(".env", secret);
    write("sub/.hidden/secret.txt", secret);
    fs::create_symlink(outside_.path() + "/secret.txt", path() + "/link.txt");
    fs::create_symlink(outside_.path(), path() + "/linked");
    fs::create_symlink("..", path() + "/sub/up");
    fs::create_symlink("index.html", path() + "/alias.html");
    fs::create_symlink("loop", path() + "/loop");
    fs::create_symlink("/proc/self/environ", path() + "/environ");
    ::mkfifo((path() + "/pipe").c_str(), 0600);
    // Only root may make devices; for others there is nothing to refuse.
    ::mknod((path() + "/zero").c_str(), S_IFCHR | 0600U, ::makedev(1, 5));
  }

  std::string path() const { return served_.path() + "/site"; }
  void write(const std::string& name, const std::string& bytes) const {
    std::ofstream(path() + "/" + name, std::ios::binary) << bytes;
  }

  // Paths that a request can hold and that must lead nowhere.
  std::vector<std::string> forbidden() const {
    return {"/link.txt",
            "/linked/",
            "/linked/secret.txt",
            "/linked/inner",
            "/linked",
            "/sub/up",
            "/sub/up/index.html",
            "/alias.html",
            "/loop",
            "/loop/x",
            "/environ",
            "/pipe",
            "/zero",
            "/.env",
            "/sub/.hidden/",
            "/pipe/x",
            "/zero/x",
            "/sub/.hidden/secret.txt",
            "/index.html/",
            "/index.html/x",
            "/%2e%2e/x",
            "/...",
            "/~root",
            "/C:",
            "/" + std::string(300, 'a'),
            "/nul",
            "/sub/page.html ",
            "/\uff0e\uff0e/secret.txt"};
  }

  // The name that was served leads outside now.
  void swap_for_link() {
    std::filesystem::rename(path(), served_.path() + "/moved");
    std::filesystem::create_symlink(outside_.path(), path());
  }

 private:
  TemporaryFolder served_;
  TemporaryFolder outside_;
};

}  // namespace tsg::web
