// SPDX-License-Identifier: MIT
#include "tools/server/descriptor_limit.h"

#include <sys/resource.h>

#include <algorithm>

namespace tsg::web {

std::size_t allow_descriptors(std::size_t wanted) {
  rlimit limit = {};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  if (limit.rlim_cur >= wanted) return limit.rlim_cur;
  const rlimit raised = {std::min<rlim_t>(wanted, limit.rlim_max), limit.rlim_max};
  return ::setrlimit(RLIMIT_NOFILE, &raised) == 0 ? raised.rlim_cur : limit.rlim_cur;
}

}  // namespace tsg::web
