-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "inner" },
  decide = function(facts) error("broke over " .. facts.inner.text) end,
}
