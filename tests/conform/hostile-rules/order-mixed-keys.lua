-- SPDX-License-Identifier: MIT
local said = {}
for key in pairs({ b = 1, a = 1, [3] = 1, [1.5] = 1, [true] = 1, ["10"] = 1, [-2] = 1 }) do
  said[#said + 1] = tostring(key)
end
return ("%s"):rep(#said, ","):format(table.unpack(said))
