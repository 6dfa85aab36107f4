-- SPDX-License-Identifier: MIT
-- Does the server refuse a connection from the gateway's network, or take it? A refusal comes from the
-- server: nothing on the way stops the packets.
local backend = require "lib.backend"
local probe = require "lib.probe"
local tries = require "lib.tries"

return {
  answers = { "refused", "taken" },
  reads = { "request", "applicationGateway", "backendHealth", "directProbe" },
  provides = {
    refused = { "GatewayName", "BackendPool", "BackendServerAddress", "DestinationPort" },
    taken = {
      "GatewayName", "BackendPool", "HttpSetting", "BackendServerAddress", "ErrorDetails", "Contradiction",
    },
  },
  decide = function(facts, subject)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local port, no_port = probe.port(pair.gateway, pair.setting)
    if not port then return no_port end
    local row = tries.of_server(facts.directProbe, pair.server.address)
    if not row then return unknown { needs = { "directProbe" } } end
    local values = backend.values(pair)
    values.DestinationPort = port
    values.Contradiction = "the server takes a connection from the same network"
    return answer(row.refused and "refused" or "taken", values)
  end,
}
