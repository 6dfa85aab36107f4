-- SPDX-License-Identifier: MIT
-- One finding for each pair of probe and setting where the probe may take longer than a request may.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "BackendHttpSettingName", "ProbeTimeout", "RequestTimeout" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      for _, setting in ipairs(uses.settings_of(gateway, probe)) do
        if probe.timeout > setting.requestTimeout then
          rows[#rows + 1] = { probe.name .. " (" .. setting.name .. ")", {
            GatewayName = gateway.name, ProbeName = probe.name, BackendHttpSettingName = setting.name,
            ProbeTimeout = probe.timeout, RequestTimeout = setting.requestTimeout,
          } }
        end
      end
    end
    return checklist.verdict(rows)
  end,
}
