-- SPDX-License-Identifier: MIT
-- Not hostile: runs after each of the others and must answer the same every time.
local said = {}
local function say(value) said[#said + 1] = tostring(value) end
say(string.upper("x"))
say(string.format("%d-%s", 3, "a"))
say(math.floor(5 / 2))
say(table.concat({ 1, 2 }, "+"))
say(facts.host)
say(facts.new)
say(facts.list[#facts.list])
say(Leaked)
say(never_named)
say(rawequal("a", "a"))
say(pcall(function() return "1" + "2" end))
say(not pcall(function() return ("a")() end))
local sum = 0
for _, value in pairs({ one = 1, two = 2 }) do sum = sum + value end
say(sum)
return table.concat(said, "|")
