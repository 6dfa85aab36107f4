-- SPDX-License-Identifier: MIT
-- Are all servers down that could have answered the failing request? One that is not down could have.
local backend = require "lib.backend"
local health = require "lib.health"

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = {
    yes = { "GatewayName", "BackendPool", "HttpSetting", "UnhealthyCount" },
    no = { "GatewayName", "BackendPool", "HttpSetting" },
  },
  decide = function(facts)
    local pair, servers = backend.servers(facts)
    if not pair then return servers end
    local count, odd = health.count(servers)
    if not count then return odd end
    local values = {
      GatewayName = pair.gateway.name, BackendPool = pair.pool.name, HttpSetting = pair.setting.name,
    }
    if count.Unhealthy < #servers then return no(values) end
    values.UnhealthyCount = #servers
    return yes(values)
  end,
}
