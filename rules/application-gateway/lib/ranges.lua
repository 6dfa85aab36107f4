-- SPDX-License-Identifier: MIT
-- The ranges that the API takes (Microsoft.Network 2021-05-01). Both ends belong to them.
local ranges = {}

ranges.seconds = { 1, 86400 }
ranges.drain_seconds = { 1, 3600 }
ranges.failures = { 1, 20 }
ranges.port = { 1, 65535 }
ranges.priority = { 1, 20000 }

function ranges.outside(value, range)
  return value < range[1] or value > range[2]
end

return ranges
