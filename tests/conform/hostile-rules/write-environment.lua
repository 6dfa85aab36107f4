-- SPDX-License-Identifier: MIT
local _ENV = setmetatable({}, { __index = _ENV })
Leaked = "leaked"
pairs = function() return function() end end
return "ran"
