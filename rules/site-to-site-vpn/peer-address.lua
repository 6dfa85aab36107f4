-- SPDX-License-Identifier: MIT
-- Do both sides call each other by the right address? The device must come from the address that the local
-- network gateway names, and must know every instance of an active-active gateway.
local documents = require "lib.documents"
local lists = require "lib.lists"
local peers = require "lib.peers"

return {
  answers = { "same", "different", "azure-address" },
  reads = { "connection", "gateway", "localGateway", "remoteGateway", "peerLookup", "onPremDevice" },
  provides = {
    different = { "ExpectedAddress", "DeviceAddress" },
    ["azure-address"] = { "MissingAddresses", "DeviceAddress" },
  },
  decide = function(facts)
    local stop = documents.missing(facts, "connection", "gateway", "onPremDevice")
    if stop then return stop end
    local expected, no_peer = peers.remote(facts)
    if not expected then return no_peer end
    local address = facts.onPremDevice.publicAddress
    if not lists.holds(expected, address) then
      return answer("different", { ExpectedAddress = lists.copy(expected), DeviceAddress = address })
    end
    local tunnels = peers.tunnels(facts.gateway, facts.connection)
    local unknown_to_device = lists.without(tunnels, facts.onPremDevice.azurePeers)
    if #unknown_to_device == 0 then return answer("same") end
    return answer("azure-address", { MissingAddresses = unknown_to_device, DeviceAddress = address })
  end,
}
