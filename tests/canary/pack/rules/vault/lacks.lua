-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "inner", "vault" },
  decide = function(facts)
    for key in pairs(facts.inner.map) do return unknown { needs = { "inner.map." .. key } } end
    return yes()
  end,
}
