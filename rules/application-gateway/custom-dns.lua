-- SPDX-License-Identifier: MIT
-- Does the gateway's virtual network use DNS servers of its own?
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway.name", "vnet" },
  provides = { yes = { "GatewayName", "VnetName" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway", "vnet")
    if missing then return missing end
    if #(facts.vnet.dhcpOptions.dnsServers or {}) == 0 then return no() end
    local name = facts.vnet.name
    return checklist.verdict { { name, { GatewayName = facts.applicationGateway.name, VnetName = name } } }
  end,
}
