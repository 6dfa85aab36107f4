-- SPDX-License-Identifier: MIT
-- Lists the servers that are down for the failing request, one finding each: from here the walk goes on per
-- server.
local backend = require "lib.backend"
local health = require "lib.health"

return {
  answers = { "listed", "none" },
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = { listed = { "BackendServerAddress" } },
  decide = function(facts)
    local pair, servers = backend.servers(facts)
    if not pair then return servers end
    local count, odd = health.count(servers)
    if not count then return odd end
    for _, entry in ipairs(health.named(servers)) do
      if health.word(entry.server.health) == "Unhealthy" then
        finding(entry.subject, { BackendServerAddress = entry.server.address })
      end
    end
    return answer(count.Unhealthy > 0 and "listed" or "none")
  end,
}
