-- SPDX-License-Identifier: MIT
-- One finding for each probe that no setting names: it is not sent.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local uses = require "lib.uses"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if #uses.settings_of(gateway, probe) == 0 then
        rows[#rows + 1] = { probe.name, { GatewayName = gateway.name, ProbeName = probe.name } }
      end
    end
    return checklist.verdict(rows)
  end,
}
