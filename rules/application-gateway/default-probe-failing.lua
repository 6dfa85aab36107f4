-- SPDX-License-Identifier: MIT
-- One finding for each pair of pool and setting without a probe of its own where a server fails: the default probe
-- asks for the default site.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local health = require "lib.health"
local topology = require "lib.topology"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "backendHealth" },
  provides = { yes = { "GatewayName", "BackendPool", "BackendHttpSettingName", "ProbeUrl" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows, open = facts.applicationGateway, {}, nil
    local targets, stop = uses.targets(gateway)
    if not targets then return stop end
    for _, target in ipairs(targets) do
      local setting = target.setting
      if setting.probe == nil and not topology.is_empty(target.pool) then
        local count, untold = health.counted(facts, target.pool, setting)
        open = open or untold
        if count and count.Unhealthy > 0 then
          rows[#rows + 1] = { target.pool.name .. " (" .. setting.name .. ")", {
            GatewayName = gateway.name, BackendPool = target.pool.name, BackendHttpSettingName = setting.name,
            ProbeUrl = text.lower(setting.protocol) .. "://127.0.0.1:" .. setting.port .. "/",
          } }
        end
      end
    end
    return checklist.verdict(rows, open)
  end,
}
