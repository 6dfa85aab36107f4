-- SPDX-License-Identifier: MIT
-- What the groups of a case do with its flow.
local nsg = require "network.nsg"

local function groups_of(document, scope)
  if document == nil then return {} end
  if document.effectiveSecurityRules ~= nil then
    return { { name = scope, effective = document.effectiveSecurityRules } }
  end
  return { { name = scope, rules = document.securityRules } }
end

return {
  answers = { "decided" },
  reads = { "subnetNsg", "nicNsg", "adminRules", "flow", "tags", "asgs" },
  provides = { decided = { "Access", "Scope", "Rule", "Maybe" } },
  decide = function(facts)
    local flow = facts.flow
    local compiled = nsg.compile {
      direction = flow.direction, tags = facts.tags, application_groups = facts.asgs, admin = facts.adminRules,
      subnet = groups_of(facts.subnetNsg, "subnet"), nic = groups_of(facts.nicNsg, "nic"),
    }
    local result = nsg.decide(compiled, {
      protocol = flow.protocol, source = flow.sourceAddress, source_port = flow.sourcePort,
      destination = flow.destinationAddress, port = flow.destinationPort, established = flow.established,
    })
    return answer("decided", {
      Access = result.access, Scope = result.scope, Rule = result.rule or "", Maybe = result.maybe or {},
    })
  end,
}
