-- SPDX-License-Identifier: MIT
-- One finding for each setting that drains connections for a time that the API does not take.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName", "DrainTimeout" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, setting in ipairs(gateway.backendHttpSettingsCollection) do
      local drain = setting.connectionDraining
      if drain ~= nil and drain.enabled and ranges.outside(drain.drainTimeoutInSec, ranges.drain_seconds) then
        rows[#rows + 1] = { setting.name, {
          GatewayName = gateway.name, BackendHttpSettingName = setting.name, DrainTimeout = drain.drainTimeoutInSec,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
