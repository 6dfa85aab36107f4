-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "own" },
  decide = function(facts)
    for key, text in pairs(facts.own.map) do finding(key, { OwnText = text }) end
    return yes()
  end,
}
