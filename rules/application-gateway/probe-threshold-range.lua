-- SPDX-License-Identifier: MIT
-- One finding for each probe whose unhealthy threshold nothing takes. Zero is a check of its own: a page of the
-- portal once allowed it.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "UnhealthyThreshold" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if probe.unhealthyThreshold ~= 0 and ranges.outside(probe.unhealthyThreshold, ranges.failures) then
        rows[#rows + 1] = { probe.name, {
          GatewayName = gateway.name, ProbeName = probe.name, UnhealthyThreshold =
          probe.unhealthyThreshold,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
