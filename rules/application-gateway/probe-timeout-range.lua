-- SPDX-License-Identifier: MIT
-- One finding for each probe whose timeout the API does not take.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "ProbeTimeout" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if ranges.outside(probe.timeout, ranges.seconds) then
        rows[#rows + 1] = { probe.name, {
          GatewayName = gateway.name, ProbeName = probe.name, ProbeTimeout = probe.timeout,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
