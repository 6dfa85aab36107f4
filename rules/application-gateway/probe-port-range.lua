-- SPDX-License-Identifier: MIT
-- One finding for each probe with a port of its own that is no port.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "ProbePort" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if probe.port and ranges.outside(probe.port, ranges.port) then
        rows[#rows + 1] = { probe.name, {
          GatewayName = gateway.name, ProbeName = probe.name, ProbePort = probe.port,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
