-- SPDX-License-Identifier: MIT
error(("x"):rep(1000000))
