-- SPDX-License-Identifier: MIT
-- Do the name servers that were set for the network fail to resolve names? The gateway needs public ones for its own
-- management. Azure's own name servers, which serve a network without a setting, are not in doubt.
local lookups = require "lib.server_lookups"

local function has(list, item)
  for _, each in ipairs(list) do
    if each == item then return true end
  end
  return false
end

return {
  answers = { "yes", "no" },
  reads = { "virtualNetwork", "dnsLookups" },
  provides = { yes = { "LookedUpName", "DnsServer", "LookupResult" } },
  decide = function(facts)
    local network = facts.virtualNetwork
    if network == nil then return unknown { needs = { "virtualNetwork" } } end
    local options = network.dhcpOptions
    local servers = options and options.dnsServers or {}
    if #servers == 0 then return no() end
    local failure, count = lookups.first_failure(facts.dnsLookups, function(lookup)
      return has(servers, lookup.server)
    end)
    if failure then
      return yes { LookedUpName = failure.name, DnsServer = failure.server, LookupResult = failure.result }
    end
    if count == 0 then return unknown { needs = { "dnsLookups" } } end
    return no()
  end,
}
