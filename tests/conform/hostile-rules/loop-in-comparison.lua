-- SPDX-License-Identifier: MIT
local slow = { __lt = function() while true do end end }
table.sort({ setmetatable({}, slow), setmetatable({}, slow) })
