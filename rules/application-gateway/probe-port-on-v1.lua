-- SPDX-License-Identifier: MIT
-- One finding for each probe of a v1 gateway that sets a port: v1 probes the port of the setting.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local sku = require "lib.sku"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "ProbePort" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local generation, stop = sku.generation(gateway)
    if not generation then return stop end
    for _, probe in ipairs(gateway.probes or {}) do
      if generation == "v1" and probe.port then
        rows[#rows + 1] = { probe.name, {
          GatewayName = gateway.name, ProbeName = probe.name, ProbePort = probe.port,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
