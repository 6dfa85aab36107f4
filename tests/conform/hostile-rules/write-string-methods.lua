-- SPDX-License-Identifier: MIT
getmetatable("a").__index = { upper = function() return "changed" end }
return "ran"
