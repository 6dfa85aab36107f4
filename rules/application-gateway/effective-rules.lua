-- SPDX-License-Identifier: MIT
-- The security groups before the server could not be read or not be understood. Do the rules that take effect on its network
-- card, which name prefixes in the place of tags, keep the gateway's probes out?
local backend = require "lib.backend"
local effective_groups = require "lib.effective_groups"
local network_cards = require "lib.network_cards"
local probe = require "lib.probe"
local server_flow = require "lib.server_flow"
local targets = require "lib.targets"

return {
  answers = { "yes", "no" },
  reads = {
    "request", "applicationGateway", "backendHealth", "effectiveNsg", "networkCards", "gatewaySubnetPrefix",
    "serviceTags", "dnsLookups",
  },
  provides = { yes = server_flow.denial_values },
  decide = function(facts, subject)
    local groups = effective_groups.all(facts)
    local pair, stop = backend.of(facts, subject)
    if not pair then return stop end
    local port, no_port = probe.port(pair.gateway, pair.setting)
    if not port then return no_port end
    local destinations, unresolved = targets.of(facts, pair.server.address)
    if not destinations then return unresolved end
    local cards, no_card = network_cards.with(facts, destinations)
    if not cards then return no_card end
    local before = effective_groups.before(groups, cards)
    if not before then return unknown { needs = { "effectiveNsg" } } end
    local compiled = effective_groups.compiled(facts, before)
    return server_flow.verdict(pair, server_flow.worst(facts, compiled, destinations, port))
  end,
}
