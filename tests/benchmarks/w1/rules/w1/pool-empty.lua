-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "pools" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local pools = facts.pools
    for i = 1, #pools do
      local pool = pools[i]
      if #pool.addresses + #pool.ipConfigs == 0 then return yes { Finding = "pool-empty" } end
    end
    return no()
  end,
}
