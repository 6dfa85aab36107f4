-- SPDX-License-Identifier: MIT
-- One finding for each setting whose request timeout the API does not take.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendHttpSettingName", "RequestTimeout" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, setting in ipairs(gateway.backendHttpSettingsCollection) do
      if ranges.outside(setting.requestTimeout, ranges.seconds) then
        rows[#rows + 1] = { setting.name, {
          GatewayName = gateway.name, BackendHttpSettingName = setting.name, RequestTimeout =
          setting.requestTimeout,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
