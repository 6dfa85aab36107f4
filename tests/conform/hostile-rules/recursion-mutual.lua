-- SPDX-License-Identifier: MIT
local a, b
function a(n) return 1 + b(n) end
function b(n) return 1 + a(n) end
return a(1)
