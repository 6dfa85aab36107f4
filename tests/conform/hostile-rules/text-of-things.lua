-- SPDX-License-Identifier: MIT
return tostring({}) .. tostring(print) .. tostring(tostring) .. tostring(facts)
