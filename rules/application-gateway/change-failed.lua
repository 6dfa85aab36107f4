-- SPDX-License-Identifier: MIT
-- Did the last change of the gateway fail? A gateway in the state Failed may serve an older configuration.
local backend = require "lib.backend"

return {
  answers = { "failed", "no" },
  reads = { "request", "applicationGateway" },
  provides = { failed = { "GatewayName" }, no = { "GatewayName", "BackendPool" } },
  decide = function(facts)
    local pair, stop = backend.pair(facts)
    if not pair then return stop end
    local gateway = pair.gateway
    if text.equal_fold(gateway.provisioningState or "", "Failed") then
      return answer("failed", { GatewayName = gateway.name })
    end
    return no { GatewayName = gateway.name, BackendPool = pair.pool.name }
  end,
}
