-- SPDX-License-Identifier: MIT
return _G["tostring"](1)
