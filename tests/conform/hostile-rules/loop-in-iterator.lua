-- SPDX-License-Identifier: MIT
for _ in function() return 1 end do end
