-- SPDX-License-Identifier: MIT
local function spin() while true do end end
repeat pcall(pcall, pcall, spin) until false
