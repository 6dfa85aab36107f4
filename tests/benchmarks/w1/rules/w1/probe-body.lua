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
      local probe = probes.of(facts, server.setting)
      if probe then
        local wanted = probe.match.body
        if wanted ~= "" then
          local status = server.statusCode
          if status >= 200 and status <= 399 and not text.contains(server.body, wanted) then
            return yes { Finding = "probe-body" }
          end
        end
      end
    end
    return no()
  end,
}
