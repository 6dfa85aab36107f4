-- SPDX-License-Identifier: MIT
-- The next hop from the gateway's subnet to a server: as Network Watcher tells it, or, where `backendRoute` is null,
-- from the route table, the network and what is learned.
local gateway_subnet = require "lib.gateway_subnet"
local ids = require "lib.ids"
local routes = require "network.routes"

local next_hop = {}

local inside = {
  vnetlocal = true, virtualnetwork = true, vnetpeering = true, virtualnetworkpeering = true,
  vnetglobalpeering = true, interfaceendpoint = true, virtualnetworkserviceendpoint = true,
}

-- The internet is the way to a public address; a private one it never reaches.
function next_hop.leads_there(hop, is_private)
  local lowered = text.lower(hop)
  return inside[lowered] == true or (lowered == "internet" and not is_private)
end

-- What the document says: { words, hop, table_name }.
function next_hop.told(route)
  local words = route.nextHopType
  if text.equal_fold(route.nextHopType, "VirtualAppliance") then words = words .. " " .. route.nextHopIpAddress end
  return { words = words, hop = route.nextHopType, table_name = ids.name(route.routeTableId) }
end

local function network_routes(network)
  local peers = {}
  for _, peering in ipairs(network.virtualNetworkPeerings or {}) do
    local prefixes = peering.remoteAddressSpace.addressPrefixes
    table.move(prefixes, 1, #prefixes, #peers + 1, peers)
  end
  return routes.system(network.addressSpace.addressPrefixes, peers)
end

-- Every way that packets to `destination` take, the same shape; nil and an Unknown where facts are missing.
function next_hop.from_tables(facts, destination)
  local network = facts.virtualNetwork
  if network == nil then return nil, unknown { needs = { "backendRoute" } } end
  local learned = gateway_subnet.takes_learned(facts) and gateway_subnet.learned_routes(facts) or {}
  local list = routes.joined(gateway_subnet.own_routes(facts), learned, network_routes(network))
  local ways = {}
  for _, piece in ipairs(routes.each(list, destination, function() return facts.serviceTags end)) do
    local found = piece.found
    if #found.needs > 0 then return nil, unknown { needs = found.needs } end
    local own = found.origin == "User"
    ways[#ways + 1] = {
      words = gateway_subnet.hop_words(found), hop = found.hop or "None", destination = piece.destination,
      table_name = own and facts.gatewaySubnetRouteTable.name or "System Route",
    }
  end
  return ways
end

return next_hop
