-- SPDX-License-Identifier: MIT
error("\27[31m\255\0 red")
