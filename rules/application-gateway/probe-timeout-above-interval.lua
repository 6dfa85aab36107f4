-- SPDX-License-Identifier: MIT
-- One finding for each probe that waits longer for an answer than for the next probe.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "ProbeTimeout", "ProbeInterval" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if probe.timeout > probe.interval then
        rows[#rows + 1] = { probe.name, {
          GatewayName = gateway.name, ProbeName = probe.name, ProbeTimeout = probe.timeout, ProbeInterval
          = probe.interval,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
