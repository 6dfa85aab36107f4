-- SPDX-License-Identifier: MIT
-- Does a network security group on the way keep the gateway's probes from the server? The group of the gateway's subnet
-- must let them out, and all that stand before the server must let them in; where none stands, the way is open.
local backend = require "lib.backend"
local documents = require "lib.documents"
local groups_on_way = require "lib.groups_on_way"
local near_miss = require "network.near_miss"
local nsg = require "network.nsg"
local probe = require "lib.probe"
local targets = require "lib.targets"

local function flow_to(facts, destination, port)
  return {
    protocol = "Tcp", source = facts.gatewaySubnetPrefix, source_in_no_group = true, destination = destination,
    port = port,
  }
end

-- The gravest thing that happens to the flow to any of the destinations: { compiled, result, flow }.
local function worst_of(facts, compiled, destinations, port)
  local worst = nil
  for _, destination in ipairs(destinations) do
    local flow = flow_to(facts, destination, port)
    local result = nsg.decide(compiled, flow)
    if not worst or nsg.graver(worst.result, result) == result then
      worst = { compiled = compiled, result = result, flow = flow }
    end
  end
  return worst
end

-- Out of the gateway's subnet first; nil and an Unknown when nobody looked the server up.
local function worst_on_way(facts, pair, port)
  local out, first = groups_on_way.out(facts, pair.gateway), nil
  if out then
    local seen, unresolved = targets.in_front(facts, pair.server.address)
    if not seen then return nil, unresolved end
    first = worst_of(facts, out, seen, port)
    if first.result.access == "Deny" then return first end
  end
  local destinations, unresolved = targets.of(facts, pair.server.address)
  if not destinations then return nil, unresolved end
  local into, no_card = groups_on_way.into(facts, pair.gateway, destinations)
  if not into then return nil, no_card end
  local last = worst_of(facts, into, destinations, port)
  if first and nsg.graver(last.result, first.result) == first.result then return first end
  return last
end

local function part_of(piece, whole)
  return piece == whole and whole or piece .. ", part of " .. whole
end

local function near_words(worst)
  local near = near_miss.of(worst.compiled, worst.flow, worst.result)
  if not near then return "none" end
  return near.rule .. " allows " .. near.part .. " " .. table.concat(near.entries, ", ") .. " only"
end

local function denied(pair, worst)
  local result, flow = worst.result, worst.flow
  return yes {
    GatewayName = pair.gateway.name, BackendPool = pair.pool.name, BackendServerAddress = pair.server.address,
    NsgName = result.group, DenyingRule = nsg.deciders(result), Direction = worst.compiled.direction,
    SourcePrefix = part_of(result.source, flow.source), NearMiss = near_words(worst),
    DestinationAddress = part_of(result.destination, flow.destination), DestinationPort = flow.port,
  }
end

return {
  answers = { "yes", "no" },
  reads = {
    "request", "applicationGateway", "backendHealth", "backendNsg", "gatewaySubnetPrefix", "serviceTags",
    "dnsLookups", "applicationSecurityGroups", "networkCards",
  },
  provides = {
    yes = {
      "GatewayName", "BackendPool", "BackendServerAddress", "NsgName", "DenyingRule", "Direction", "SourcePrefix",
      "DestinationAddress", "DestinationPort", "NearMiss",
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
    local worst, unresolved = worst_on_way(facts, pair, port)
    if not worst then return unresolved end
    local result = worst.result
    if result.unreadable then return unknown { needs = { "gatewaySubnetPrefix", "dnsLookups" } } end
    if result.access == "Unknown" then return unknown(nsg.needs(result)) end
    if result.access == "Allow" then return no() end
    return denied(pair, worst)
  end,
}
