-- SPDX-License-Identifier: MIT
-- One finding for each pair of pool and setting in use of which no server answers its probes. Empty pools are
-- another check.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local health = require "lib.health"
local topology = require "lib.topology"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "backendHealth" },
  provides = { yes = { "GatewayName", "BackendPool", "BackendHttpSettingName", "ServerCount" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows, open = facts.applicationGateway, {}, nil
    local targets, stop = uses.targets(gateway)
    if not targets then return stop end
    for _, target in ipairs(targets) do
      if not topology.is_empty(target.pool) then
        local count, untold = health.counted(facts, target.pool, target.setting)
        open = open or untold
        if count and count.Unhealthy == count.all then
          rows[#rows + 1] = { target.pool.name .. " (" .. target.setting.name .. ")", {
            GatewayName = gateway.name, BackendPool = target.pool.name,
            BackendHttpSettingName = target.setting.name, ServerCount = count.all,
          } }
        end
      end
    end
    return checklist.verdict(rows, open)
  end,
}
