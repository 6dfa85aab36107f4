-- SPDX-License-Identifier: MIT
local text = ("x"):rep(1000000)
local kept = {}
while true do kept[#kept + 1] = string.format("%s%s", text, #kept) end
