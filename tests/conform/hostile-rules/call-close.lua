-- SPDX-License-Identifier: MIT
local guard <close> = setmetatable({}, { __close = function() end })
return "ran"
