-- SPDX-License-Identifier: MIT
local kept = {}
for i = 1, 1000000 do kept[i] = ("x"):rep(1000) .. i end
