-- SPDX-License-Identifier: MIT
-- Does a network security group on the way keep the gateway's probes from the server? All groups that stand
-- before the server must let them in; a server without one is open.
local backend = require "lib.backend"
local documents = require "lib.documents"
local nsg = require "lib.nsg"
local probe = require "lib.probe"
local targets = require "lib.targets"

-- The gravest thing that any group does to the gateway's flow to any target: the result with the group's
-- name.
local function worst_of(facts, flow, destinations)
  local worst = nil
  for _, group in ipairs(facts.backendNsg) do
    for _, destination in ipairs(destinations) do
      flow.destination = destination
      local result = nsg.evaluate(facts, group.securityRules, flow)
      result.group, result.target = group, destination
      worst = nsg.graver(worst, result)
    end
  end
  return worst
end

local function part_of(piece, whole)
  return piece == whole and whole or piece .. ", part of " .. whole
end

local function denied(facts, pair, result, port)
  return yes {
    GatewayName = pair.gateway.name, BackendPool = pair.pool.name, BackendServerAddress = pair.server.address,
    NsgName = result.group.name, DenyingRule = table.concat(result.rules, " or "),
    SourcePrefix = part_of(result.source, facts.gatewaySubnetPrefix),
    DestinationAddress = part_of(result.destination, result.target), DestinationPort = port,
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
    local flow = { direction = "Inbound", protocol = "Tcp", source = facts.gatewaySubnetPrefix, port = port }
    local worst = worst_of(facts, flow, destinations)
    if worst.access == "Missing" then return unknown { any_of = worst.any_of } end
    if worst.access == "Unknown" then return unknown { needs = worst.needs } end
    if worst.access == "Allow" then return no() end
    return denied(facts, pair, worst, port)
  end,
}
