-- SPDX-License-Identifier: MIT
-- Does the gateway have fewer than two instances? One that scales by itself has as many as it needs.
local checklist = require "lib.checklist"
local documents = require "lib.documents"

return {
  answers = { "yes", "no" },
  reads = { "applicationGateway" },
  provides = { yes = { "InstanceCount" } },
  decide = function(facts)
    local missing = documents.missing(facts, "applicationGateway")
    if missing then return missing end
    local gateway = facts.applicationGateway
    if gateway.autoscaleConfiguration ~= nil then return no() end
    local count = gateway.sku.capacity
    if not count then return unknown { needs = { fact_path(gateway.sku, "capacity") } } end
    if count >= 2 then return no() end
    return checklist.verdict { { gateway.name, { InstanceCount = count } } }
  end,
}
