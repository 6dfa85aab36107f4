-- SPDX-License-Identifier: MIT
-- Do packets from the gateway's subnet leave for the server by a hop that leads there?
local addresses = require "network.addresses"
local backend = require "lib.backend"
local next_hop = require "lib.next_hop"
local probe = require "lib.probe"
local targets = require "lib.targets"

-- The first way that does not lead to the server, or nil; nil and an Unknown where facts are missing.
local function astray(facts, server)
  if facts.backendRoute ~= nil then
    local told = next_hop.told(facts.backendRoute)
    local is_private = addresses.is_private(server.address)
    return not next_hop.leads_there(told.hop, is_private) and told or nil
  end
  local destinations, unresolved = targets.in_front(facts, server.address)
  if not destinations then return nil, unresolved end
  for _, destination in ipairs(destinations) do
    local ways, missing = next_hop.from_tables(facts, destination)
    if not ways then return nil, missing end
    for _, way in ipairs(ways) do
      if not next_hop.leads_there(way.hop, addresses.is_private(way.destination)) then return way end
    end
  end
  return nil
end

return {
  answers = { "yes", "no" },
  reads = {
    "request", "applicationGateway", "backendHealth", "backendRoute", "dnsLookups", "gatewaySubnetRouteTable",
    "effectiveRoutesSameVnet", "virtualNetwork", "serviceTags",
  },
  provides = {
    yes = { "GatewayName", "BackendPool", "BackendServerAddress", "NextHop", "RouteTable", "SubnetName" },
    no = { "GatewayName", "BackendPool", "BackendServerAddress", "DestinationPort" },
  },
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local way, missing = astray(facts, pair.server)
    if missing then return missing end
    local values = {
      GatewayName = pair.gateway.name, BackendPool = pair.pool.name, BackendServerAddress = pair.server.address,
    }
    if not way then
      local port, no_port = probe.port(pair.gateway, pair.setting)
      if not port then return no_port end
      values.DestinationPort = port
      return no(values)
    end
    local _, subnet = backend.network(pair.gateway)
    values.NextHop, values.RouteTable, values.SubnetName = way.words, way.table_name, subnet
    return yes(values)
  end,
}
