-- SPDX-License-Identifier: MIT
-- Could the gateway not read the health of some server, with none known to be alive?
local backend = require "lib.backend"
local health = require "lib.health"
local sku = require "lib.sku"

local management_ports = { v1 = "65503-65534", v2 = "65200-65535" }

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway", "backendHealth" },
  provides = { yes = { "GatewayName", "BackendPool", "ManagementPorts", "VnetName", "SubnetName" } },
  decide = function(facts)
    local pair, servers = backend.servers(facts)
    if not pair then return servers end
    local count, odd = health.count(servers)
    if not count then return odd end
    local alive = count.Healthy + count.Partial + count.Draining
    if count.Unknown == 0 or alive > 0 then return no() end
    local generation, stop = sku.generation(pair.gateway)
    if not generation then return stop end
    local vnet, subnet = backend.network(pair.gateway)
    return yes {
      GatewayName = pair.gateway.name, BackendPool = pair.pool.name, VnetName = vnet, SubnetName = subnet,
      ManagementPorts = management_ports[generation],
    }
  end,
}
