-- SPDX-License-Identifier: MIT
-- One finding for each setting whose port is no port.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName", "BackendPort" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, setting in ipairs(gateway.backendHttpSettingsCollection) do
      if ranges.outside(setting.port, ranges.port) then
        rows[#rows + 1] = { setting.name, {
          GatewayName = gateway.name, BackendHttpSettingName = setting.name, BackendPort = setting.port,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
