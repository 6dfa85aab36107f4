-- SPDX-License-Identifier: MIT
-- One finding for each pool that a rule sends requests to and that has no member, whatever request failed.
local documents = require "lib.documents"
local topology = require "lib.topology"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendPool" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, found = facts.applicationGateway, false
    local used = topology.pools_in_use(gateway)
    for _, pool in ipairs(gateway.backendAddressPools) do
      if used[text.lower(pool.id)] and topology.is_empty(pool) then
        found = true
        finding(pool.name, { GatewayName = gateway.name, BackendPool = pool.name })
      end
    end
    return found and yes() or no()
  end,
}
