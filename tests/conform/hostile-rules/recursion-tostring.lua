-- SPDX-License-Identifier: MIT
local t = setmetatable({}, {})
t = setmetatable({}, { __tostring = function(self) return tostring(self) end })
return tostring(t)
