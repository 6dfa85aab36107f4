// SPDX-License-Identifier: MIT
#include "tools/desk/desk_content.h"

#include <algorithm>

#include "engine/loader/pack_files.h"
#include "engine/loader/pack_reader.h"

namespace tsg {

GuideLease::~GuideLease() {
  if (resolver_ != nullptr) content_->give_back(std::move(resolver_));
}

std::shared_ptr<const DeskContent> DeskContent::open(const std::string& root, std::string_view only) {
  auto content = std::make_shared<DeskContent>();
  content->root_ = root;
  content->title_ = read_settings(root).pack.title;
  std::vector<std::string> names = folders_in(root, "guides");
  if (!only.empty()) names = {std::string(only)};
  for (const std::string& path : names) {
    const std::string guide = path.substr(path.rfind('/') + 1);
    if (only.empty() && !has_file(root, "guides/" + guide + "/guide.toml")) continue;
    GuideOpening opening = open_guide(root, guide);
    append(content->diagnostics_, opening.diagnostics);
    if (!opening.resolver) continue;
    content->guides_.push_back(guide);
    content->shelves_[guide] = {opening.resolver->shared_pack(), std::move(opening.resolver), {}};
  }
  std::sort(content->guides_.begin(), content->guides_.end(), [&](const auto& a, const auto& b) {
    const auto title = [&content](const std::string& id) {
      return std::make_pair(content->shelves_.at(id).pack->guide(id)->title, id);
    };
    return title(a) < title(b);
  });
  return content;
}

std::shared_ptr<const Pack> DeskContent::pack_of(std::string_view guide) const {
  const auto shelf = shelves_.find(guide);
  return shelf == shelves_.end() ? nullptr : shelf->second.pack;
}

std::unique_ptr<GuideLease> DeskContent::lease(std::string_view guide) const {
  const std::unique_lock lock(lending_);
  const auto found = shelves_.find(guide);
  if (found == shelves_.end()) return nullptr;
  Shelf& shelf = found->second;
  std::unique_ptr<GuideResolver> resolver;
  if (shelf.idle.empty()) {
    resolver = shelf.first->another();
  } else {
    resolver = std::move(shelf.idle.back());
    shelf.idle.pop_back();
  }
  if (resolver == nullptr) return nullptr;
  return std::make_unique<GuideLease>(*this, std::move(resolver));
}

void DeskContent::give_back(std::unique_ptr<GuideResolver> resolver) const {
  const std::lock_guard lock(lending_);
  const auto shelf = shelves_.find(resolver->guide().id);
  if (shelf != shelves_.end()) shelf->second.idle.push_back(std::move(resolver));
}

}  // namespace tsg
