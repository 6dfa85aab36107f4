-- SPDX-License-Identifier: MIT
-- The flow of a probe to a server, and what security groups do with it.
local ids = require "lib.ids"
local near_miss = require "network.near_miss"
local nsg = require "network.nsg"

local server_flow = {}

local function flow_to(facts, destination, port)
  return {
    protocol = "Tcp", source = facts.gatewaySubnetPrefix, source_in_no_group = true, destination = destination,
    port = port,
  }
end

-- The gravest thing that happens to the flow to any of the destinations: { compiled, result, flow }.
function server_flow.worst(facts, compiled, destinations, port)
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

local function part_of(piece, whole)
  return piece == whole and whole or piece .. ", part of " .. whole
end

local function near_words(worst)
  local near = near_miss.of(worst.compiled, worst.flow, worst.result)
  if not near then return "none" end
  return ids.name(near.rule) .. " allows " .. near.part .. " " .. table.concat(near.entries, ", ") .. " only"
end

-- Effective rules name a rule with its collection before it: securityRules/allow-web.
local function denying_rule(result)
  return result.rule and ids.name(result.rule) or nsg.deciders(result)
end

-- The values of an article about the denial.
local function denial(pair, worst)
  local result, flow = worst.result, worst.flow
  return {
    GatewayName = pair.gateway.name, BackendPool = pair.pool.name, BackendServerAddress = pair.server.address,
    NsgName = result.group, DenyingRule = denying_rule(result), Direction = worst.compiled.direction,
    SourcePrefix = part_of(result.source, flow.source), NearMiss = near_words(worst),
    DestinationAddress = part_of(result.destination, flow.destination), DestinationPort = flow.port,
  }
end

server_flow.denial_values = {
  "GatewayName", "BackendPool", "BackendServerAddress", "NsgName", "DenyingRule", "Direction", "SourcePrefix",
  "DestinationAddress", "DestinationPort", "NearMiss",
}

-- The verdict on the question whether groups deny the flow.
function server_flow.verdict(pair, worst)
  local result = worst.result
  if result.unreadable then return unknown { needs = { "gatewaySubnetPrefix", "dnsLookups" } } end
  if result.access == "Unknown" then return unknown(nsg.needs(result)) end
  if result.access == "Allow" then return no() end
  return yes(denial(pair, worst))
end

return server_flow
