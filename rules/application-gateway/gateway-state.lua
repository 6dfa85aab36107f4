-- SPDX-License-Identifier: MIT
-- Is the gateway itself not in order: not provisioned, not running, or not available?
local documents = require "lib.documents"

local function is(word, wanted)
  return text.equal_fold(word, wanted)
end

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway", "resourceHealth" },
  provides = { yes = { "ProvisioningState", "OperationalState", "Availability" } },
  decide = function(facts)
    local absent = documents.missing(facts, "applicationGateway")
    if absent then return absent end
    local gateway = facts.applicationGateway
    local provisioning, operational = gateway.provisioningState or "Succeeded", gateway.operationalState
    local settled = is(provisioning, "Succeeded") and is(operational, "Running")
    if settled then
      local missing = documents.missing(facts, "resourceHealth")
      if missing then return missing end
      local availability = facts.resourceHealth.availabilityState
      if is(availability, "Unknown") then return unknown { needs = { "resourceHealth.availabilityState" } } end
      if is(availability, "Available") then return no() end
      return yes {
        ProvisioningState = provisioning, OperationalState = operational, Availability = availability,
      }
    end
    return yes {
      ProvisioningState = provisioning, OperationalState = operational, Availability = "not asked",
    }
  end,
}
