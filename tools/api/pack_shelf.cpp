// SPDX-License-Identifier: MIT
#include "tools/api/pack_shelf.h"

#include "engine/loader/pack_reader.h"

namespace tsg {

std::shared_ptr<const Pack> PackShelf::whole_pack(const std::shared_ptr<const DeskContent>& content) {
  const std::lock_guard lock(reading_);
  if (content_ != content || pack_ == nullptr) {
    pack_ = std::make_shared<const Pack>(read_pack(content->root()).pack);
    content_ = content;
  }
  return pack_;
}

}  // namespace tsg
