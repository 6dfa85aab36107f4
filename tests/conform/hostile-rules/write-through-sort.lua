-- SPDX-License-Identifier: MIT
pcall(table.sort, facts.list)
table.remove(facts.list)
return "ran"
