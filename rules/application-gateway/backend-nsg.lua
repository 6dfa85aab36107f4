-- SPDX-License-Identifier: MIT
-- Does a network security group on the way keep the gateway's probes from the server? All groups that stand
-- before the server must let them in; a server without one is open.
local backend = require "lib.backend"
local documents = require "lib.documents"
local nsg = require "network.nsg"
local probe = require "lib.probe"
local targets = require "lib.targets"

local function inbound(facts)
  return nsg.compile {
    direction = "Inbound", subnet = nsg.groups(facts.backendNsg),
    tags = function() return facts.serviceTags end,
    application_groups = function() return facts.applicationSecurityGroups end,
  }
end

-- The gravest thing that happens to the gateway's flow to any target, and that target.
local function worst_of(compiled, facts, port, destinations)
  local worst, target = nil, nil
  for _, destination in ipairs(destinations) do
    local result = nsg.decide(compiled, {
      protocol = "Tcp", source = facts.gatewaySubnetPrefix, source_in_no_group = true, port = port,
      destination = destination,
    })
    if nsg.graver(worst, result) == result then worst, target = result, destination end
  end
  return worst, target
end

local function part_of(piece, whole)
  return piece == whole and whole or piece .. ", part of " .. whole
end

local function denied(facts, pair, result, target, port)
  return yes {
    GatewayName = pair.gateway.name, BackendPool = pair.pool.name, BackendServerAddress = pair.server.address,
    NsgName = result.group, DenyingRule = nsg.deciders(result),
    SourcePrefix = part_of(result.source, facts.gatewaySubnetPrefix),
    DestinationAddress = part_of(result.destination, target), DestinationPort = port,
  }
end

return {
  answers = { "yes", "no" },
  reads = {
    "request", "applicationGateway", "backendHealth", "backendNsg", "gatewaySubnetPrefix", "serviceTags",
    "dnsLookups", "applicationSecurityGroups",
  },
  provides = {
    yes = {
      "GatewayName", "BackendPool", "BackendServerAddress", "NsgName", "DenyingRule", "SourcePrefix",
      "DestinationAddress", "DestinationPort",
    },
  },
  decide = function(facts, subject)
    if #facts.backendNsg == 0 then return no() end
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local missing = documents.missing(facts, "gatewaySubnetPrefix")
    if missing then return missing end
    local port, no_port = probe.port(pair.gateway, pair.setting)
    if not port then return no_port end
    local destinations, unresolved = targets.of(facts, pair.server.address)
    if not destinations then return unresolved end
    local worst, target = worst_of(inbound(facts), facts, port, destinations)
    if worst.unreadable then return unknown { needs = { "gatewaySubnetPrefix", "dnsLookups" } } end
    if worst.access == "Unknown" then return unknown(nsg.needs(worst)) end
    if worst.access == "Allow" then return no() end
    return denied(facts, pair, worst, target, port)
  end,
}
