// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <atomic>
#include <string>
#include <thread>

#include "tools/server/content_type.h"
#include "tools/server/entity.h"
#include "tools/server/memory_site.h"

using namespace tsg::web;

namespace {

Response get(const MemorySite& site, std::string path, Headers headers = {}) {
  return site({.path = path, .raw_target = path, .headers = std::move(headers)});
}

void put(MemorySite& site, std::initializer_list<std::pair<std::string, std::string>> pages) {
  MemoryPages all;
  for (const auto& [path, bytes] : pages) all.emplace(path, make_page(bytes));
  site.replace(std::move(all));
}

}  // namespace

TEST_CASE("a page is found by its path, a folder by its index") {
  MemorySite site;
  put(site, {{"/index.html", "home"}, {"/a/index.html", "a"}, {"/style.css", "css"}});
  CHECK(bytes_of(get(site, "/").body) == "home");
  CHECK(bytes_of(get(site, "/a/").body) == "a");
  CHECK(get(site, "/a/").content_type == "text/html; charset=utf-8");
  CHECK(get(site, "/style.css").content_type == "text/css; charset=utf-8");
  CHECK(get(site, "/b").status == 404);
  CHECK(get(site, "/style.css/").status == 404);
  CHECK(site({.method = Method::Post}).status == 405);
  CHECK(site({.method = Method::Put}).status == 405);
  CHECK(site({.method = Method::Delete}).status == 405);
}

TEST_CASE("a folder without its slash is redirected to itself, wherever its name leads") {
  MemorySite site;
  put(site, {{"/a b\u00e9/index.html", "a"}});
  const Response response = site({.path = "/a b\u00e9", .raw_target = "/a%20b%C3%A9?x=1"});
  CHECK(response.status == 307);
  CHECK(*find_header(response.headers, "Location") == "/a%20b%C3%A9/?x=1");
}

TEST_CASE("what is not there has the site's own page when it has one") {
  MemorySite site;
  put(site, {{"/404.html", "nothing here"}});
  CHECK(get(site, "/x").status == 404);
  CHECK(bytes_of(get(site, "/x").body) == "nothing here");
}

TEST_CASE("a reader that holds a page is told so until the page changes") {
  MemorySite site;
  put(site, {{"/index.html", "one"}});
  const std::string tag = *find_header(get(site, "/").headers, "ETag");
  const Response same = get(site, "/", {{"If-None-Match", tag}});
  CHECK(same.status == 304);
  CHECK(bytes_of(same.body).empty());
  CHECK(*find_header(same.headers, "ETag") == tag);
  put(site, {{"/index.html", "two"}});
  CHECK(get(site, "/", {{"if-none-match", tag}}).status == 200);
}

TEST_CASE("If-None-Match is a list of tags, weak or strong, or a star") {
  CHECK(names_tag("\"a\"", "\"a\""));
  CHECK(names_tag("W/\"a\"", "\"a\""));
  CHECK(names_tag("\"b\", W/\"c\" ,\"a\"", "\"a\""));
  CHECK(names_tag("*", "\"a\""));
  for (const std::string other : {"", "a", "\"ab\"", "\"A\"", "\"b\",\"c\"", ",", "W/", "\"a"}) {
    CHECK_FALSE(names_tag(other, "\"a\""));
  }
}

TEST_CASE("readers see the old site or the new one while it is replaced") {
  MemorySite site;
  put(site, {{"/index.html", "0"}, {"/a", "0"}});
  std::atomic<bool> done = false;
  std::atomic<int> torn = 0;
  std::thread reader([&] {
    while (!done) {
      const auto pages = site.pages();
      torn += *pages->at("/index.html").bytes != *pages->at("/a").bytes;
    }
  });
  for (int i = 1; i < 2000; ++i) put(site, {{"/index.html", std::to_string(i)}, {"/a", std::to_string(i)}});
  done = true;
  reader.join();
  CHECK(torn == 0);
}

TEST_CASE("a type is known by the end of a name, and what is not known is not opened") {
  CHECK(content_type_of("/a/PAGE.HTML") == "text/html; charset=utf-8");
  CHECK(content_type_of("/a.js") == "text/javascript; charset=utf-8");
  CHECK(content_type_of("/a.svg") == "image/svg+xml");
  for (const std::string path :
       {"/a", "/a.exe", "/a.html.bak", "/a.html/b", "/html", "/a.", "/a.shtml", ""}) {
    CHECK(content_type_of(path) == "application/octet-stream");
  }
}
