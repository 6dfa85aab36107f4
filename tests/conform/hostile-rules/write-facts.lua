-- SPDX-License-Identifier: MIT
pcall(function() facts.host = "changed" end)
pcall(function() facts.list[2] = "changed" end)
facts.new = "changed"
return "ran"
