-- SPDX-License-Identifier: MIT
-- One finding for each ExpressRoute circuit that a gateway of the same virtual network is connected to. Circuits
-- behind a peered network are not seen.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local ids = require "lib.ids"

-- ".../virtualNetworks/hub/subnets/gw" is in ".../virtualNetworks/hub".
local function network_of(subnet_id)
  return text.split(text.lower(subnet_id), "/subnets/")[1]
end

-- Whether the connection's gateway stands in the network of `subnet`.
local function stands_in(facts, connection, subnet)
  local gateway = ids.find(facts.vnetGateways, connection.virtualNetworkGateway1.id)
  if not gateway then return false end
  for _, configuration in ipairs(gateway.ipConfigurations) do
    if network_of(configuration.subnet.id) == network_of(subnet) then return true end
  end
  return false
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "gatewayConnections", "vnetGateways" },
  provides = { yes = { "GatewayName", "SubnetName", "VnetName", "ExpressRouteCircuit" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    local subnet = gateway.gatewayIPConfigurations[1] and gateway.gatewayIPConfigurations[1].subnet.id
    if not subnet then return unknown { needs = { "applicationGateway.gatewayIPConfigurations" } } end
    for _, connection in ipairs(facts.gatewayConnections) do
      if text.equal_fold(connection.connectionType, "ExpressRoute") and stands_in(facts, connection, subnet) then
        local circuit = ids.name(connection.peer.id)
        rows[#rows + 1] = { circuit, {
          GatewayName = gateway.name, SubnetName = ids.name(subnet), ExpressRouteCircuit = circuit,
          VnetName = ids.after(subnet, "virtualNetworks"),
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
