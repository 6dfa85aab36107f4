-- SPDX-License-Identifier: MIT
-- Is the gateway itself in order? Its own state comes first; the health of the resource is asked for only
-- then.
local documents = require "lib.documents"

local busy = { Updating = true, Deleting = true }
local unwell = { Unavailable = true, Degraded = true }

return {
  answers = { "healthy", "failed", "busy", "unavailable" },
  reads = { "connection.provisioningState", "gateway.name", "gateway.provisioningState", "resourceHealth" },
  provides = { failed = { "FailedResource" }, unavailable = { "HealthSummary" } },
  decide = function(facts)
    local stop = documents.missing(facts, "connection", "gateway")
    if stop then return stop end
    local gateway, connection = facts.gateway.provisioningState, facts.connection.provisioningState
    if gateway == "Failed" then return answer("failed", { FailedResource = "gateway" }) end
    if connection == "Failed" then return answer("failed", { FailedResource = "connection" }) end
    if busy[gateway] or busy[connection] then return answer("busy") end
    stop = documents.missing(facts, "resourceHealth")
    if stop then return stop end
    local state = facts.resourceHealth.availabilityState
    if unwell[state] then return answer("unavailable", { HealthSummary = facts.resourceHealth.summary }) end
    if state == "Available" then return answer("healthy") end
    return unknown { needs = { "resourceHealth.availabilityState" } }
  end,
}
