-- SPDX-License-Identifier: MIT
-- One finding for each pool whose last change did not succeed.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "GatewayName", "BackendAddressPool", "ProvisioningState" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway, rows = facts.applicationGateway, {}
    for _, pool in ipairs(gateway.backendAddressPools) do
      if not text.equal_fold(pool.provisioningState, "Succeeded") then
        rows[#rows + 1] = { pool.name, {
          GatewayName = gateway.name, BackendAddressPool = pool.name, ProvisioningState = pool.provisioningState,
        } }
      end
    end
    return checklist.verdict(rows)
  end,
}
