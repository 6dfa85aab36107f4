-- SPDX-License-Identifier: MIT
return function(
