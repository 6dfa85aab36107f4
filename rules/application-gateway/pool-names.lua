-- SPDX-License-Identifier: MIT
-- Is there a name in the pool that the name servers of the gateway's network do not know?
local backend = require "lib.backend"
local lookups = require "lib.server_lookups"

return {
  answers = { "yes", "no" },
  reads = { "request", "applicationGateway", "backendHealth", "dnsLookups" },
  provides = { yes = { "LookedUpName", "DnsServer", "LookupResult" } },
  decide = function(facts)
    local pair, servers = backend.servers(facts)
    if not pair then return servers end
    local open = false
    for _, server in ipairs(servers) do
      if not net.is_address(server.address) then
        local failure, count = lookups.first_failure(facts.dnsLookups, function(lookup)
          return text.equal_fold(lookup.name, server.address)
        end)
        if failure then
          return yes { LookedUpName = failure.name, DnsServer = failure.server, LookupResult = failure.result }
        end
        if count == 0 then open = true end
      end
    end
    if open then return unknown { needs = { "dnsLookups" } } end
    return no()
  end,
}
