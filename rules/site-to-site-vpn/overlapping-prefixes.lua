-- SPDX-License-Identifier: MIT
-- One finding for each prefix of the local network gateway that lies over the virtual network's own
-- addresses.
local documents = require "lib.documents"
local prefixes = require "lib.prefixes"

local prefixes_path = "localGateway.localNetworkAddressSpace.addressPrefixes"

return {
  answers = { "yes", "no" },
  reads = { "vnet", "localGateway" },
  provides = { yes = { "RemotePrefix", "VnetName", "LocalGateway" } },
  decide = function(facts)
    local stop = documents.missing(facts, "vnet", "localGateway")
    if stop then return stop end
    local own, found = facts.vnet.addressSpace.addressPrefixes, {}
    for _, prefix in ipairs(facts.localGateway.localNetworkAddressSpace.addressPrefixes or {}) do
      local lies = prefixes.covered(own, prefix)
      if not lies then return unknown { needs = { prefixes_path } } end
      if lies ~= "none" and not found[prefix] then
        found[prefix], found[1] = true, true
        finding(prefix, {
          RemotePrefix = prefix, VnetName = facts.vnet.name, LocalGateway = facts.localGateway.name,
        })
      end
    end
    return found[1] and yes() or no()
  end,
}
