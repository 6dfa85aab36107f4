-- SPDX-License-Identifier: MIT
-- One finding for each probe that takes its host from a setting that offers none.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local host_source = require "lib.host_source"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "BackendHttpSettingName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      for _, setting in ipairs(uses.settings_of(gateway, probe)) do
        if probe.pickHostNameFromBackendHttpSettings and not host_source.offers(setting) then
          rows[#rows + 1] = { probe.name .. " (" .. setting.name .. ")", {
            GatewayName = gateway.name, ProbeName = probe.name, BackendHttpSettingName = setting.name,
          } }
        end
      end
    end
    return checklist.verdict(rows)
  end,
}
