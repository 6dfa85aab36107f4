// SPDX-License-Identifier: MIT
#include "tools/server/folder_handler.h"

#include <catch2/catch.hpp>

#include <string>

#include "tests/server/served_folder.h"
#include "tools/server/server_limits.h"

using namespace tsg::web;

namespace {

Response get(const FolderHandler& handler, std::string path, Headers headers = {}) {
  return handler({.path = path, .raw_target = path, .headers = std::move(headers)});
}

}  // namespace

TEST_CASE("files of a folder are served with their types") {
  const ServedFolder folder;
  const FolderHandler handler = FolderHandler::open(folder.path()).value();
  CHECK(bytes_of(get(handler, "/").body) == "home");
  CHECK(get(handler, "/").content_type == "text/html; charset=utf-8");
  CHECK(bytes_of(get(handler, "/sub/page.html").body) == "page");
  CHECK(get(handler, "/sub").status == 307);
  CHECK(bytes_of(get(handler, "/sub/").body) == "sub");
  CHECK(get(handler, "/bare").status == 404);
  CHECK(get(handler, "/bare/").status == 404);
  CHECK(handler({.method = Method::Post}).status == 405);
  CHECK(handler({.method = Method::Put}).status == 405);
  CHECK(handler({.method = Method::Delete}).status == 405);
}

TEST_CASE("nothing but a regular file inside the folder is served") {
  const ServedFolder folder;
  const FolderHandler handler = FolderHandler::open(folder.path()).value();
  for (const std::string& path : folder.forbidden()) {
    CAPTURE(path);
    CHECK(get(handler, path).status == 404);
  }
}

TEST_CASE("a file may be as large as the limit and no larger") {
  const ServedFolder folder;
  const FolderHandler handler = FolderHandler::open(folder.path()).value();
  folder.write("large.txt", std::string(limits::served_file_bytes, 'x'));
  CHECK(bytes_of(get(handler, "/large.txt").body).size() == limits::served_file_bytes);
  folder.write("large.txt", std::string(limits::served_file_bytes + 1, 'x'));
  CHECK(get(handler, "/large.txt").status == 403);
}

TEST_CASE("a file that changes has another tag, though its size and time stay") {
  const ServedFolder folder;
  const FolderHandler handler = FolderHandler::open(folder.path()).value();
  const std::string tag = *find_header(get(handler, "/").headers, "ETag");
  CHECK(get(handler, "/", {{"If-None-Match", tag}}).status == 304);
  folder.write("index.html", "HOME");
  CHECK(get(handler, "/", {{"If-None-Match", tag}}).status == 200);
}

TEST_CASE("a folder that is not there cannot be served") {
  const ServedFolder folder;
  CHECK_FALSE(FolderHandler::open(folder.path() + "/nowhere"));
  CHECK_FALSE(FolderHandler::open(folder.path() + "/index.html"));
}

TEST_CASE("a folder stays the same when its name goes to another") {
  ServedFolder folder;
  const FolderHandler handler = FolderHandler::open(folder.path()).value();
  folder.swap_for_link();
  CHECK(bytes_of(get(handler, "/").body) == "home");
}
