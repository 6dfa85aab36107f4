-- SPDX-License-Identifier: MIT
-- One finding for each probe that asks more often than is advised. Intervals that the API does not take are
-- another check.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

-- From the portal's page on probes.
local advised_seconds = 30

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "ProbeInterval", "AdvisedInterval" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if probe.interval >= ranges.seconds[1] and probe.interval < advised_seconds then
        rows[#rows + 1] = { probe.name, {
          GatewayName = gateway.name, ProbeName = probe.name, ProbeInterval = probe.interval,
          AdvisedInterval = advised_seconds,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
