-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "inner" },
  decide = function(facts) return not_applicable("it is " .. facts.inner.object.text) end,
}
