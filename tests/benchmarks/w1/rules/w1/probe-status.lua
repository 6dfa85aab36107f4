-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "backendHealth" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local health = facts.backendHealth
    for i = 1, #health do
      local server = health[i]
      if server.health == "Unhealthy" then
        local status = server.statusCode
        if status ~= 0 and (status < 200 or status > 399) then return yes { Finding = "probe-status" } end
      end
    end
    return no()
  end,
}
