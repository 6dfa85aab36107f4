-- SPDX-License-Identifier: MIT
local level = { "x" }
for _ = 1, 40 do level = { level, level } end
return level
