-- SPDX-License-Identifier: MIT
-- What the groups of a case do with its flow. Tags read at once and tags read late must say the same.
local nsg = require "network.nsg"

local function groups_of(document, scope)
  if document == nil then return {} end
  if document.effectiveSecurityRules ~= nil then
    return { { name = scope, effective = document.effectiveSecurityRules } }
  end
  return { { name = scope, rules = document.securityRules } }
end

-- What would settle an Unknown, and behind a bar what one of would.
local function needed(result)
  if result.access ~= "Unknown" then return "" end
  local needs = nsg.needs(result)
  return table.concat(needs.needs, ", ") .. " | " .. table.concat(needs.any_of, ", ")
end

local function decided(facts, tags)
  local flow = facts.flow
  local compiled = nsg.compile {
    direction = flow.direction, tags = tags, application_groups = facts.asgs, admin = facts.adminRules,
    subnet = groups_of(facts.subnetNsg, "subnet"), nic = groups_of(facts.nicNsg, "nic"),
  }
  local twins = {}
  for _, twin in ipairs(nsg.twins(compiled)) do
    twins[#twins + 1] = twin.priority .. " " .. table.concat(twin.names, "+")
  end
  return twins, nsg.decide(compiled, {
    protocol = flow.protocol, source = flow.sourceAddress, source_port = flow.sourcePort,
    destination = flow.destinationAddress, port = flow.destinationPort, established = flow.established,
  })
end

return {
  answers = { "decided" },
  reads = { "subnetNsg", "nicNsg", "adminRules", "flow", "tags", "asgs" },
  provides = { decided = { "Access", "Scope", "Rule", "Maybe", "Twins", "Needs" } },
  decide = function(facts)
    local twins, result = decided(facts, facts.tags)
    local _, later = decided(facts, function() return facts.tags end)
    if later.access ~= result.access or later.rule ~= result.rule then
      error("tags that are read late give " .. later.access .. ", tags read at once " .. result.access)
    end
    return answer("decided", {
      Access = result.access, Scope = result.scope, Rule = result.rule or "", Maybe = result.maybe or {},
      Twins = twins, Needs = needed(result),
    })
  end,
}
