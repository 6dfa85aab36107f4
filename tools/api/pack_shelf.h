// SPDX-License-Identifier: MIT
// The whole pack, with its free-standing articles: read when it is first asked for, and again when the desk
// has newer content. Any thread may ask.
#pragma once

#include <memory>
#include <mutex>

#include "engine/model/pack.h"
#include "tools/desk/desk_content.h"

namespace tsg {

class PackShelf {
 public:
  std::shared_ptr<const Pack> whole_pack(const std::shared_ptr<const DeskContent>& content);

 private:
  std::mutex reading_ = {};
  std::shared_ptr<const DeskContent> content_ = {};
  std::shared_ptr<const Pack> pack_ = {};
};

}  // namespace tsg
