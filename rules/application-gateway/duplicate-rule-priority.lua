-- SPDX-License-Identifier: MIT
-- One finding for each rule whose priority a rule above it in the list already has.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "RuleName", "OtherRuleName", "Priority" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows, first = facts.applicationGateway, {}, {}
    for _, rule in ipairs(gateway.requestRoutingRules) do
      local priority = rule.priority
      if priority and first[priority] then
        rows[#rows + 1] = { rule.name, {
          GatewayName = gateway.name, RuleName = rule.name, OtherRuleName = first[priority], Priority = priority,
        } }
      elseif priority then
        first[priority] = rule.name
      end
    end
    return checklist.verdict(rows)
  end,
}
