-- SPDX-License-Identifier: MIT
local long = ("a"):rep(60000)
while true do text.match(long, "(a|b)*c") end
