-- SPDX-License-Identifier: MIT
-- Does a network security group stand before the gateway's subnet? Whether it harms is the tree's question.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ids = require "lib.ids"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway.name", "gatewaySubnet" },
  provides = { yes = { "GatewayName", "SubnetName", "NsgName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "gatewaySubnet")
    if missing then return missing end
    local subnet = facts.gatewaySubnet
    if subnet.networkSecurityGroup == nil then return no() end
    local group = ids.name(subnet.networkSecurityGroup.id)
    return checklist.verdict { { group, {
      GatewayName = facts.applicationGateway.name, SubnetName = subnet.name, NsgName = group,
    } } }
  end,
}
