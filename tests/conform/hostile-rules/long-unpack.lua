-- SPDX-License-Identifier: MIT
local list = {}
for i = 1, 7000 do list[i] = i end
while true do select("#", table.unpack(list)) end
