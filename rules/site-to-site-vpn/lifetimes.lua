-- SPDX-License-Identifier: MIT
-- Do both sides renew their keys at the same time? They need not, but a device that renews later than Azure,
-- or by volume, is the usual reason for a tunnel that falls in a steady rhythm.
local documents = require "lib.documents"
local kind = require "lib.kind"

-- What an Azure gateway keeps where the connection has no policy of its own.
local default_seconds = { RouteBased = 27000, PolicyBased = 3600 }
local default_kilobytes = 102400000

local function azure_lifetimes(facts)
  local policy = (facts.connection.ipsecPolicies or {})[1]
  if policy then return policy.saLifeTimeSeconds, policy.saDataSizeKilobytes end
  return default_seconds[facts.gateway.vpnType], default_kilobytes
end

local function line(what, unit, azure, device)
  return what .. ": " .. azure .. " " .. unit .. " in Azure, " .. device .. " " .. unit .. " on the device"
end

return {
  answers = { "differ", "same" },
  reads = { "connection", "gateway", "onPremDevice.ipsec" },
  provides = { differ = { "Differences" } },
  decide = function(facts)
    local stop = documents.missing(facts, "connection", "gateway")
    if stop then return stop end
    if kind.of(facts.connection) ~= "site" then return not_applicable("both ends are gateways of Azure") end
    stop = documents.missing(facts, "onPremDevice")
    if stop then return stop end
    local seconds, kilobytes = azure_lifetimes(facts)
    if not seconds then return unknown { needs = { "gateway.vpnType" } } end
    local device, found = facts.onPremDevice.ipsec, {}
    if device.lifetimeSeconds ~= seconds then
      found[#found + 1] = line("Lifetime by time", "seconds", seconds, device.lifetimeSeconds)
    end
    if device.lifetimeKilobytes and device.lifetimeKilobytes ~= kilobytes then
      found[#found + 1] = line("Lifetime by volume", "KB", kilobytes, device.lifetimeKilobytes)
    end
    if #found > 0 then return answer("differ", { Differences = found }) end
    return answer("same")
  end,
}
