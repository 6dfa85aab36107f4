-- SPDX-License-Identifier: MIT
return debug.getinfo(1)
