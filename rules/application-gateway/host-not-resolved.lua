-- SPDX-License-Identifier: MIT
-- Does the request's host lead to no address at all?
local checklist = require "lib.checklist"
local documents = require "lib.documents"
local hosts = require "lib.hosts"
local lookups = require "lib.lookups"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway.name", "request.host", "clientLookups" },
  provides = { yes = { "GatewayName", "HostUrl" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "request")
    if missing then return missing end
    local host = hosts.plain(facts.request.host)
    local addresses, unread = lookups.addresses(facts, host)
    if not addresses then return unread end
    if #addresses > 0 then return no() end
    return checklist.verdict { { host, { GatewayName = facts.applicationGateway.name, HostUrl = host } } }
  end,
}
