-- SPDX-License-Identifier: MIT
return {
  answers = { "yes" },
  reads = { "own" },
  provides = { yes = { "OwnName" } },
  decide = function(facts)
    for _, item in ipairs(facts.own.items) do finding(item.name, { OwnName = item.name }) end
    return yes()
  end,
}
