-- SPDX-License-Identifier: MIT
local probes = require "lib.probes"

return {
  answers = { "yes", "no" },
  reads = { "backendHealth", "httpSettings", "probes" },
  provides = { yes = { "Finding" } },
  decide = function(facts)
    local health = facts.backendHealth
    for i = 1, #health do
      local server = health[i]
      local name = server.certCN
      if name then
        local probe = probes.of(facts, server.setting)
        if probe and name ~= probe.host then return yes { Finding = "cert-cn" } end
      end
    end
    return no()
  end,
}
