// SPDX-License-Identifier: MIT
// The names that clients of the Help API choose for their resources. A troubleshooter's name stands in the
// store as the label of its session, so that agents find it in their lists.
#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "engine/text/result.h"
#include "tools/api/problem.h"
#include "tools/sessions/session_store.h"

namespace tsg {

inline constexpr std::size_t resource_name_bytes = 100;
inline constexpr std::string_view troubleshooter_label = "troubleshooter:";

// Why it is none: 1 to 100 letters, digits and "-+@()_", as the public API has them.
std::optional<Problem> wrong_resource_name(std::string_view name);

// The session that has the name; of several, which two programs may make at once, the one opened first.
Result<std::optional<SessionHead>> find_troubleshooter(SessionStore& store, std::string_view name);

// "run" gives "run-2", "run-2" gives "run-3": the first number beyond those in use.
Result<std::string> restarted_name(SessionStore& store, std::string_view name);

// Who makes a resource holds its name meanwhile, so that it is made once.
class ResourceNameLocks {
 public:
  std::unique_lock<std::mutex> hold(std::string_view name);

 private:
  std::array<std::mutex, 64> locks_ = {};  // a name has the one that its hash says
};

}  // namespace tsg
