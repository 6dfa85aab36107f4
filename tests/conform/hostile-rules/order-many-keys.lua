-- SPDX-License-Identifier: MIT
local keys, sum, at = {}, 0, 0
for i = 1, 3000 do keys["k" .. i * 7919 % 3001] = i end
for _, value in pairs(keys) do
  at = at + 1
  sum = (sum * 31 + value * at) % 1000000007
end
return sum
