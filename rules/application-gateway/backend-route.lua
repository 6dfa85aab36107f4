-- SPDX-License-Identifier: MIT
-- Do packets from the gateway's subnet leave for the server by a hop that leads there?
local backend = require "lib.backend"
local addresses = require "network.addresses"
local documents = require "lib.documents"
local ids = require "lib.ids"
local probe = require "lib.probe"

local inside = {
  vnetlocal = true, virtualnetwork = true, vnetpeering = true, virtualnetworkpeering = true,
  vnetglobalpeering = true, interfaceendpoint = true,
}

-- The internet is the way to a public server; a private address it never reaches.
local function leads_there(hop, server)
  if inside[hop] then return true end
  return hop == "internet" and not addresses.is_private(server.address)
end

local function described(route)
  if text.equal_fold(route.nextHopType, "VirtualAppliance") then
    return route.nextHopType .. " " .. route.nextHopIpAddress
  end
  return route.nextHopType
end

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway", "backendHealth", "backendRoute" },
  provides = {
    yes = { "GatewayName", "BackendPool", "BackendServerAddress", "NextHop", "RouteTable", "SubnetName" },
    no = { "GatewayName", "BackendPool", "BackendServerAddress", "DestinationPort" },
  },
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local missing = documents.missing(facts, "backendRoute")
    if missing then return missing end
    local values = backend.values(pair)
    local route = facts.backendRoute
    if leads_there(text.lower(route.nextHopType), pair.server) then
      local port, no_port = probe.port(pair.gateway, pair.setting)
      if not port then return no_port end
      values.DestinationPort = port
      return no(values)
    end
    local _, subnet = backend.network(pair.gateway)
    values.NextHop, values.SubnetName = described(route), subnet
    values.RouteTable = ids.name(route.routeTableId)
    return yes(values)
  end,
}
