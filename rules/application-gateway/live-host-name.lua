-- SPDX-License-Identifier: MIT
-- Does a request carry a host name that the server's certificate does not? Where the setting names no host,
-- the client's goes on to the server, though the probe used another and passed.
local backend = require "lib.backend"
local server_certificate = require "lib.server_certificate"
local health = require "lib.health"
local hosts = require "lib.hosts"
local names = require "lib.names"

-- The first server in use whose certificate lacks the host, or nil; and whether one in use was not read.
local function first_without(facts, servers, host)
  local unread = false
  for _, server in ipairs(servers) do
    local row = server_certificate.of(facts.backendTls, server.address)
    if health.word(server.health) ~= "Unhealthy" then
      if row and not server_certificate.carries(row, host) then return server end
      unread = unread or not row
    end
  end
  return nil, unread
end

return {
  answers = { "mismatch", "no" },
  reads = { "request", "applicationGateway", "backendHealth", "backendTls" },
  provides = {
    mismatch = { "GatewayName", "BackendPool", "HttpSetting", "BackendServerAddress", "RequestHost" },
    no = { "GatewayName", "BackendPool", "HttpSetting" },
  },
  decide = function(facts)
    local pair, servers = backend.servers(facts)
    if not pair then return servers end
    local values = {
      GatewayName = pair.gateway.name, BackendPool = pair.pool.name, HttpSetting = pair.setting.name,
    }
    if not text.equal_fold(pair.setting.protocol, "Https") then return no(values) end
    if not names.passes_on(pair.setting) then return no(values) end
    local host = hosts.plain(facts.request.host)
    local server, unread = first_without(facts, servers, host)
    if unread then return unknown { needs = { "backendTls" } } end
    if not server then return no(values) end
    values.BackendServerAddress, values.RequestHost = server.address, host
    return answer("mismatch", values)
  end,
}
