// SPDX-License-Identifier: MIT
// The same work on many items by several threads.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

namespace tsg {

using TakeItem = std::function<std::optional<std::size_t>()>;

// Runs `work` once a thread, this one among them; each takes items 0 to `count` from the `next` it is handed
// until there is none. Returns when all are done.
void in_parallel(std::size_t count, std::size_t threads,
                 const std::function<void(const TakeItem& next)>& work);

}  // namespace tsg
