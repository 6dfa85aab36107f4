-- SPDX-License-Identifier: MIT
-- One finding for each pool that a rule sends requests to and that has no member, whatever request failed.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local topology = require "lib.topology"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendPool" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local used, stop = uses.pool_ids(gateway)
    if not used then return stop end
    for _, pool in ipairs(gateway.backendAddressPools) do
      if used[text.lower(pool.id)] and topology.is_empty(pool) then
        rows[#rows + 1] = { pool.name, { GatewayName = gateway.name, BackendPool = pool.name } }
      end
    end
    return checklist.verdict(rows)
  end,
}
