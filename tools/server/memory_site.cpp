// SPDX-License-Identifier: MIT
#include "tools/server/memory_site.h"

#include <utility>

#include "tools/server/content_type.h"
#include "tools/server/entity.h"

namespace tsg::web {

namespace {

Entity entity_of(std::string_view path, const MemoryPage& page) {
  return {page.bytes, page.content_type.empty() ? std::string(content_type_of(path)) : page.content_type,
          page.tag};
}

Response not_found(const MemoryPages& pages) {
  const auto found = pages.find("/404.html");
  if (found == pages.end()) return text_response(404, "there is no such page");
  Entity entity = entity_of(found->first, found->second);
  return {.status = 404, .content_type = std::move(entity.content_type), .body = std::move(entity.bytes)};
}

}  // namespace

MemoryPage make_page(std::string bytes, std::string content_type) {
  std::string tag = entity_tag(bytes);
  return {std::make_shared<const std::string>(std::move(bytes)), std::move(content_type), std::move(tag)};
}

void MemorySite::replace(MemoryPages pages) {
  auto next = std::make_shared<const MemoryPages>(std::move(pages));
  const std::lock_guard lock(mutex_);
  pages_.swap(next);
}

std::shared_ptr<const MemoryPages> MemorySite::pages() const {
  const std::lock_guard lock(mutex_);
  return pages_;
}

Response MemorySite::operator()(const Request& request) const {
  if (request.method != Method::Get && request.method != Method::Head) return read_only_refusal();
  const std::shared_ptr<const MemoryPages> site = pages();
  const bool folder = request.path.back() == '/';
  const auto found = site->find(folder ? request.path + "index.html" : request.path);
  if (found != site->end()) return entity_response(request, entity_of(found->first, found->second));
  if (!folder && site->count(request.path + "/index.html") > 0) return folder_redirect(request);
  return not_found(*site);
}

}  // namespace tsg::web
