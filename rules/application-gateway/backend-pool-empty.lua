-- SPDX-License-Identifier: MIT
-- Has the pool that the failing request reaches any member at all?
local topology = require "lib.topology"

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway" },
  provides = {
    yes = { "GatewayName", "BackendPool", "RuleName" },
    no = { "BackendPool" },
  },
  decide = function(facts)
    local route, stop = topology.route(facts)
    if not route then return stop end
    local pool, no_pool = topology.pool(route)
    if not pool then return no_pool end
    if not topology.is_empty(pool) then return no { BackendPool = pool.name } end
    return yes { GatewayName = route.gateway.name, BackendPool = pool.name, RuleName = route.rule.name }
  end,
}
