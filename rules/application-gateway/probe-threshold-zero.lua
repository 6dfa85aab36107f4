-- SPDX-License-Identifier: MIT
-- One finding for each probe with an unhealthy threshold of zero, which a page of the portal once allowed and the
-- API does not take.
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
      if probe.unhealthyThreshold == 0 then
        rows[#rows + 1] = { probe.name, { GatewayName = gateway.name, ProbeName = probe.name } }
      end
    end
    return checklist.verdict(rows)
  end,
}
