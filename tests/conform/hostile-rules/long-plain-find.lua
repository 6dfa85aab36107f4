-- SPDX-License-Identifier: MIT
local text, part = ("a"):rep(2000000), ("a"):rep(1000000) .. "b"
while true do text:find(part, 1, true) end
