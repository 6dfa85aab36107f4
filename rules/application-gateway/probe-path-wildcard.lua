-- SPDX-License-Identifier: MIT
-- One finding for each probe whose path holds a `*`: a probe asks for one page.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "ProbeName", "Path" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, probe in ipairs(gateway.probes or {}) do
      if text.contains(probe.path, "*") then
        rows[#rows + 1] = { probe.name, { GatewayName = gateway.name, ProbeName = probe.name, Path = probe.path } }
      end
    end
    return checklist.verdict(rows)
  end,
}
