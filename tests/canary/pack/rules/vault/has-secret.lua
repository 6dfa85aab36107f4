-- SPDX-License-Identifier: MIT
-- Reads secrets as a rule may: whether they are there, whether two are equal.
return {
  answers = { "yes", "no" },
  reads = { "vault", "mixed" },
  provides = { yes = { "MixedName" } },
  lowers = { MixedName = "the name that the customer chose" },
  decide = function(facts)
    local vault, mixed = facts.vault, facts.mixed
    local there = vault.text ~= nil and vault.count ~= nil and vault.ratio ~= nil and vault.when ~= nil
    local held = vault.flag ~= nil and vault.object.text ~= nil and vault.map.known ~= nil and #vault.list > 0
    for _, item in ipairs(vault.items) do held = held and item.name ~= nil end
    for _, user in ipairs(mixed.users) do held = held and user.password ~= vault.text end
    for _, number in ipairs(vault.numbers) do held = held and number ~= nil end
    if there and held and vault.text == vault.twin and mixed.password ~= vault.text and mixed.keys.known ~= nil then
      return yes { MixedName = mixed.name }
    end
    return no()
  end,
}
