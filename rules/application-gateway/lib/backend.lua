-- SPDX-License-Identifier: MIT
-- What a rule inside the fork over servers works with: the failing request's pool and setting, and one
-- server.
local ids = require "lib.ids"
local topology = require "lib.topology"
local health = require "lib.health"

local backend = {}

-- { gateway, pool, setting, rule }; nil and a verdict when the request's way cannot be told.
function backend.pair(facts)
  local route, stop = topology.route(facts)
  if not route then return nil, stop end
  local pool, no_pool = topology.pool(route)
  if not pool then return nil, no_pool end
  local setting, no_setting = topology.setting(route)
  if not setting then return nil, no_setting end
  return { gateway = route.gateway, pool = pool, setting = setting, rule = route.rule }
end

-- The pair with its servers.
function backend.servers(facts)
  local pair, stop = backend.pair(facts)
  if not pair then return nil, stop end
  local servers, unread = health.servers(facts, pair.pool, pair.setting)
  if not servers then return nil, unread end
  return pair, servers
end

-- The pair with `server`, the one that `subject` names.
function backend.of(facts, subject)
  local pair, servers = backend.servers(facts)
  if not pair then return nil, servers end
  local server = health.find(servers, subject)
  if not server then return nil, unknown { needs = { "backendHealth.backendAddressPools" } } end
  pair.server = server
  return pair
end

-- Names of the virtual network and subnet that the gateway stands in.
function backend.network(gateway)
  local subnet = gateway.gatewayIPConfigurations[1].subnet.id
  return ids.after(subnet, "virtualNetworks") or "not given", ids.name(subnet)
end

-- The values that every article about one server shows.
function backend.values(pair)
  return {
    GatewayName = pair.gateway.name, BackendPool = pair.pool.name, HttpSetting = pair.setting.name,
    BackendServerAddress = pair.server.address, ErrorDetails = pair.server.healthProbeLog,
  }
end

return backend
