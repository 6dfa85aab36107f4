-- SPDX-License-Identifier: MIT
string.upper = function() return "changed" end
return "ran"
