-- SPDX-License-Identifier: MIT
-- Why did the tunnel fall, the first time in the reported span? What happened to the gateway in the minutes
-- before counts first, then the reason that the log gives, then which instance took over.
local documents = require "lib.documents"
local events = require "lib.events"
local peers = require "lib.peers"

local before_seconds, after_seconds = 600, 60
local takeover_seconds = 60

local operations = {
  HostMaintenanceEvent = "maintenance", GatewayTenantPrimaryChanged = "maintenance",
  SetGatewayConfiguration = "configuration", SetConnectionConfiguration = "configuration",
}

local reasons = {
  { "dpd", "dpd timed out" }, { "dpd", "peer stopped responding" },
  { "remote", "remotelytriggered" }, { "remote", "remotecrashtriggered" }, { "remote", "received mm delete" },
  { "configuration", "changed" }, { "configuration", "tunnelremoved" },
}

local function of_gateway(facts, loss)
  for _, event in ipairs(facts.gatewayEvents) do
    local at = time.parse(event.TimeGenerated)
    local near = at >= loss.at - before_seconds and at <= loss.at + after_seconds
    if near and operations[event.OperationName] then
      return operations[event.OperationName], event.OperationName
    end
  end
  return nil
end

local function of_log(reason)
  for _, row in ipairs(reasons) do
    if text.contains_fold(reason, row[2]) then return row[1] end
  end
  return nil
end

-- Whether another instance came up within a minute after the loss: the gateway moved.
local function moved(changes, loss)
  for _, change in ipairs(changes) do
    if change.up and change.instance ~= loss.instance and change.at >= loss.at
      and change.at - loss.at <= takeover_seconds then
      return true
    end
  end
  return false
end

local told = { "DropTime", "DropReason" }

return {
  answers = { "maintenance", "configuration", "dpd", "remote", "other" },
  reads = {
    "now", "report", "connection", "gateway", "localGateway", "remoteGateway", "peerLookup", "tunnelEvents",
    "gatewayEvents",
  },
  provides = { maintenance = told, configuration = told, dpd = told, remote = told, other = told },
  decide = function(facts)
    local stop = documents.missing(facts, "report", "now", "connection")
    if stop then return stop end
    local remote, no_peer = peers.remote(facts)
    if not remote then return no_peer end
    local changes = events.changes(facts, remote)
    local loss = events.first_loss(events.within(changes, events.window(facts)))
    if not loss then return unknown { needs = { "tunnelEvents" } } end
    local class, operation = of_gateway(facts, loss)
    if class then return answer(class, { DropTime = loss.time, DropReason = operation }) end
    local reason = loss.reason
    class = of_log(reason) or (moved(changes, loss) and "maintenance") or "other"
    return answer(class, { DropTime = loss.time, DropReason = reason })
  end,
}
