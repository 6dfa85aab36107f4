-- SPDX-License-Identifier: MIT
local list = {}
for i = 1, 500 do list[i] = { i % 5, i } end
table.sort(list, function(a, b) return a[1] < b[1] end)
local sum = 0
for at, item in ipairs(list) do sum = (sum * 31 + item[2] * at) % 1000000007 end
return sum
