-- SPDX-License-Identifier: MIT
-- Does a route table belong to the gateway's subnet? Whether it harms is the tree's question.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ids = require "lib.ids"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway.name", "gatewaySubnet" },
  provides = { yes = { "GatewayName", "SubnetName", "UDRName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "gatewaySubnet")
    if missing then return missing end
    local subnet = facts.gatewaySubnet
    if subnet.routeTable == nil then return no() end
    local routes = ids.name(subnet.routeTable.id)
    return checklist.verdict { { routes, {
      GatewayName = facts.applicationGateway.name, SubnetName = subnet.name, UDRName = routes,
    } } }
  end,
}
