-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "pools", "backendHealth" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local pools, health = facts.pools, facts.backendHealth
    for i = 1, #pools do
      local name, members, all = pools[i].name, 0, true
      for j = 1, #health do
        local server = health[j]
        if server.pool == name then
          members = members + 1
          if server.health ~= "Unhealthy" then
            all = false
            break
          end
        end
      end
      if members > 0 and all then return yes { Finding = "all-unhealthy" } end
    end
    return no()
  end,
}
