-- SPDX-License-Identifier: MIT
return {
  answers = { "yes", "no" },
  reads = { "backendHealth" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local health = facts.backendHealth
    for i = 1, #health do
      local server = health[i]
      if server.health ~= "Healthy" and text.contains(server.log, "TCP connect failed") then
        return yes { Finding = "tcp-failed" }
      end
    end
    return no()
  end,
}
