-- SPDX-License-Identifier: MIT
-- One finding for each rule whose priority the API does not take.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ranges = require "lib.ranges"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "RuleName", "Priority" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, rule in ipairs(gateway.requestRoutingRules) do
      if rule.priority and ranges.outside(rule.priority, ranges.priority) then
        rows[#rows + 1] = { rule.name, { GatewayName = gateway.name, RuleName = rule.name, Priority = rule.priority } }
      end
    end
    return checklist.verdict(rows)
  end,
}
