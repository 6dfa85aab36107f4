-- SPDX-License-Identifier: MIT
-- Does a network security group on the way keep the gateway's probes from the server? The group of the gateway's subnet
-- must let them out, and all that stand before the server must let them in; where none stands, the way is open.
local backend = require "lib.backend"
local documents = require "lib.documents"
local groups_on_way = require "lib.groups_on_way"
local nsg = require "network.nsg"
local probe = require "lib.probe"
local server_flow = require "lib.server_flow"
local targets = require "lib.targets"

-- Out of the gateway's subnet first; nil and an Unknown when nobody looked the server up.
local function worst_on_way(facts, pair, port)
  local out, first = groups_on_way.out(facts, pair.gateway), nil
  if out then
    local seen, unresolved = targets.in_front(facts, pair.server.address)
    if not seen then return nil, unresolved end
    first = server_flow.worst(facts, out, seen, port)
    if first.result.access == "Deny" then return first end
  end
  local destinations, unresolved = targets.of(facts, pair.server.address)
  if not destinations then return nil, unresolved end
  local into, no_card = groups_on_way.into(facts, pair.gateway, destinations)
  if not into then return nil, no_card end
  local last = server_flow.worst(facts, into, destinations, port)
  if first and nsg.graver(last.result, first.result) == first.result then return first end
  return last
end

return {
  answers = { "yes", "no" },
  reads = {
    "request", "applicationGateway", "backendHealth", "backendNsg", "gatewaySubnetPrefix", "serviceTags",
    "dnsLookups", "applicationSecurityGroups", "networkCards",
  },
  provides = { yes = server_flow.denial_values },
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
    return server_flow.verdict(pair, worst)
  end,
}
