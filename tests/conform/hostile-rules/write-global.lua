-- SPDX-License-Identifier: MIT
Leaked = "leaked"
return "ran"
