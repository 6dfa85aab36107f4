-- SPDX-License-Identifier: MIT
-- One finding for each pair of probe and setting that speak different protocols.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "BackendHttpSettingName", "ProbeProtocol", "BackendProtocol" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      for _, setting in ipairs(uses.settings_of(gateway, probe)) do
        if not text.equal_fold(probe.protocol, setting.protocol) then
          rows[#rows + 1] = { probe.name .. " (" .. setting.name .. ")", {
            GatewayName = gateway.name, ProbeName = probe.name, BackendHttpSettingName = setting.name,
            ProbeProtocol = probe.protocol, BackendProtocol = setting.protocol,
          } }
        end
      end
    end
    return checklist.verdict(rows)
  end,
}
