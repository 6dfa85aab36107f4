-- SPDX-License-Identifier: MIT
-- Does the request's host lead to another address than that of the front ends whose listeners take it? One finding
-- for each of these front ends.
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local frontends = require "lib.frontends"
local hosts = require "lib.hosts"
local lookups = require "lib.lookups"
local topology = require "lib.topology"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "request", "clientLookups", "publicIps" },
  provides = { yes = { "GatewayName", "UrlHost", "FrontEndIp", "FrontEndType" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "request")
    if missing then return missing end
    local gateway, rows, open = facts.applicationGateway, {}, nil
    local host = hosts.plain(facts.request.host)
    local addresses, unread = lookups.addresses(facts, host)
    if not addresses then return unread end
    if #addresses == 0 then return no() end
    for _, front_end in ipairs(frontends.taking(gateway, topology.candidates(gateway, facts.request))) do
      local address, kind = frontends.address(facts, front_end)
      if not address then
        open = open or kind
      elseif lookups.has(addresses, address) then
        return no()
      else
        rows[#rows + 1] = { front_end.name, {
          GatewayName = gateway.name, UrlHost = host, FrontEndIp = address, FrontEndType = kind,
        } }
      end
    end
    return open or checklist.verdict(rows)
  end,
}
