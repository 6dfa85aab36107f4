-- SPDX-License-Identifier: MIT
-- Does the security group of the gateway's subnet keep out some of the ports by which the platform manages the gateway?
local nsg = require "network.nsg"
local port_cover = require "network.port_cover"
local sku = require "lib.sku"

local service = "GatewayManager"
local managed = { v1 = { 65503, 65534 }, v2 = { 65200, 65535 } }

local function cover_of(facts, ports, source, destination)
  local compiled = nsg.compile {
    direction = "Inbound", subnet = nsg.groups { facts.gatewaySubnetNsg },
    tags = function() return facts.serviceTags end,
  }
  local flow = { protocol = "Tcp", source = source, source_tag = service, destination = destination }
  return port_cover.of(compiled, flow, ports[1], ports[2])
end

-- Rules that name the service, the internet or anyone tell without its addresses, and most rules do not name the
-- gateway's own. Where they do not tell, both are asked for.
local function closed(facts, ports)
  local cover = cover_of(facts, ports)
  if cover.denied ~= "" or cover.unknown == "" then return cover end
  cover = cover_of(facts, ports, nil, facts.gatewaySubnetPrefix)
  if cover.denied ~= "" or cover.unknown == "" then return cover end
  local prefixes, covers = facts.serviceTags[service], {}
  for position, prefix in ipairs(prefixes or {}) do
    covers[position] = cover_of(facts, ports, prefix, facts.gatewaySubnetPrefix)
  end
  return #covers > 0 and port_cover.worst(covers) or cover
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "gatewaySubnetNsg", "gatewaySubnetPrefix", "serviceTags" },
  provides = { yes = { "NsgName", "DenyingRule", "MissingPorts", "ManagementPorts" } },
  decide = function(facts)
    if facts.gatewaySubnetNsg == nil then return no() end
    local generation, stop = sku.generation(facts.applicationGateway)
    if not generation then return stop end
    local ports = managed[generation]
    local cover = closed(facts, ports)
    local denied, open = port_cover.first(cover, "Deny"), port_cover.first(cover, "Unknown")
    if denied then
      return yes {
        NsgName = facts.gatewaySubnetNsg.name, DenyingRule = nsg.deciders(denied.result),
        MissingPorts = cover.denied, ManagementPorts = ports[1] .. "-" .. ports[2],
      }
    end
    if open then return unknown(nsg.needs(open.result)) end
    return no()
  end,
}
