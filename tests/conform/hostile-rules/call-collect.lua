-- SPDX-License-Identifier: MIT
return collectgarbage("count")
