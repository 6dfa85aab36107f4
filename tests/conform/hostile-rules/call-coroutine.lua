-- SPDX-License-Identifier: MIT
return coroutine.wrap(function() return "ran" end)()
