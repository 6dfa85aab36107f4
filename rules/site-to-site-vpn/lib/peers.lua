-- SPDX-License-Identifier: MIT
-- The addresses at the two ends of a connection.
local documents = require "lib.documents"
local kind = require "lib.kind"
local prefixes = require "lib.prefixes"

local peers = {}

-- The addresses that a gateway's instances end their tunnels at, one an instance: private ones on a
-- connection over private peering, else public ones.
function peers.tunnels(gateway, connection)
  local private = connection.useLocalAzureIpAddress or false
  local found = {}
  for _, instance in ipairs(gateway.bgpSettings.bgpPeeringAddresses) do
    for _, address in ipairs(instance.tunnelIpAddresses) do
      if prefixes.is_private(address) == private then found[#found + 1] = address end
    end
  end
  return found
end

local function of_device(facts)
  local stop = documents.missing(facts, "localGateway")
  if stop then return nil, stop end
  local address = facts.localGateway.gatewayIpAddress or ""
  if address ~= "" then return { address } end
  stop = documents.missing(facts, "peerLookup")
  if stop then return nil, stop end
  return facts.peerLookup.addresses
end

-- The addresses that the other side comes from; nil and an Unknown when they are not known.
function peers.remote(facts)
  if kind.of(facts.connection) == "site" then return of_device(facts) end
  local stop = documents.missing(facts, "remoteGateway")
  if stop then return nil, stop end
  return peers.tunnels(facts.remoteGateway, facts.connection)
end

return peers
