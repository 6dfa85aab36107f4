-- SPDX-License-Identifier: MIT
-- One finding for each probe that neither names a host nor takes one from the setting.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if (probe.host or "") == "" and not probe.pickHostNameFromBackendHttpSettings then
        rows[#rows + 1] = { probe.name, { GatewayName = gateway.name, ProbeName = probe.name } }
      end
    end
    return checklist.verdict(rows)
  end,
}
