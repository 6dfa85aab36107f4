// SPDX-License-Identifier: MIT
// A site that lies in memory and is replaced whole while it is being read: a reader gets pages of the old one
// or of the new, never a half.
// Tested by site_test.cpp.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "tools/server/request.h"
#include "tools/server/response.h"

namespace tsg::web {

struct MemoryPage {
  std::shared_ptr<const std::string> bytes = {};
  std::string content_type = {};
  std::string tag = {};  // entity.h
};

// A page of these bytes. An empty `content_type` is found by the path when it is served.
MemoryPage make_page(std::string bytes, std::string content_type = {});

// By path as request_path.h reads it: "/index.html", "/guides/a/index.html".
using MemoryPages = std::map<std::string, MemoryPage, std::less<>>;

class MemorySite {
 public:
  // May be called while others are served.
  void replace(MemoryPages pages);
  std::shared_ptr<const MemoryPages> pages() const;

  // GET and HEAD. "/a/" is the page "/a/index.html", and "/a" leads there when it is no page itself. What is
  // not there is 404, with the page "/404.html" when the site has one.
  Response operator()(const Request& request) const;

 private:
  mutable std::mutex mutex_;
  std::shared_ptr<const MemoryPages> pages_ = std::make_shared<const MemoryPages>();
};

}  // namespace tsg::web
