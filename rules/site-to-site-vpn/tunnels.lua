-- SPDX-License-Identifier: MIT
-- Lists the tunnels of the connection, one for each instance of the gateway: two where it is active-active.
local documents = require "lib.documents"
local lists = require "lib.lists"
local peers = require "lib.peers"

return {
  answers = { "listed", "none" },
  reads = { "connection.useLocalAzureIpAddress", "gateway.bgpSettings" },
  provides = { listed = { "TunnelAddress" } },
  decide = function(facts)
    local stop = documents.missing(facts, "connection", "gateway")
    if stop then return stop end
    local listed = {}
    for _, address in ipairs(peers.tunnels(facts.gateway, facts.connection)) do
      if not lists.holds(listed, address) then
        finding(address, { TunnelAddress = address })
        listed[#listed + 1] = address
      end
    end
    return answer(#listed > 0 and "listed" or "none")
  end,
}
